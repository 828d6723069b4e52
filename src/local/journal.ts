import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { lockFolder } from './folder-lock.ts';
import { type Change, changeSchema, createState, type State } from './state.ts';

/** Why the folder cannot be used. `line` counts from 1; null where the file itself is out of reach. */
export interface JournalFault {
  /** in-use: another program has the folder. */
  code: 'corrupt' | 'no-access' | 'in-use';
  file: string;
  line: number | null;
}

/** The workspace's state, and the file that keeps it over restarts: one change a line, so that a crash loses nothing before it. */
export interface Journal {
  state: State;
  /** Makes a change and writes it down. */
  record(change: Change): void;
  /** Begins anew; what was stays beside the journal as `journal.jsonl.before`. */
  reset(): void;
  /** Gives the folder back. */
  close(): void;
}

/** A journal this many times longer than what it amounts to is written anew. */
const mostWaste = 2;

const lineSchema = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue('not JSON');
      return z.NEVER;
    }
  })
  .pipe(changeSchema);

/** Changes of a file's lines. The last line may be torn by a crash and is then left out. */
function readChanges(file: string): { ok: true; changes: Change[] } | { ok: false; line: number } {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const torn = lines.pop() ?? '';
  const changes: Change[] = [];
  for (const [index, line] of lines.entries()) {
    const parsed = lineSchema.safeParse(line);
    if (!parsed.success) return { ok: false, line: index + 1 };
    changes.push(parsed.data);
  }
  const last = lineSchema.safeParse(torn);
  return { ok: true, changes: last.success ? [...changes, last.data] : changes };
}

function write(file: string, changes: readonly Change[]): void {
  const whole = changes.map((change) => `${JSON.stringify(change)}\n`).join('');
  writeFileSync(`${file}.new`, whole);
  renameSync(`${file}.new`, file);
}

function isAccessFault(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && /^E(?:ACCES|PERM|ROFS|NOTDIR|ISDIR|EXIST)$/u.test(String(error.code))
  );
}

/**
 * Opens a folder's journal, made where there is none; with `anew`, what was there is set aside, sound or not. Nothing is changed
 * in a folder that cannot be read whole, or that another program has.
 */
export function openJournal(
  folder: string,
  { anew = false } = {},
): { ok: true; journal: Journal } | { ok: false; fault: JournalFault } {
  const file = join(folder, 'journal.jsonl');
  try {
    mkdirSync(folder, { recursive: true });
    const release = lockFolder(folder);
    if (!release) return { ok: false, fault: { code: 'in-use', file, line: null } };
    if (anew) setAside(folder);
    const read = readChanges(file);
    if (!read.ok) return { ok: false, fault: { code: 'corrupt', file, line: read.line } };
    let state = createState();
    for (const change of read.changes) state.apply(change);
    const current = state.changes();
    write(file, read.changes.length > current.length * mostWaste ? current : read.changes);
    const journal: Journal = {
      get state() {
        return state;
      },
      record(change) {
        state.apply(change);
        appendFileSync(file, `${JSON.stringify(change)}\n`);
      },
      reset() {
        setAside(folder);
        state = createState();
      },
      close: release,
    };
    return { ok: true, journal };
  } catch (error) {
    if (isAccessFault(error)) return { ok: false, fault: { code: 'no-access', file, line: null } };
    throw error;
  }
}

/** Moves a folder's journal out of the way, sound or not; it stays beside the new one. */
function setAside(folder: string): void {
  const file = join(folder, 'journal.jsonl');
  if (existsSync(file)) renameSync(file, `${file}.before`);
}
