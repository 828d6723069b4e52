/** `npm run backup -- FILE` and `npm run restore -- FILE`, in the terminal of the machine that keeps the database. */
import { resolve } from 'node:path';
import type { DatabaseConfig } from './config.ts';
import { copyDatabase } from './store/backup.ts';
import type { Wording } from './wording/wording.ts';

interface Parts {
  command: 'backup' | 'restore';
  /** The copy, as typed; relative to the working directory, which is the project’s own folder under npm. */
  file: string | undefined;
  database: DatabaseConfig;
  /** The project's own folder. */
  root: string;
  wording: Wording;
}

/** Copies the database to a file or a file to where the database belongs, and says what became of it. */
export function copyStore({ command, file, database, root, wording }: Parts): { ok: boolean; message: string } {
  // PostgreSQL has tools of its own for this, and they know more than we do.
  if (database.engine === 'postgres') return { ok: false, message: wording.plain('store.server', {}) };
  if (file === undefined) return { ok: false, message: wording.plain('store.usage', { command }) };
  const kept = resolve(root, database.file);
  const [from, to] = command === 'backup' ? [kept, resolve(file)] : [resolve(file), kept];
  const result = copyDatabase(from, to);
  return result.ok
    ? { ok: true, message: wording.plain('store.copied', { command, from, to }) }
    : { ok: false, message: wording.plain('store.not_copied', { command, code: result.code, from, to }) };
}
