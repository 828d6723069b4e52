import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type { SectionId } from '../plan/section.ts';
import { type Draft, draftSchema } from '../report/draft.ts';
import type { UserId } from '../report/person.ts';
import type { RoundId } from '../report/round.ts';
import { fromJson, storable, toJson } from './json.ts';
import type { Schema } from './schema.ts';

function toDraft({
  user_id: user,
  based_on: basedOn,
  lines,
  saved_at: savedAt,
  ...row
}: Selectable<Schema['drafts']>): Draft {
  return draftSchema.parse({ ...row, user, basedOn, lines: fromJson(z.json(), lines), savedAt });
}

/** All drafts of a round, oldest first. */
export async function readDrafts(db: Kysely<Schema>, round: RoundId): Promise<Draft[]> {
  const rows = await db
    .selectFrom('drafts')
    .selectAll()
    .where('round', '=', round)
    .orderBy('saved_at')
    .orderBy('user_id')
    .execute();
  return rows.map(toDraft);
}

export async function readDraft(
  db: Kysely<Schema>,
  round: RoundId,
  section: SectionId,
  user: UserId,
): Promise<Draft | null> {
  const row = await db
    .selectFrom('drafts')
    .selectAll()
    .where('round', '=', round)
    .where('section', '=', section)
    .where('user_id', '=', user)
    .executeTakeFirst();
  return row ? toDraft(row) : null;
}

/** A person's draft of a section's report; the newest replaces the one before. */
export async function saveDraft(db: Kysely<Schema>, draft: Draft): Promise<void> {
  const { round, section, user, basedOn, lines, savedAt } = storable(draftSchema, draft);
  const row = { round, section, user_id: user, based_on: basedOn, lines: toJson(lines), saved_at: savedAt };
  await db
    .insertInto('drafts')
    .values(row)
    .onConflict((known) => known.columns(['round', 'section', 'user_id']).doUpdateSet(row))
    .execute();
}

export async function dropDraft(db: Kysely<Schema>, round: RoundId, section: SectionId, user: UserId): Promise<void> {
  await db
    .deleteFrom('drafts')
    .where('round', '=', round)
    .where('section', '=', section)
    .where('user_id', '=', user)
    .execute();
}
