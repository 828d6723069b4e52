import Libsql from 'libsql';
import { DatabaseError } from 'pg';

/** The server was not reached, or did not answer; what it would have said is not known. */
export class Unreached extends Error {}

/** Classes of PostgreSQL's codes that are about what was asked, not about the server: https://www.postgresql.org/docs/current/errcodes-appendix.html. */
const aboutTheQuery = /^(?:0A|0[BFLPZ]|1|2[0-46-9B-F]|3[489B]|40|42|44|P0)/u;
/** Likewise of SQLite: https://www.sqlite.org/rescode.html. */
const aboutTheStatement = /^SQLITE_(?:ERROR|CONSTRAINT|MISMATCH|MISUSE|RANGE|TOOBIG)/u;

/**
 * Whether an error says that the database cannot be used now (not reached, full, locked, read-only, damaged), and not that
 * something wrong was asked of it. Whoever tries again later may succeed.
 */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof Unreached) return true;
  if (error instanceof DatabaseError) return !aboutTheQuery.test(error.code ?? '');
  if (error instanceof Libsql.SqliteError) return !aboutTheStatement.test(error.code);
  return false;
}
