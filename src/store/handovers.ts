import type { Kysely, Selectable } from 'kysely';
import { type Handover, handoverSchema } from '../report/handover.ts';
import type { Table } from './save.ts';
import type { Schema } from './schema.ts';

function toHandover({ round, section, from_user, to_user, version }: Selectable<Schema['handovers']>): Handover {
  return handoverSchema.parse({ round, section, from: from_user, to: to_user, version });
}

/** Those of rounds that are open, by round and section. */
export async function readHandovers(db: Kysely<Schema>): Promise<Handover[]> {
  const rows = await db
    .selectFrom('handovers')
    .innerJoin('rounds', 'rounds.id', 'handovers.round')
    .selectAll('handovers')
    .where('rounds.state', '=', 'open')
    .orderBy('handovers.round')
    .orderBy('handovers.section')
    .orderBy('from_user')
    .execute();
  return rows.map(toHandover);
}

/** How a hand-over is stored: one for each section in a round and who was told of it. */
export const handoverTable: Table<Handover> = {
  schema: handoverSchema,
  subject: ({ round, section }) => ({ round, section, rosterEntry: null }),
  read: async (db, { round, section, from }) => {
    const row = await db
      .selectFrom('handovers')
      .selectAll()
      .where('round', '=', round)
      .where('section', '=', section)
      .where('from_user', '=', from)
      .executeTakeFirst();
    return row ? toHandover(row) : null;
  },
  write: async (db, { round, section, from, to, version }) => {
    const row = { round, section, from_user: from, to_user: to, version };
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('handovers')
      .values(row)
      .onConflict((known) =>
        known
          .columns(['round', 'section', 'from_user'])
          .doUpdateSet(row)
          .where('handovers.version', '=', version - 1),
      )
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  },
};
