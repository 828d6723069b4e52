import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copyDatabase } from '../../src/store/backup.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { deed, line, report, round, section } from '../support/rounds.ts';

let directory: string;
let file: string;
let copy: string;
let store: Store;

const open = (path: string): Promise<Store> =>
  openStore({ engine: 'sqlite', file: path }, (error) => {
    throw error;
  });

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'plan-backup-'));
  file = join(directory, 'keikaku-navi.db');
  copy = join(directory, 'copies', 'copy.db');
  store = await open(file);
  await store.reports.saveRound(round(), deed('create-round'));
});
afterEach(async () => {
  await store.close();
  rmSync(directory, { recursive: true, force: true });
});

async function roundsIn(path: string) {
  const restored = await open(path);
  const rounds = await restored.reports.rounds();
  await restored.close();
  return rounds;
}

describe('a backup', () => {
  test('holds what was stored, while the bot goes on', async () => {
    expect(copyDatabase(file, copy)).toEqual({ ok: true });
    await store.reports.saveRound(round({ version: 1, title: '後の変更' }), deed('change-round'));
    expect(await roundsIn(copy)).toEqual([round({ version: 1 })]);
  });

  test('taken in the middle of many changes holds each of them whole or not at all', async () => {
    const saving = Array.from({ length: 40 }, (_, number) =>
      store.reports.saveReport(report({ section: section(`第${number}課`), lines: [line()] }), deed('submit')),
    );
    await Promise.all(saving.slice(0, 10));
    expect(copyDatabase(file, copy)).toEqual({ ok: true });
    await Promise.all(saving);
    const restored = await open(copy);
    const reports = await restored.reports.reports(round().id);
    const ledger = await restored.reports.ledger({
      round: null,
      section: null,
      rosterEntry: null,
      after: 0,
      limit: 100,
    });
    await restored.close();
    expect(reports.length).toBeGreaterThanOrEqual(10);
    expect(reports.every(({ lines }) => lines.length === 1)).toBe(true);
    expect(ledger).toHaveLength(reports.length + 1);
  });

  test('still forbids to change the ledger', () => {
    copyDatabase(file, copy);
    const database = new Libsql(copy);
    expect(() => database.exec('delete from ledger')).toThrow('ledger_no_delete');
    database.close();
  });

  test('is restored to where nothing is', async () => {
    copyDatabase(file, copy);
    await store.close();
    for (const name of readdirSync(directory).filter((each) => each.startsWith('keikaku-navi.db'))) {
      rmSync(join(directory, name));
    }
    expect(copyDatabase(copy, file)).toEqual({ ok: true });
    store = await open(file);
    expect(await store.reports.rounds()).toEqual([round({ version: 1 })]);
  });
});

describe('nothing is copied', () => {
  test('over what is there', () => {
    writeFileSync(join(directory, 'taken.db'), '大事なもの');
    expect(copyDatabase(file, join(directory, 'taken.db'))).toEqual({ ok: false, code: 'exists' });
    expect(readFileSync(join(directory, 'taken.db'), 'utf8')).toBe('大事なもの');
  });

  test('beside the changes of another database that wait to be taken in', () => {
    const place = join(directory, 'moved.db');
    writeFileSync(`${place}-wal`, 'x');
    expect(copyDatabase(file, place)).toEqual({ ok: false, code: 'exists' });
  });

  test('from a file that is not there, nor is one made', () => {
    expect(copyDatabase(join(directory, 'no.db'), copy)).toEqual({ ok: false, code: 'missing' });
    expect(existsSync(join(directory, 'no.db'))).toBe(false);
  });

  test.each([
    ['a text', 'これはデータベースではありません。'.repeat(100)],
    ['an empty file', ''],
  ])('from %s', (_, content) => {
    const stranger = join(directory, 'stranger.db');
    writeFileSync(stranger, content);
    expect(copyDatabase(stranger, copy)).toEqual({ ok: false, code: 'foreign' });
  });

  test('from another program’s database', () => {
    const stranger = join(directory, 'stranger.db');
    const database = new Libsql(stranger);
    database.exec('create table notes (id integer)');
    database.close();
    expect(copyDatabase(stranger, copy)).toEqual({ ok: false, code: 'foreign' });
  });

  test('from a database with a hole in it, and no part of it stays behind', () => {
    copyDatabase(file, copy);
    const bytes = readFileSync(copy);
    // Page 1 says what the file is; the tables lie behind it.
    bytes.fill(0xff, 4_096 * 2, 4_096 * 6);
    const damaged = join(directory, 'damaged.db');
    writeFileSync(damaged, bytes);
    expect(copyDatabase(damaged, join(directory, 'copies', 'new.db'))).toEqual({ ok: false, code: 'damaged' });
    expect(readdirSync(join(directory, 'copies'))).toEqual(['copy.db']);
  });
});
