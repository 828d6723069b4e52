import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import Libsql from 'libsql';
import type { Schema } from './schema.ts';

/** How long one process waits for another's write before it gives up. */
const busyMilliseconds = 5_000;

/** libsql ends the whole process when it is given anything else. */
function assertBindable(parameters: readonly unknown[]): void {
  const strange = parameters.find((value) => value !== null && typeof value !== 'string' && typeof value !== 'number');
  if (strange !== undefined) throw new TypeError(`a ${typeof strange} cannot be stored`);
}

/** Opens, or makes, the database in a file. WAL: readers never wait; FULL: what was committed survives a power cut. */
export function openSqlite(file: string): Kysely<Schema> {
  mkdirSync(dirname(file), { recursive: true });
  const database = new Libsql(file, { timeout: busyMilliseconds });
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // Or else INSERT OR REPLACE deletes a row and no trigger hears of it.
  database.pragma('recursive_triggers = ON');
  const dialect = new SqliteDialect({
    database: {
      close: () => void database.close(),
      prepare: (sql) => {
        // A transaction here always writes. One that begins as a reader cannot become a writer after somebody else wrote.
        const statement = database.prepare<unknown[]>(sql === 'begin' ? 'begin immediate' : sql);
        return {
          reader: statement.reader,
          all: (parameters) => {
            assertBindable(parameters);
            return statement.all(...parameters);
          },
          run: (parameters) => {
            assertBindable(parameters);
            return statement.run(...parameters);
          },
          iterate: (parameters) => {
            assertBindable(parameters);
            return statement.iterate(...parameters);
          },
        };
      },
    },
  });
  return new Kysely<Schema>({
    dialect: {
      createDriver: () => dialect.createDriver(),
      createQueryCompiler: () => dialect.createQueryCompiler(),
      createIntrospector: (db) => dialect.createIntrospector(db),
      // SQLite can, and only so are two processes that migrate at once kept apart; Kysely leaves it off.
      createAdapter: () => Object.defineProperty(dialect.createAdapter(), 'supportsTransactionalDdl', { value: true }),
    },
  });
}
