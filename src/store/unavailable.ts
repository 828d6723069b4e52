import Libsql from 'libsql';

/** The server was not reached, or did not answer; what it would have said is not known. */
export class Unreached extends Error {}

/** Classes of PostgreSQL's codes that are about what was asked, not about the server: https://www.postgresql.org/docs/current/errcodes-appendix.html. */
const aboutTheQuery = /^(?:0A|0[BFLPZ]|1|2[0-46-9B-F]|3[489B]|40|42|44|P0)/u;
/** Likewise of SQLite: https://www.sqlite.org/rescode.html. */
const aboutTheStatement = /^SQLITE_(?:ERROR|CONSTRAINT|MISMATCH|MISUSE|RANGE|TOOBIG)/u;

/** What a PostgreSQL server calls its fault; null where the error is not from one. Told by its fields: the driver itself is loaded only by those who have a server. */
function serverCode(error: unknown): string | null {
  if (!(error instanceof Error && 'severity' in error && 'code' in error)) return null;
  return typeof error.code === 'string' ? error.code : '';
}

/**
 * Whether an error says that the database cannot be used now (not reached, full, locked, read-only, damaged), and not that
 * something wrong was asked of it. Whoever tries again later may succeed.
 */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof Unreached) return true;
  if (error instanceof Libsql.SqliteError) return !aboutTheStatement.test(error.code);
  const code = serverCode(error);
  return code !== null && !aboutTheQuery.test(code);
}
