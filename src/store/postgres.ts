import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import { moment } from '../report/day.ts';
import type { Schema } from './schema.ts';

/** How long to wait for a connection before the attempt counts as failed. */
const connectMilliseconds = 10_000;

/**
 * This pool's own readings, so that nothing else in the process is affected. pg would turn a date into midnight
 * of the host's time zone; here days stay text and times become moments in UTC.
 */
const readings: Readonly<Record<number, (text: string) => unknown>> = {
  [types.builtins.DATE]: (text) => text,
  [types.builtins.TIMESTAMPTZ]: moment,
};

/** Connects to a PostgreSQL server; a connection that breaks while idle is reported and replaced. */
export function openPostgres(url: string, onError: (error: Error) => void): Kysely<Schema> {
  const pool = new Pool({
    connectionString: url,
    connectionTimeoutMillis: connectMilliseconds,
    types: { getTypeParser: (id: number, format) => readings[id] ?? types.getTypeParser(id, format) },
  });
  // Without a listener the loss of an idle connection ends the process.
  pool.on('error', onError);
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}
