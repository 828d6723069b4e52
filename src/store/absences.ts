import type { Kysely, Selectable } from 'kysely';
import { type Absence, absenceSchema } from '../notice/absence.ts';
import type { Day } from '../report/day.ts';
import type { Table } from './save.ts';
import type { Schema } from './schema.ts';

function toAbsence(row: Selectable<Schema['absences']>): Absence {
  const { user_id: user, starts_on: from, ends_on: to, stand_in: standIn, version } = row;
  return absenceSchema.parse({ user, from, to, standIn, version });
}

/** Those that have not ended by a day, by person. */
export async function readAbsences(db: Kysely<Schema>, on: Day): Promise<Absence[]> {
  const rows = await db
    .selectFrom('absences')
    .selectAll()
    .where(({ or, eb }) => or([eb('ends_on', 'is', null), eb('ends_on', '>=', on)]))
    .orderBy('user_id')
    .execute();
  return rows.map(toAbsence);
}

/** How somebody's absence is stored: one a person. */
export const absenceTable: Table<Absence> = {
  schema: absenceSchema,
  subject: () => ({ round: null, section: null, rosterEntry: null }),
  read: async (db, { user }) => {
    const row = await db.selectFrom('absences').selectAll().where('user_id', '=', user).executeTakeFirst();
    return row ? toAbsence(row) : null;
  },
  write: async (db, { user, from, to, standIn, version }) => {
    const row = { user_id: user, starts_on: from, ends_on: to, stand_in: standIn, version };
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('absences')
      .values(row)
      .onConflict((known) =>
        known
          .column('user_id')
          .doUpdateSet(row)
          .where('absences.version', '=', version - 1),
      )
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  },
};
