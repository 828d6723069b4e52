import { type Kysely, Migrator } from 'kysely';
import type { Engine } from './engine.ts';
import { roundsAndReports } from './migrations/0001-rounds-and-reports.ts';
import { notices } from './migrations/0002-notices.ts';
import type { Schema } from './schema.ts';

/** In order; a migration that has run anywhere is never edited, a change to the schema is a new one below. */
const migrations = {
  '0001-rounds-and-reports': roundsAndReports,
  '0002-notices': notices,
} as const;

/**
 * Brings the database to this program's schema. Processes that start at once wait for each other: all of it is one
 * transaction, under an advisory lock on PostgreSQL and under the write lock on SQLite.
 * @throws Error when a migration fails, or when the database was made by a newer program.
 */
export async function migrate(db: Kysely<Schema>, engine: Engine): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: async () =>
        Object.fromEntries(
          Object.entries(migrations).map(([name, run]) => [
            name,
            { up: (inner: Kysely<unknown>) => run(inner, engine) },
          ]),
        ),
    },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
