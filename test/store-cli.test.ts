import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DatabaseConfig } from '../src/config.ts';
import { openStore } from '../src/store/store.ts';
import { copyStore } from '../src/store-cli.ts';
import { loadWording } from '../src/wording/wording.ts';

const wording = loadWording(join(process.cwd(), 'prompts', 'messages'));
const database: DatabaseConfig = { engine: 'sqlite', file: '.data/keikaku-navi.db' };

let root: string;
let file: string;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'plan-copy-'));
  file = join(root, 'copy.db');
  const store = await openStore({ engine: 'sqlite', file: join(root, '.data', 'keikaku-navi.db') }, (error) => {
    throw error;
  });
  await store.close();
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('an operator saves a copy, and is told where', () => {
  const said = copyStore({ command: 'backup', file, database, root, wording });
  expect(said).toEqual({ ok: true, message: `控えを保存しました: ${file}` });
  expect(existsSync(file)).toBe(true);
});

test('an operator restores it where no database is', () => {
  copyStore({ command: 'backup', file, database, root, wording });
  rmSync(join(root, '.data'), { recursive: true });
  expect(copyStore({ command: 'restore', file, database, root, wording })).toMatchObject({ ok: true });
  expect(existsSync(join(root, '.data', 'keikaku-navi.db'))).toBe(true);
});

describe('an operator is told what to do', () => {
  test('when a database stands where the copy should go', () => {
    copyStore({ command: 'backup', file, database, root, wording });
    const { ok, message } = copyStore({ command: 'restore', file, database, root, wording });
    expect([ok, message]).toEqual([false, expect.stringContaining('-wal')]);
  });

  test('when the file is forgotten', () => {
    const { ok, message } = copyStore({ command: 'restore', file: undefined, database, root, wording });
    expect([ok, message]).toEqual([false, expect.stringContaining('npm run restore -- ')]);
  });

  test('when the database is a server', () => {
    const server: DatabaseConfig = { engine: 'postgres', url: 'postgres://navi:secret@db/keikaku' };
    const { ok, message } = copyStore({ command: 'backup', file, database: server, root, wording });
    expect([ok, message]).toEqual([false, expect.stringContaining('pg_dump')]);
    expect(message).not.toContain('secret');
  });
});
