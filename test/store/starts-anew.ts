import { expect, test } from 'vitest';
import { deed, digital, line, report, round, roundId, section } from '../support/rounds.ts';
import { type Engine, everyTestOpens } from './engine.ts';
import { everything } from './keeps-records.ts';
import { saveRoundInProcess } from './process.ts';

/** Opening, again and together, and how long a large round takes. */
export function startsAnew(engine: Engine): void {
  const store = everyTestOpens(engine);

  test('what was stored is there after the next start', async () => {
    await store.reports.saveRound(round(), deed('create-round'));
    await store.closeAll();
    const next = await store.openAgain();
    expect(await next.reports.rounds()).toEqual([round({ version: 1 })]);
  });

  test('several processes that start at once on an empty database all find it ready, and one of them is first', async () => {
    await store.closeAll();
    const address = await engine.create();
    const said = await Promise.all(Array.from({ length: 4 }, () => saveRoundInProcess(address)));
    expect(said.toSorted()).toEqual(['changed', 'changed', 'changed', 'saved']);
  });

  test('a database of a newer program is left alone', async () => {
    await store.execute(
      "insert into kysely_migration (name, timestamp) values ('9999-later', '2099-01-01T00:00:00.000Z')",
    );
    await expect(store.openAgain()).rejects.toMatchObject({
      fault: 'newer',
      cause: { message: expect.stringContaining('9999-later') },
    });
  });

  test('a thousand reports are written and read while nobody waits long', async () => {
    await store.reports.saveRound(round(), deed('create-round'));
    const lines = [line()];
    const started = performance.now();
    // As many sections as answer at once on the last day.
    for (let batch = 0; batch < 50; batch += 1) {
      const sections = Array.from({ length: 20 }, (_, number) => section(`第${batch * 20 + number}課`));
      await Promise.all(
        sections.map((each) => store.reports.saveReport(report({ section: each, lines }), deed('submit'))),
      );
    }
    const written = performance.now();
    expect(await store.reports.reports(round().id)).toHaveLength(1_000);
    expect(await store.reports.ledger({ ...everything, limit: 2_000 })).toHaveLength(1_001);
    const read = performance.now();
    // Generous: a busy machine is slow, a missing index or a query for each row is slower by orders.
    expect(written - started).toBeLessThan(30_000);
    expect(read - written).toBeLessThan(3_000);
    expect(await store.reports.report(roundId('none'), digital)).toBeNull();
  }, 60_000);
}
