import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import { DatabaseError, Pool, type PoolClient, types } from 'pg';
import { moment } from '../report/day.ts';
import type { Schema } from './schema.ts';
import { Unreached } from './unavailable.ts';

/** How long to wait for a connection before the attempt counts as failed. */
const connectMilliseconds = 10_000;
/** How long a transaction may stand still: a process that was stopped in the middle of one would hold up all others. */
const idleMilliseconds = 5_000;
/** How long the server works on one statement, waiting for locks included. */
const statementMilliseconds = 30_000;
/** How long to wait for its answer: longer, so that only a server that says nothing any more is given up. */
const answerMilliseconds = 35_000;

/**
 * This pool's own readings, so that nothing else in the process is affected. pg would turn a date into midnight
 * of the host's time zone; here days stay text and times become moments in UTC.
 */
const readings: Readonly<Record<number, (text: string) => unknown>> = {
  [types.builtins.DATE]: (text) => text,
  [types.builtins.TIMESTAMPTZ]: moment,
};

/** What the server says is its own; everything else means that it was not reached. */
function unreached(error: unknown): unknown {
  return error instanceof DatabaseError ? error : new Unreached('the server did not answer', { cause: error });
}

/** A connection that is thrown away as soon as an answer did not come: nobody knows what it would say next. */
function trusted(client: PoolClient): PostgresPoolClient {
  let broken: unknown = null;
  const query = async (sql: string, parameters: readonly unknown[]): Promise<unknown> => {
    // Whoever rolls back after a failure is to hear of that failure, not of the connection.
    if (broken !== null) throw broken;
    try {
      return await client.query(sql, [...parameters]);
    } catch (error) {
      const told = unreached(error);
      if (told instanceof Unreached) broken = told;
      throw told;
    }
  };
  return {
    // Kysely also knows cursors, which nobody uses here.
    query: query as PostgresPoolClient['query'],
    release: () => client.release(broken !== null),
  };
}

/** Connects to a PostgreSQL server; a connection that breaks, used or not, is reported and replaced. */
export function openPostgres(url: string, onError: (error: unknown) => void): Kysely<Schema> {
  const pool = new Pool({
    connectionString: url,
    connectionTimeoutMillis: connectMilliseconds,
    idle_in_transaction_session_timeout: idleMilliseconds,
    statement_timeout: statementMilliseconds,
    query_timeout: answerMilliseconds,
    keepAlive: true,
    types: { getTypeParser: (id: number, format) => readings[id] ?? types.getTypeParser(id, format) },
  });
  // Without a listener the loss of a connection ends the process. The pool listens to those that nobody uses, and only to them.
  pool.on('connect', (client) => client.on('error', (error) => onError(unreached(error))));
  pool.on('error', () => undefined);
  const dialect = new PostgresDialect({
    pool: {
      connect: async () => {
        try {
          return trusted(await pool.connect());
        } catch (error) {
          const told = unreached(error);
          onError(told);
          throw told;
        }
      },
      end: () => pool.end(),
    },
  });
  return new Kysely<Schema>({
    dialect,
    log: (event) => {
      if (event.level === 'error') onError(event.error);
    },
  });
}
