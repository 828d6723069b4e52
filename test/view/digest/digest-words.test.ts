import { describe, expect, test } from 'vitest';
import type { DigestFacts, LineFacts } from '../../../src/notice/digest/facts.ts';
import { headOf } from '../../../src/notice/digest/tell.ts';
import { threadOf } from '../../../src/notice/digest/thread.ts';
import { day, momentAt } from '../../../src/report/day.ts';
import { digestView, threadView } from '../../../src/view/digest/digest-view.ts';
import { layOut } from '../../../src/view/lay-out.ts';
import { realCatalog } from '../../support/catalog.ts';
import { digestFacts, lineFacts } from '../../support/digests.ts';
import { mrkdwnTexts } from '../../support/live-markup.ts';
import { channel } from '../../support/notices.ts';
import { digital, round, section } from '../../support/rounds.ts';
import { viewContextOf } from '../../support/view-context.ts';

const context = viewContextOf(realCatalog());
const week = day('2026-11-16');

function message(facts: DigestFacts, newerBlocks = true): string[] {
  const view = digestView({ kind: 'digest', to: channel('C0ALL'), week, head: headOf(facts, null) }, context);
  return mrkdwnTexts(layOut(view, { surface: 'message', newerBlocks }).blocks);
}
function thread(facts: DigestFacts): string {
  return threadOf(facts)
    .flatMap((rows, index) => mrkdwnTexts(threadView({ part: index + 1, rows }, context).parts))
    .join('\n');
}
const told = (changes: Partial<LineFacts>): string => thread(digestFacts({ lines: [lineFacts(changes)] }));

describe('a digest', () => {
  test('is one line, without a thread, where nothing was asked and nothing happened', () => {
    const quiet = digestFacts({ rounds: [], lines: [], answered: 0, approved: 0 });
    expect(message(quiet)).toEqual(['週報　11月13日（金）～11月20日（金）　この期間に受け付けた照会はありません。']);
    expect(threadOf(quiet)).toEqual([]);
  });

  test('begins with how things stand in a sentence, then the coverage of sections and of KPIs', () => {
    expect(message(digestFacts()).slice(0, 2)).toEqual([
      '照会1件で、9課・室のうち5課・室が回答済みです。この期間に2課・室が回答しました。1課・室の報告が決裁済になりました。',
      '*課・室*　回答済 *5*／9（速報 3・決裁済 2）　遅れ *1*\n*指標*　回答済 *5*／9（速報 3・決裁済 2）　うち未測定 1　遅れ 1',
    ]);
  });

  test('says what needs attention, with the sections it concerns', () => {
    const late = { kind: 'late' as const, round: round().id, title: round().title, due: day('2026-11-13') };
    const facts = digestFacts({ attention: [{ ...late, sections: [digital, section('契約課')], count: 5 }] });
    expect(message(facts).join('\n')).toContain(
      '*注意が必要なこと*\n・*遅れ*　令和6年度実績の照会: 期限の11月13日（金）を過ぎて、5課・室が未回答です（デジタルみやぎ推進課、契約課、ほか3課・室）',
    );
  });

  test('has no heading of attention where nothing needs any', () => {
    expect(message(digestFacts()).join('\n')).not.toContain('注意が必要なこと');
  });

  test('tells the figures of its chart in words where Slack draws none', () => {
    const row = '・令和6年度実績の照会　回答済 *5*／9課・室（速報 3・決裁済 2）　遅れ 1　期限 11月27日（金）';
    expect(message(digestFacts(), false)).toContain(row);
    expect(message(digestFacts(), true)).not.toContain(row);
  });
});

describe('a figure in the thread', () => {
  test('has its status first, and the note where it misses its target', () => {
    expect(told({})).toContain(
      '・*未達成*　オープンデータみやぎ公開数　*347 データセット*（目標 500 データセット）　デジタルみやぎ推進課　速報\n　公開が一巡したため。',
    );
  });

  test('has no note where it meets its target', () => {
    expect(told({ state: 'met', note: '公開が一巡したため。' })).not.toContain('公開が一巡したため。');
  });

  test('is 決裁済 or 速報, never both', () => {
    expect(told({ preliminary: false })).toContain('デジタルみやぎ推進課　決裁済');
    expect(told({ preliminary: false })).not.toContain('速報');
  });

  test('says why it was not measured', () => {
    const unmeasured = told({
      state: 'not-measured',
      reported: { kind: 'not-measured', reason: '調査票を\n集計中のため' },
    });
    expect(unmeasured).toContain('・*未測定*　オープンデータみやぎ公開数　（目標 500 データセット）');
    expect(unmeasured).toContain('　調査票を 集計中のため');
  });

  test('that is a correction shows what had been said before', () => {
    expect(told({ before: { kind: 'value', value: 340 } })).toContain('（訂正）340 データセット → *347 データセット*');
  });

  test('stands under its area, with how that came out', () => {
    expect(told({ before: { kind: 'value', value: 340 } })).toMatch(
      /^\*D for Citizen 最適化による県民サービスの向上\*　訂正 1　未達成 1\n/u,
    );
  });
});

test('the thread ends with the dates ahead and the rounds that are paused', () => {
  const facts = digestFacts({
    lines: [],
    rounds: digestFacts().rounds.map((one) => ({ ...one, state: 'paused' })),
    ahead: [
      { kind: 'reminder', on: day('2026-11-24'), title: round().title, step: -3 },
      { kind: 'due', on: day('2026-11-27'), title: round().title },
      { kind: 'digest', on: day('2026-11-30') },
    ],
    until: momentAt(day('2026-11-20'), 9),
  });
  expect(thread(facts)).toBe(
    [
      '*これから2週間の予定*',
      '・11月24日（火）　催促（期限の3開庁日前）　令和6年度実績の照会',
      '・11月27日（金）　期限　令和6年度実績の照会',
      '・11月30日（月）　次の週報',
      '*中断中の照会*　催促は送っていません。報告は受け付けています。',
      '・令和6年度実績の照会',
    ].join('\n'),
  );
});
