import { isDeepStrictEqual } from 'node:util';
import type { Insertable, Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import { type RosterEntry, rosterEntrySchema } from '../report/roster.ts';
import { fromJson, toJson } from './json.ts';
import type { Table } from './save.ts';
import type { Schema } from './schema.ts';

type Row = Selectable<Schema['roster_entries']>;

const usersSchema = z.array(z.string());

function toRow({
  from,
  to,
  confirmedOn,
  deputies,
  staff,
  ...entry
}: RosterEntry): Insertable<Schema['roster_entries']> {
  return {
    ...entry,
    deputies: toJson(deputies),
    staff: toJson(staff),
    starts_on: from,
    ends_on: to,
    confirmed_on: confirmedOn,
  };
}

function toEntry({ starts_on, ends_on, confirmed_on, deputies, staff, ...row }: Row): RosterEntry {
  return rosterEntrySchema.parse({
    ...row,
    deputies: fromJson(usersSchema, deputies),
    staff: fromJson(usersSchema, staff),
    from: starts_on,
    to: ends_on,
    confirmedOn: confirmed_on,
  });
}

/**
 * Reads all entries that ever were, by section, oldest first. Everybody's gesture asks for them, and a large section's names
 * take longer to check than to read: a row that is as it was when it was read last is not checked again.
 */
export function rosterReader(db: Kysely<Schema>): () => Promise<RosterEntry[]> {
  let known = new Map<string, { row: Row; entry: RosterEntry }>();
  return async () => {
    const rows = await db
      .selectFrom('roster_entries')
      .selectAll()
      .orderBy('section')
      .orderBy('starts_on')
      .orderBy('id')
      .execute();
    const read = rows.map((row) => {
      const before = known.get(row.id);
      return before && isDeepStrictEqual(before.row, row) ? before : { row, entry: toEntry(row) };
    });
    known = new Map(read.map((one) => [one.row.id, one]));
    return read.map(({ entry }) => entry);
  };
}

/** How an entry of the roster is stored. */
export const rosterTable: Table<RosterEntry> = {
  schema: rosterEntrySchema,
  subject: ({ id, section }) => ({ round: null, section, rosterEntry: id }),
  read: async (db, { id }) => {
    const row = await db.selectFrom('roster_entries').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? toEntry(row) : null;
  },
  write: async (db, entry) => {
    const row = toRow(entry);
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('roster_entries')
      .values(row)
      .onConflict((known) =>
        known
          .column('id')
          .doUpdateSet(row)
          .where('roster_entries.version', '=', entry.version - 1),
      )
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  },
};
