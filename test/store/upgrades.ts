import { Migrator } from 'kysely';
import { expect, test } from 'vitest';
import { roundsAndReports } from '../../src/store/migrations/0001-rounds-and-reports.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { DatabaseAddress } from '../../src/store/store.ts';
import { deed, digital, head, line, report, rosterEntry, round, section, signed } from '../support/rounds.ts';
import { type Engine, everyTestOpens } from './engine.ts';
import { everything } from './keeps-records.ts';

/** Makes the database that the program made before there were notices. */
async function makeFormer(address: DatabaseAddress): Promise<void> {
  const unexpected = (error: unknown): void => {
    throw error;
  };
  const db =
    address.engine === 'sqlite' ? openSqlite(address.file, unexpected).db : openPostgres(address.url, unexpected);
  const former = { up: (inner: Parameters<typeof roundsAndReports>[0]) => roundsAndReports(inner, address.engine) };
  const provider = { getMigrations: async () => ({ '0001-rounds-and-reports': former }) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  await db.destroy();
  if (error !== undefined) throw error;
}

const json = (value: unknown): string => `'${JSON.stringify(value)}'`;
const { grace, ...formerRound } = round({ version: 1 });
const submitted = report({ state: 'submitted', lines: [line()], submitted: signed(), version: 1 });

/** What that program had written. */
const formerRows = `
  insert into rounds values ('r6-results', '令和6年度実績の照会', 'policy2021', 2024, null, null, '2026-05-11', '2026-05-29',
    '[-10,0]', 'next', 'open', 0, 1);
  insert into round_exclusions values ('r6-results', 0, null, '契約課', '別途照会済み');
  insert into reports values ('r6-results', '${digital}', 'submitted', null, ${json(signed())}, null, null, null, null, 1);
  insert into report_lines values ('r6-results', '${digital}', '${line().kpi}', 0, 347, null, '2025-03-31', null,
    '公開が一巡したため。');
  insert into report_versions values ('r6-results', '${digital}', 1, ${json(submitted)});
  insert into roster_entries values ('digital-2026', '${digital}', 'デジタルみやぎ推進課長', 'U0HEAD', '[]', '[]', null,
    '2026-04-01', null, null, 1);
  insert into ledger (at, user_id, name, post, action, via, reason, round, section, roster_entry, before, after) values
    ('2026-05-20T01:00:00.000Z', 'U0HEAD', '課長', 'デジタルみやぎ推進課長', 'create-round', 'form', null, 'r6-results', null,
      null, 'null', ${json(formerRound)});
`;

/** A database that a former program made and filled is opened by this one. */
export function upgrades(engine: Engine): void {
  const store = everyTestOpens(engine);

  test('keeps everything, without days of grace, and takes what is new', async () => {
    await store.closeAll();
    const address = await engine.create();
    await makeFormer(address);
    await engine.execute(address, formerRows);
    const { reports, notices } = await store.openAt(address);

    const known = round({
      ladder: [-10, 0],
      exclusions: [{ kpi: null, section: section('契約課'), reason: '別途照会済み' }],
      grace: 0,
      version: 1,
    });
    expect(await reports.rounds()).toEqual([known]);
    expect(await reports.reports(known.id)).toEqual([submitted]);
    expect(await reports.reportVersions(known.id, digital)).toEqual([submitted]);
    expect(await reports.roster()).toEqual([rosterEntry({ version: 1 })]);
    expect(await reports.ledger(everything)).toMatchObject([{ action: 'create-round', by: head, after: formerRound }]);

    expect(await reports.handovers()).toEqual([]);
    expect(await notices.outbox.list({ limit: 10 })).toEqual([]);
    expect(await reports.saveRound({ ...known, grace: 2 }, deed('change-round'))).toMatchObject({ ok: true });
    expect(await reports.round(known.id)).toMatchObject({ grace: 2, version: 2 });
    await expect(engine.execute(address, 'delete from rounds')).rejects.toThrow('rounds_no_delete');
  });
}
