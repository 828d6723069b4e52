import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Libsql from 'libsql';

/** What became of a copy; nothing stands in the new place unless it is `ok`. */
export type CopyResult =
  | { ok: true }
  | {
      ok: false;
      /** missing: nothing there; foreign: not a database of this program; damaged: SQLite finds faults in it; exists: the new place is taken. */
      code: 'missing' | 'foreign' | 'damaged' | 'exists';
    };

/** What makes a file a database of this program: its migrations have run there. */
function isOurs(database: Libsql.Database): boolean {
  return database.prepare("select 1 from sqlite_master where name = 'kysely_migration'").get() !== undefined;
}

function isSound(database: Libsql.Database): boolean {
  return JSON.stringify(database.prepare('pragma integrity_check').pluck().all()) === '["ok"]';
}

function toDisk(file: string): void {
  const handle = openSync(file, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/**
 * A backup and, the other way round, a restore: a whole and checked copy of a database file, also while the bot writes to it.
 * Never overwrites: whoever restores moves the old database away first, and its -wal file with it.
 * @throws Error when the disk is full or a folder may not be written.
 */
export function copyDatabase(from: string, to: string): CopyResult {
  if (!existsSync(from)) return { ok: false, code: 'missing' };
  if ([to, `${to}-wal`].some((file) => existsSync(file))) return { ok: false, code: 'exists' };
  const database = new Libsql(from, { timeout: 5_000 });
  const part = `${to}.part`;
  try {
    if (!isOurs(database)) return { ok: false, code: 'foreign' };
    if (!isSound(database)) return { ok: false, code: 'damaged' };
    mkdirSync(dirname(to), { recursive: true });
    rmSync(part, { force: true });
    database.prepare('vacuum into ?').run(part);
    toDisk(part);
    renameSync(part, to);
    toDisk(dirname(to));
    return { ok: true };
  } catch (error) {
    rmSync(part, { force: true });
    const code = error instanceof Libsql.SqliteError ? error.code : '';
    if (code === 'SQLITE_NOTADB') return { ok: false, code: 'foreign' };
    if (code.startsWith('SQLITE_CORRUPT')) return { ok: false, code: 'damaged' };
    throw error;
  } finally {
    database.close();
  }
}
