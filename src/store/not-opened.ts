import { Unreached } from './unavailable.ts';

/** Why a database could not be opened, as far as an operator can do something about it. */
export type OpeningFault =
  | 'unreached'
  | 'denied'
  | 'locked'
  | 'not-writable'
  | 'full'
  | 'foreign'
  | 'damaged'
  | 'newer'
  | 'unknown';

/** The program cannot begin without its database; the cause says everything, and may hold secrets. */
export class StoreNotOpened extends Error {
  readonly fault: OpeningFault;
  /** What the database or the system calls it («ECONNREFUSED», «28P01», «SQLITE_BUSY»); null where it has no name. */
  readonly code: string | null;
  /** Where it is, without a user's name or a password. */
  readonly place: string;

  constructor(place: string, cause: unknown) {
    super('the database could not be opened', { cause });
    this.place = place;
    this.code = codeOf(cause);
    this.fault = cause instanceof Unreached ? 'unreached' : faultOf(cause, this.code ?? '');
  }
}

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  return code ?? codeOf(error.cause);
}

/** By the codes of SQLite, PostgreSQL and the operating system. */
const faults: readonly (readonly [RegExp, OpeningFault])[] = [
  [/^(?:SQLITE_BUSY|55P03|57014)/u, 'locked'],
  [/^(?:SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|EACCES|EPERM|EROFS|ENOTDIR|EEXIST|25006)/u, 'not-writable'],
  [/^(?:SQLITE_FULL|ENOSPC|53100)/u, 'full'],
  [/^SQLITE_NOTADB/u, 'foreign'],
  [/^(?:SQLITE_CORRUPT|XX001|XX002)/u, 'damaged'],
  [/^(?:28|3D000|42501)/u, 'denied'],
  [/^(?:08|53|57)/u, 'unreached'],
];

function faultOf(error: unknown, code: string): OpeningFault {
  const [, found] = faults.find(([pattern]) => pattern.test(code)) ?? [];
  if (found !== undefined) return found;
  // Kysely has no class for it: migrations have run there that this program does not know.
  return error instanceof Error && error.message.startsWith('corrupted migrations') ? 'newer' : 'unknown';
}
