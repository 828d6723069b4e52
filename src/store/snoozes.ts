import type { Kysely, Selectable, Transaction } from 'kysely';
import { type Snooze, snoozeSchema } from '../notice/snooze.ts';
import type { Moment } from '../report/day.ts';
import type { Deed } from '../report/ledger.ts';
import { storable } from './json.ts';
import { append } from './ledger.ts';
import type { Schema } from './schema.ts';

function toSnooze({ recipient: to, snoozed_until: until }: Selectable<Schema['snoozes']>): Snooze {
  return snoozeSchema.parse({ to, until });
}

/** Those that end after a moment, the next to end first. */
export async function readSnoozes(db: Kysely<Schema>, after: Moment): Promise<Snooze[]> {
  const rows = await db
    .selectFrom('snoozes')
    .selectAll()
    .where('snoozed_until', '>', after)
    .orderBy('snoozed_until')
    .orderBy('recipient')
    .execute();
  return rows.map(toSnooze);
}

/** The newest of a recipient replaces the one before; both stand in the ledger. */
export async function saveSnooze(db: Transaction<Schema>, snooze: Snooze, deed: Deed): Promise<void> {
  const after = storable(snoozeSchema, snooze);
  const known = await db.selectFrom('snoozes').selectAll().where('recipient', '=', after.to).executeTakeFirst();
  const row = { recipient: after.to, snoozed_until: after.until };
  await db
    .insertInto('snoozes')
    .values(row)
    .onConflict((earlier) => earlier.column('recipient').doUpdateSet(row))
    .execute();
  const subject = { round: null, section: null, rosterEntry: null };
  await append(db, { deed, subject, before: known ? toSnooze(known) : null, after });
}
