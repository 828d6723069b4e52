import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import Libsql from 'libsql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSqlite } from '../../src/store/sqlite.ts';
import { openStore } from '../../src/store/store.ts';
import { deed, line, openData, report, round } from '../support/rounds.ts';
import { contract } from './contract.ts';

let directory: string;
let count = 0;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'plan-sqlite-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('on SQLite', () => {
  contract({
    create: async () => {
      count += 1;
      return { engine: 'sqlite', file: join(directory, String(count), 'keikaku-navi.db') };
    },
    execute: async (address, sql) => {
      if (address.engine !== 'sqlite') throw new Error('this is a file');
      const database = new Libsql(address.file);
      try {
        database.exec(sql);
      } finally {
        database.close();
      }
    },
  });
});

describe('a file of SQLite', () => {
  test('survives a power cut, lets readers through, and keeps its references', async () => {
    const { db } = openSqlite(join(directory, 'settings.db'), () => undefined);
    const setting = async (name: string) =>
      Object.values((await sql`pragma ${sql.raw(name)}`.execute(db)).rows[0] ?? {});
    expect(
      await Promise.all(['journal_mode', 'synchronous', 'foreign_keys', 'recursive_triggers'].map(setting)),
    ).toEqual([['wal'], [2], [1], [1]]);
    await db.destroy();
  });

  test('is not read again for figures as long as nobody writes', async () => {
    const address = { engine: 'sqlite', file: join(directory, 'figures.db') } as const;
    const store = await openStore(address, () => undefined);
    await store.reports.saveRound(round(), deed('create-round'));
    await store.reports.saveReport(report({ state: 'accepted', lines: [line()] }), deed('accept'));
    const once = await store.reports.acceptedLines([openData]);
    await store.reports.rounds();
    expect(await store.reports.acceptedLines([openData])).toBe(once);
    await store.close();
  });

  test('refuses what the driver would end the process for', async () => {
    const { db } = openSqlite(join(directory, 'strange.db'), () => undefined);
    await expect(sql`select ${true}`.execute(db)).rejects.toThrow(TypeError);
    expect((await sql`select ${1} as one`.execute(db)).rows).toEqual([{ one: 1 }]);
    await db.destroy();
  });
});
