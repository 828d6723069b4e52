import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import Libsql from 'libsql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSqlite } from '../../src/store/sqlite.ts';
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

  test('refuses what the driver would end the process for', async () => {
    const { db } = openSqlite(join(directory, 'strange.db'), () => undefined);
    await expect(sql`select ${true}`.execute(db)).rejects.toThrow(TypeError);
    expect((await sql`select ${1} as one`.execute(db)).rows).toEqual([{ one: 1 }]);
    await db.destroy();
  });
});
