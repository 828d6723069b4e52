import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import { type ExclusionRequest, exclusionRequestSchema } from '../report/exclusion-request.ts';
import { fromJson, toJson } from './json.ts';
import type { Table } from './save.ts';
import type { Schema } from './schema.ts';

function toRequest(row: Selectable<Schema['exclusion_requests']>): ExclusionRequest {
  const { requested_by, requested_at: at, declined, ...rest } = row;
  return exclusionRequestSchema.parse({
    ...rest,
    by: fromJson(z.json(), requested_by),
    at,
    declined: declined && fromJson(z.json(), declined),
  });
}

/** Those of rounds that are open, by round and section. */
export async function readExclusionRequests(db: Kysely<Schema>): Promise<ExclusionRequest[]> {
  const rows = await db
    .selectFrom('exclusion_requests')
    .innerJoin('rounds', 'rounds.id', 'exclusion_requests.round')
    .selectAll('exclusion_requests')
    .where('rounds.state', '=', 'open')
    .orderBy('exclusion_requests.round')
    .orderBy('exclusion_requests.section')
    .execute();
  return rows.map(toRequest);
}

/** How a request to be left out is stored: one for each section in a round. */
export const exclusionRequestTable: Table<ExclusionRequest> = {
  schema: exclusionRequestSchema,
  subject: ({ round, section }) => ({ round, section, rosterEntry: null }),
  read: async (db, { round, section }) => {
    const row = await db
      .selectFrom('exclusion_requests')
      .selectAll()
      .where('round', '=', round)
      .where('section', '=', section)
      .executeTakeFirst();
    return row ? toRequest(row) : null;
  },
  write: async (db, { by, at, declined, ...request }) => {
    const row = {
      ...request,
      requested_by: toJson(by),
      requested_at: at,
      declined: declined && toJson(declined),
    };
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('exclusion_requests')
      .values(row)
      .onConflict((known) =>
        known
          .columns(['round', 'section'])
          .doUpdateSet(row)
          .where('exclusion_requests.version', '=', request.version - 1),
      )
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  },
};
