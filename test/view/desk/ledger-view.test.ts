import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LedgerPage } from '../../../src/report/desk/ledger-desk.ts';
import type { LedgerEntry } from '../../../src/report/ledger.ts';
import { foundLedgerView, ledgerView } from '../../../src/view/desk/ledger-view.ts';
import { layOut } from '../../../src/view/lay-out.ts';
import { sectionIds } from '../../support/arbitrary-boards.ts';
import { hostileText } from '../../support/arbitrary-words.ts';
import { realCatalog } from '../../support/catalog.ts';
import { liveMarkup, mrkdwnTexts } from '../../support/live-markup.ts';
import { deed, digital, line, report, rosterEntry, round, user } from '../../support/rounds.ts';
import { breaches } from '../../support/slack-limits.ts';
import { viewContextOf } from '../../support/view-context.ts';

const context = viewContextOf(realCatalog());
const subject = { round: round().id, section: digital, rosterEntry: null };
const row = (changes: Partial<LedgerEntry>): LedgerEntry => ({
  sequence: 1,
  ...deed('change-round'),
  ...subject,
  before: null,
  after: null,
  ...changes,
});

const hostileRow = fc
  .record({ reason: fc.option(hostileText(3_000)), title: hostileText(200), name: hostileText(200) })
  .map(({ reason, title, name }) =>
    row({
      reason,
      by: { user: user('U0HEAD'), name, post: title },
      before: round(),
      after: round({ title, exclusions: [{ section: digital, kpi: null, reason: title }] }),
    }),
  );
const pages = fc
  .record({ entries: fc.array(hostileRow, { maxLength: 20 }), title: hostileText(200), more: fc.boolean() })
  .map(({ entries, title, more }): LedgerPage => ({ subject, entries, more, titles: new Map([[round().id, title]]) }));

describe('a page of the ledger with any names, titles and reasons', () => {
  test('is a message that Slack takes, and marks up nothing of theirs', () => {
    fc.assert(
      fc.property(pages, (page) => {
        const view = ledgerView(page, context);
        expect(breaches('message', layOut(view, { surface: 'message', newerBlocks: true }))).toEqual([]);
        expect(mrkdwnTexts(view.parts).flatMap(liveMarkup)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('offers a choice that Slack takes where the words mean many things', () => {
    fc.assert(
      fc.property(sectionIds(60), hostileText(200), (sections, title) => {
        const rounds = [round({ title: title.slice(0, 80) })];
        const view = foundLedgerView({ ok: false, code: 'several', sections, rounds }, title, context);
        expect(breaches('message', layOut(view, { surface: 'message', newerBlocks: false }))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a row of the ledger says', () => {
  const said = (entry: LedgerEntry): string => {
    const titles = new Map([[round().id, '令和6年度実績の照会']]);
    return mrkdwnTexts(ledgerView({ subject, entries: [entry], more: false, titles }, context).parts).join('\n');
  };

  test('who, as what post at the time, what, and to which section', () => {
    expect(said(row({ action: 'submit' }))).toContain(
      '*5月20日（水） 10:00*　課長（デジタルみやぎ推進課長）　報告を提出　令和6年度実績の照会　デジタルみやぎ推進課',
    );
  });

  test('by which way, where it was not the form', () => {
    expect(said(row({ via: 'excel' }))).toContain('（Excel）');
  });

  test('a figure before and after', () => {
    const after = report({ lines: [line({ reported: { kind: 'value', value: 350 } })] });
    expect(said(row({ action: 'submit', before: report({ lines: [line()] }), after }))).toMatch(/　347 → 350$/mu);
  });

  test('that a KPI was not measured', () => {
    const after = report({ lines: [line({ reported: { kind: 'not-measured', reason: '調査は隔年のため' } })] });
    expect(said(row({ action: 'submit', before: null, after }))).toMatch(/なし → 未測定$/mu);
  });

  test('the head before and after, as Slack names them', () => {
    const after = rosterEntry({ head: user('U0NEXT') });
    expect(said(row({ action: 'edit-roster', before: rosterEntry(), after }))).toContain(
      '責任者 <@U0HEAD> → <@U0NEXT>',
    );
  });

  test('the bot, where nobody did it', () => {
    expect(said(row({ by: null, via: 'bot' }))).toContain('計画ナビ　期限や対象を変更');
  });
});
