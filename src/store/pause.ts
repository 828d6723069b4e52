import type { Kysely, Transaction } from 'kysely';
import { type Moment, momentSchema } from '../report/day.ts';
import type { Schema } from './schema.ts';

/**
 * Changes the outbox while nobody else does, in any process, and tells until when Slack has asked for a pause, if it ever did.
 * Both engines lock a row that is updated, even to what it was, until the transaction ends.
 */
export function alone<T>(
  db: Kysely<Schema>,
  change: (within: Transaction<Schema>, pausedUntil: Moment | null) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (within) => {
    const row = await within
      .updateTable('slack_pause')
      .set(({ ref }) => ({ paused_until: ref('paused_until') }))
      .returning('paused_until')
      .executeTakeFirstOrThrow();
    return change(within, momentSchema.nullable().parse(row.paused_until));
  });
}

/** Slack's Retry-After, kept for all processes; the latest end counts. */
export async function pause(db: Kysely<Schema>, until: Moment): Promise<void> {
  await db
    .updateTable('slack_pause')
    .set({ paused_until: until })
    .where(({ or, eb }) => or([eb('paused_until', 'is', null), eb('paused_until', '<', until)]))
    .execute();
}

/** Until when nothing goes out; null where there is no pause to come. */
export async function readPause(db: Kysely<Schema>, now: Moment): Promise<Moment | null> {
  const row = await db
    .selectFrom('slack_pause')
    .select('paused_until')
    .where('paused_until', '>', now)
    .executeTakeFirst();
  return row ? momentSchema.parse(row.paused_until) : null;
}
