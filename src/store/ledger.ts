import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import { type Deed, deedSchema, type LedgerEntry, ledgerEntrySchema, type Subject } from '../report/ledger.ts';
import type { LedgerQuery } from '../report/store.ts';
import { fromJson, storable, toJson } from './json.ts';
import type { Schema } from './schema.ts';

interface Entry {
  deed: Deed;
  subject: Subject;
  before: unknown;
  after: unknown;
}

/** Adds a row; within the transaction of the change it records. */
export async function append(db: Kysely<Schema>, { deed, subject, before, after }: Entry): Promise<void> {
  const { by, at, action, via, reason } = storable(deedSchema, deed);
  await db
    .insertInto('ledger')
    .values({
      at,
      user_id: by?.user ?? null,
      name: by?.name ?? null,
      post: by?.post ?? null,
      action,
      via,
      reason,
      round: subject.round,
      section: subject.section,
      roster_entry: subject.rosterEntry,
      before: toJson(before),
      after: toJson(after),
    })
    .execute();
}

function toEntry(row: Selectable<Schema['ledger']>): LedgerEntry {
  const { user_id: user, name, post, roster_entry: rosterEntry, before, after, ...rest } = row;
  return ledgerEntrySchema.parse({
    ...rest,
    by: user === null ? null : { user, name, post },
    rosterEntry,
    before: fromJson(z.json(), before),
    after: fromJson(z.json(), after),
  });
}

/** The rows asked for, oldest first. */
export async function readLedger(
  db: Kysely<Schema>,
  { round, section, rosterEntry, after, before, limit }: LedgerQuery,
): Promise<LedgerEntry[]> {
  let query = db.selectFrom('ledger').selectAll().where('sequence', '>', after);
  if (round !== null) query = query.where('round', '=', round);
  if (section !== null) query = query.where('section', '=', section);
  if (rosterEntry !== null) query = query.where('roster_entry', '=', rosterEntry);
  if (before !== undefined) {
    const last = await query.where('sequence', '<', before).orderBy('sequence', 'desc').limit(limit).execute();
    return last.toReversed().map(toEntry);
  }
  const rows = await query.orderBy('sequence').limit(limit).execute();
  return rows.map(toEntry);
}
