import type { Kysely, Selectable } from 'kysely';
import { type Digest, digestSchema } from '../notice/digest/digest.ts';
import { digestFactsSchema } from '../notice/digest/facts.ts';
import type { Day } from '../report/day.ts';
import { fromJson, toJson } from './json.ts';
import type { Table } from './save.ts';
import type { Schema } from './schema.ts';

function toDigest({ facts, issued_at: issuedAt, ...row }: Selectable<Schema['digests']>): Digest {
  return digestSchema.parse({ ...row, facts: facts && fromJson(digestFactsSchema, facts), issuedAt });
}

export async function readDigest(db: Kysely<Schema>, week: Day): Promise<Digest | null> {
  const row = await db.selectFrom('digests').selectAll().where('week', '=', week).executeTakeFirst();
  return row ? toDigest(row) : null;
}

/** Newest week first. */
export async function readDigests(db: Kysely<Schema>, limit: number): Promise<Digest[]> {
  const rows = await db.selectFrom('digests').selectAll().orderBy('week', 'desc').limit(limit).execute();
  return rows.map(toDigest);
}

/** How the digest of a week is stored. */
export const digestTable: Table<Digest> = {
  schema: digestSchema,
  subject: () => ({ round: null, section: null, rosterEntry: null }),
  read: (db, { week }) => readDigest(db, week),
  write: async (db, { facts, issuedAt, ...digest }) => {
    const row = { ...digest, facts: facts === null ? null : toJson(facts), issued_at: issuedAt };
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('digests')
      .values(row)
      .onConflict((known) =>
        known
          .column('week')
          .doUpdateSet(row)
          .where('digests.version', '=', digest.version - 1),
      )
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  },
};
