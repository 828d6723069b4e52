import { expect, test } from 'vitest';
import type { LedgerQuery } from '../../src/report/store.ts';
import { deed, digital, head, line, report, rosterEntry, round, section, signed } from '../support/rounds.ts';
import { type Engine, everyTestOpens } from './engine.ts';

/** The whole ledger, as far as tests write one. */
export const everything: LedgerQuery = { round: null, section: null, rosterEntry: null, after: 0, limit: 1_000 };

/** Versions and ledger: everything that was done, and nothing taken back. */
export function keepsRecords(engine: Engine): void {
  const store = everyTestOpens(engine);
  const open = report({ state: 'submitted', lines: [line()], submitted: signed() });

  /** A round with a report that was corrected once. */
  async function corrected(): Promise<void> {
    await store.reports.saveRound(round(), deed('create-round'));
    await store.reports.saveReport(open, deed('submit'));
    const better = { ...open, lines: [line({ note: '訂正' })], version: 1 };
    await store.reports.saveReport(better, deed('submit', { via: 'excel', reason: '転記誤り' }));
  }

  test('says who, as what post, when, what, how and why, with before and after', async () => {
    await corrected();
    const last = (await store.reports.ledger(everything)).at(-1);
    expect(last).toMatchObject({
      by: head,
      at: '2026-05-20T01:00:00.000Z',
      action: 'submit',
      via: 'excel',
      reason: '転記誤り',
      round: round().id,
      section: digital,
      rosterEntry: null,
      before: { version: 1, lines: [line()] },
      after: { version: 2, lines: [line({ note: '訂正' })] },
    });
  });

  test('what is new has no before', async () => {
    await store.reports.saveRosterEntry(rosterEntry(), deed('edit-roster', { by: null, via: 'bot' }));
    const [first] = await store.reports.ledger(everything);
    expect(first).toMatchObject({ by: null, rosterEntry: rosterEntry().id, before: null, after: { version: 1 } });
  });

  test('keeps every version of a report, oldest first', async () => {
    await corrected();
    const versions = await store.reports.reportVersions(round().id, digital);
    expect(versions.map(({ version, lines }) => [version, lines[0]?.note])).toEqual([
      [1, line().note],
      [2, '訂正'],
    ]);
  });

  test('takes in what changed nothing', async () => {
    await store.reports.record(deed('nudge'), { round: round().id, section: digital, rosterEntry: null });
    expect(await store.reports.ledger(everything)).toMatchObject([{ action: 'nudge', before: null, after: null }]);
  });

  test('is read from its end, and back from there', async () => {
    await corrected();
    const all = (await store.reports.ledger(everything)).map(({ sequence }) => sequence);
    const last = await store.reports.ledger({ ...everything, before: 2_147_483_647, limit: 2 });
    expect(last.map(({ sequence }) => sequence)).toEqual(all.slice(-2));
    const earlier = await store.reports.ledger({ ...everything, before: last[0]?.sequence ?? 0, limit: 2 });
    expect(earlier.map(({ sequence }) => sequence)).toEqual(all.slice(-4, -2));
  });

  test('is asked by round, by section, and page by page', async () => {
    await corrected();
    const of = async (query: Partial<LedgerQuery>) =>
      (await store.reports.ledger({ ...everything, ...query })).map(({ action }) => action);
    expect(await of({ round: round().id })).toEqual(['create-round', 'submit', 'submit']);
    expect(await of({ section: digital })).toEqual(['submit', 'submit']);
    expect(await of({ section: section('契約課') })).toEqual([]);
    const [first] = await store.reports.ledger({ ...everything, limit: 1 });
    expect(await of({ after: first?.sequence ?? 0, limit: 1 })).toEqual(['submit']);
  });

  test.each([
    "update ledger set name = 'x'",
    'delete from ledger',
    "update report_versions set report = '{}'",
    'delete from report_versions',
    'delete from report_lines; delete from reports',
    'delete from rounds',
    'delete from roster_entries',
  ])('the database itself refuses: %s', async (sql) => {
    await corrected();
    await store.reports.saveRosterEntry(rosterEntry(), deed('edit-roster'));
    const before = await store.reports.ledger(everything);
    await expect(store.execute(sql)).rejects.toThrow(/_no_(update|delete)/u);
    expect(await store.reports.ledger(everything)).toEqual(before);
  });
}
