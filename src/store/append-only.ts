import { type Kysely, sql } from 'kysely';
import type { Engine } from './engine.ts';

/** What may never happen to the rows of a table. */
type Forbidden = 'update' | 'delete';

async function forbidInSqlite(db: Kysely<unknown>, table: string, forbidden: readonly Forbidden[]): Promise<void> {
  for (const event of forbidden) {
    const name = `${table}_no_${event}`;
    await sql`create trigger ${sql.id(name)} before ${sql.raw(event)} on ${sql.id(table)}
      begin select raise(abort, ${sql.lit(name)}); end`.execute(db);
  }
}

async function forbidInPostgres(db: Kysely<unknown>, table: string, forbidden: readonly Forbidden[]): Promise<void> {
  await sql`create or replace function forbidden() returns trigger language plpgsql as
    ${sql.lit("begin raise exception '%_no_%', tg_table_name, lower(tg_op); end")}`.execute(db);
  // TRUNCATE deletes without deleting.
  for (const event of [...forbidden, 'truncate']) {
    await sql`create trigger ${sql.id(`${table}_no_${event}`)} before ${sql.raw(event)} on ${sql.id(table)}
      for each statement execute function forbidden()`.execute(db);
  }
}

/** Makes the database itself refuse to change or delete rows of a table, whoever asks. */
export function forbid(
  db: Kysely<unknown>,
  engine: Engine,
  table: string,
  forbidden: readonly Forbidden[],
): Promise<void> {
  return engine === 'sqlite' ? forbidInSqlite(db, table, forbidden) : forbidInPostgres(db, table, forbidden);
}
