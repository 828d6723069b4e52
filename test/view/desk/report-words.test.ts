import { describe, expect, test } from 'vitest';
import { day } from '../../../src/report/day.ts';
import type { Duty } from '../../../src/report/desk/board.ts';
import type { ReportSheet } from '../../../src/report/desk/report-desk.ts';
import { dutiesView } from '../../../src/view/desk/duties-view.ts';
import { newsView } from '../../../src/view/desk/report-message-view.ts';
import { sheetModal } from '../../../src/view/desk/report-sheet-view.ts';
import { layOut } from '../../../src/view/lay-out.ts';
import { realCatalog } from '../../support/catalog.ts';
import { mrkdwnTexts } from '../../support/live-markup.ts';
import { news } from '../../support/notices.ts';
import { digital, line, report, round, signed } from '../../support/rounds.ts';
import { viewContextOf } from '../../support/view-context.ts';

const context = viewContextOf(realCatalog());
const asked = round();
const due = day('2026-05-29');
const reason = 'オープンデータの件数は、\n重複を除いて数え直してください。'.repeat(20);

function duty(stage: Duty['progress']['stage'], changes: Partial<Duty['progress']> = {}): Duty {
  const progress = { section: digital, stage, late: false, preliminary: null, since: null, report: null, ...changes };
  return { round: asked, due, section: digital, kpis: 4, progress };
}
function wordsOfDuties(duties: readonly Duty[], today = '2026-05-26'): string {
  const view = dutiesView(duties, day(today), context);
  return JSON.stringify(layOut(view, { surface: 'message', newerBlocks: false }).blocks);
}
function sheetOf(changes: Partial<ReportSheet> = {}): string {
  const stored = report({ state: 'submitted', submitted: signed(), lines: [line()] });
  const base = { round: asked, section: digital, due, asked: [], versions: [], actions: [], report: stored };
  return mrkdwnTexts(sheetModal({ ...base, ...changes }, '', context)).join('\n');
}

describe('the list of duties', () => {
  test.each([
    ['not-started', '報告する'],
    ['draft', '続きから'],
    ['returned', '直して再提出'],
    ['submitted', '提出した内容を直す'],
  ] as const)('offers for a section that is %s «%s»', (stage, label) => {
    expect(wordsOfDuties([duty(stage)])).toContain(`"${label}"`);
  });

  test.each(['confirmed', 'accepted'] as const)('offers only a look at what is %s', (stage) => {
    expect(wordsOfDuties([duty(stage)]).match(/"type":"button"/gu)).toHaveLength(1);
  });

  test.each([
    ['2026-05-26', 'あと3日'],
    ['2026-05-29', '*本日まで*'],
    ['2026-05-31', '*遅れ*（期限から2日）'],
  ])('says on %s «%s»', (today, words) => {
    expect(wordsOfDuties([duty('not-started', { late: today > due })], today)).toContain(words);
  });

  test('does not count days for what is handed in', () => {
    expect(wordsOfDuties([duty('submitted')])).not.toContain('あと3日');
  });

  test('gives the reason of a return', () => {
    const returned = { ...signed(), reason: '測定日を確認' };
    const stored = report({ state: 'returned', returned });
    expect(wordsOfDuties([duty('returned', { report: stored })])).toContain('差戻しの理由: 測定日を確認');
  });

  test('says what nothing means and whom to ask', () => {
    expect(dutiesView([], due, context).text).toMatch(/答える照会はありません。[\s\S]*取りまとめ担当に確認/u);
  });
});

describe('a reason and a note', () => {
  test('reach the section whole', () => {
    const returned = report({ state: 'returned', submitted: signed(), returned: { ...signed(), reason } });
    const { parts } = newsView(news({ purpose: 'returned', report: returned }), context);
    expect(mrkdwnTexts(parts).join('\n')).toContain(reason);
  });

  test('stand whole on the sheet', () => {
    const stored = report({ state: 'submitted', submitted: signed(), lines: [line({ note: reason })] });
    expect(sheetOf({ report: stored })).toContain(reason);
  });
});

describe('the sheet', () => {
  test('shows what changed from version to version word by word', () => {
    const first = report({ state: 'submitted', submitted: signed(), lines: [line({ note: '公開が一巡したため。' })] });
    const second = report({ state: 'submitted', submitted: signed(), lines: [line({ note: '公開が進んだため。' })] });
    expect(sheetOf({ versions: [first, second] })).toMatch(
      /: 備考の変更\n公開が［削除: 一巡した］［追加: 進んだ］ため。/u,
    );
  });

  test('says who recorded what approval, and is no longer 速報', () => {
    const approval = { on: day('2026-06-01'), by: 'デジタルみやぎ推進課長', document: 'デジ第12号' };
    const stored = report({ state: 'accepted', accepted: signed(), lines: [line()], approval });
    const words = sheetOf({ report: stored });
    expect(words).toMatch(/決裁日 2026年6月1日（月）　決裁権者 デジタルみやぎ推進課長　文書番号 デジ第12号/u);
    expect(words).not.toContain('速報');
  });

  test('tells an accepted answer with its approval that nothing is left to record', () => {
    const approval = { on: day('2026-06-01'), by: 'デジタルみやぎ推進課長', document: 'デジ第12号' };
    const stored = report({ state: 'accepted', accepted: signed(), lines: [line()], approval });
    const { parts } = newsView(news({ purpose: 'accepted', report: stored }), context);
    expect(mrkdwnTexts(parts).join('\n')).not.toContain('速報');
  });

  test('is empty before the first answer, and says of how many figures', () => {
    expect(sheetOf({ report: report() })).toMatch(/状況 \*未着手\*[\s\S]*まだ報告はありません。照会している指標は0件/u);
  });
});
