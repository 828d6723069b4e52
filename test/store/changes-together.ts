import { expect, test } from 'vitest';
import { deed, digital, head, kpi, line, openData, report, rosterEntry, round, section } from '../support/rounds.ts';
import { type Engine, everyTestOpens } from './engine.ts';
import { everything } from './keeps-records.ts';

/** Optimistic locking: nobody overwrites what they have not seen. */
export function changesTogether(engine: Engine): void {
  const store = everyTestOpens(engine);
  const first = line({ note: '先の人の説明' });
  const second = line({ note: '後の人の説明' });

  test('one wins, and the other is told what stands there now', async () => {
    await store.reports.saveRound(round(), deed('create-round'));
    await store.reports.saveReport(report({ lines: [first] }), deed('submit'));
    const late = await store.reports.saveReport(report({ lines: [second] }), deed('submit'));
    expect(late).toMatchObject({ ok: false, code: 'changed', current: { version: 1, lines: [first] } });
  });

  test('at the same moment exactly one wins', async () => {
    await store.reports.saveRound(round(), deed('create-round'));
    await store.reports.saveReport(report({ lines: [first] }), deed('submit'));
    const change = report({ lines: [second], version: 1 });
    const results = await Promise.all(
      Array.from({ length: 8 }, () => store.reports.saveReport(change, deed('submit'))),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await store.reports.reportVersions(round().id, digital)).toHaveLength(2);
  });

  test('a version that was never stored changes nothing', async () => {
    const result = await store.reports.saveRosterEntry(rosterEntry({ version: 7 }), deed('edit-roster'));
    expect(result).toEqual({ ok: false, code: 'changed', current: null });
    expect(await store.reports.roster()).toEqual([]);
  });

  test('who lost leaves no trace in the ledger', async () => {
    await store.reports.saveRound(round(), deed('create-round'));
    await store.reports.saveRound(round({ title: '別の照会' }), deed('create-round'));
    expect(await store.reports.ledger(everything)).toHaveLength(1);
  });

  test('a fault in the middle of a change undoes all of it', async () => {
    await store.reports.saveRound(round(), deed('create-round'));
    await store.reports.saveReport(report({ lines: [first] }), deed('submit'));
    // The key of the lines forbids a KPI twice, which comes to light when the report itself is already written.
    const faulty = report({ lines: [second, line({ kpi: kpi('ict2014/2-2-5#1') }), second], version: 1 });
    await expect(store.reports.saveReport(faulty, deed('submit'))).rejects.toThrow();
    expect(await store.reports.report(round().id, digital)).toMatchObject({ version: 1, lines: [first] });
    expect(await store.reports.reportVersions(round().id, digital)).toHaveLength(1);
    expect(await store.reports.ledger(everything)).toHaveLength(2);
  });

  test('the news of a report waits in the outbox once the report is stored, and not where it is not', async () => {
    const { outbox } = store.notices;
    const news = [{ to: head.user, purpose: 'receipt' as const }];
    const twice = report({ lines: [first, first] });
    await store.reports.saveReport(report({ lines: [first] }), deed('submit'), news);
    await store.reports.saveRound(round(), deed('create-round'));
    await expect(store.reports.saveReport(twice, deed('submit'), news)).rejects.toThrow();
    expect(await outbox.list({ limit: 10 })).toEqual([]);
    await store.reports.saveReport(report({ lines: [first] }), deed('submit'), news);
    await store.reports.saveReport(report({ lines: [second] }), deed('submit'), news);
    const about = { round: round().id, section: digital, version: 1 };
    expect((await outbox.list({ limit: 10 })).map(({ notice }) => notice)).toEqual([
      { kind: 'news', ...news[0], ...about },
    ]);
  });

  test('after a fault the next change goes through', async () => {
    await store.reports.saveRound(round(), deed('create-round'));
    await expect(store.reports.saveReport(report({ lines: [first, first] }), deed('submit'))).rejects.toThrow();
    expect(await store.reports.saveReport(report({ lines: [first] }), deed('submit'))).toMatchObject({ ok: true });
  });

  test.each(['draft', 'closed'] as const)('a report is not written while its round is %s', async (state) => {
    await store.reports.saveRound(round({ state }), deed('create-round'));
    const result = await store.reports.saveReport(report({ lines: [first] }), deed('submit'));
    expect(result).toEqual({ ok: false, code: 'round-not-open' });
    expect(await store.reports.reports(round().id)).toEqual([]);
  });

  test('while a round closes, a report is in before it or not at all', async () => {
    await store.reports.saveRound(round(), deed('create-round'));
    const sections = Array.from({ length: 10 }, (_, number) => section(`第${number}課`));
    await Promise.all([
      ...sections.map((each) => store.reports.saveReport(report({ section: each, lines: [first] }), deed('submit'))),
      store.reports.saveRound(round({ state: 'closed', version: 1 }), deed('close-round')),
    ]);
    const done = (await store.reports.ledger(everything)).map(({ action }) => action);
    expect(done.lastIndexOf('submit')).toBeLessThan(done.indexOf('close-round'));
    expect(await store.reports.reports(round().id)).toHaveLength(done.filter((action) => action === 'submit').length);
  });

  test('what could not be read back is not written', async () => {
    await store.reports.saveRound(round(), deed('create-round'));
    const unreadable = report({ lines: [line({ kpi: openData, note: '\0' })] });
    await expect(store.reports.saveReport(unreadable, deed('submit'))).rejects.toThrow();
    expect(await store.reports.reports(round().id)).toEqual([]);
  });
}
