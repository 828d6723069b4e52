import type { Kysely, Transaction, Updateable } from 'kysely';
import type { Claimed, Entry, Outbox, Outcome } from '../notice/outbox.ts';
import { addSeconds, type Moment } from '../report/day.ts';
import { storableText, toJson } from './json.ts';
import { append } from './ledger.ts';
import { toOutgoing } from './outbox-rows.ts';
import { alone } from './pause.ts';
import type { Schema } from './schema.ts';

/** Slack takes about one message a second in a conversation. */
const secondsBetween = 1;

/** The row whose turn it is, with the place of the thread it goes into. */
function next(db: Kysely<Schema>, now: Moment) {
  const underWay = db.selectFrom('outbox').select('recipient').where('lease_until', '>', now);
  const justSent = db
    .selectFrom('outbox')
    .select('recipient')
    .where('state', '=', 'sent')
    .where('settled_at', '>', addSeconds(now, -secondsBetween));
  return (
    db
      .selectFrom('outbox as row')
      .leftJoin('outbox as parent', 'parent.key', 'row.in_thread_of')
      .selectAll('row')
      .select(['parent.channel as thread_channel', 'parent.ts as thread_ts'])
      .where('row.state', '=', 'waiting')
      .where('row.not_before', '<=', now)
      // A row under a lease is in a conversation in which one is under way.
      .where('row.recipient', 'not in', underWay)
      .where('row.recipient', 'not in', justSent)
      .where(({ or, eb }) => or([eb('row.in_thread_of', 'is', null), eb('parent.state', '=', 'sent')]))
      .orderBy('row.not_before')
      .orderBy('row.sequence')
      .limit(1)
      .executeTakeFirst()
  );
}

/** `Outbox.claim`. */
export function claim(db: Kysely<Schema>, { by, now, until }: Parameters<Outbox['claim']>[0]): Promise<Claimed | null> {
  return alone(db, async (within, pausedUntil) => {
    if (pausedUntil !== null && pausedUntil > now) return null;
    const row = await next(within, now);
    if (!row) return null;
    const { thread_channel: channel, thread_ts: ts, ...claimed } = row;
    const attempts = claimed.attempts + 1;
    await within
      .updateTable('outbox')
      .set({ attempts, unclear_since: claimed.unclear_since ?? now, lease_owner: by, lease_until: until })
      .where('sequence', '=', claimed.sequence)
      .execute();
    return {
      ...toOutgoing({ ...claimed, attempts }),
      thread: channel === null || ts === null ? null : { channel, ts },
    };
  });
}

function settled(outcome: Outcome, at: Moment): Updateable<Schema['outbox']> {
  switch (outcome.kind) {
    case 'sent': {
      const { channel, ts } = outcome.place;
      const shown = toJson(outcome.shown);
      return { state: 'sent', channel, ts, shown, settled_at: at, unclear_since: null, trouble: null };
    }
    case 'dropped':
      return { state: 'dropped', settled_at: at, trouble: null };
    case 'failed':
      return { state: 'failed', settled_at: at, trouble: storableText(outcome.trouble) };
    case 'later': {
      const trouble = outcome.trouble === null ? null : storableText(outcome.trouble);
      const later = { not_before: outcome.notBefore, trouble };
      // Where it is unclear, the beginning of the claim, or of a try before, stands there already.
      return outcome.unclear ? later : { ...later, unclear_since: null };
    }
  }
}

/** Adds the rows of the ledger that tell of a change of the outbox. */
export async function record(db: Transaction<Schema>, entries: readonly Entry[]): Promise<void> {
  for (const entry of entries) await append(db, { ...entry, before: null });
}

/** `Outbox.settle`. */
export function settle(
  db: Kysely<Schema>,
  { key, by, at }: Parameters<Outbox['settle']>[0],
  outcome: Outcome,
  entries: readonly Entry[],
): Promise<boolean> {
  return alone(db, async (within) => {
    const { numUpdatedRows } = await within
      .updateTable('outbox')
      .set({ ...settled(outcome, at), lease_owner: null, lease_until: null })
      .where('key', '=', key)
      .where('lease_owner', '=', by)
      .where('state', '=', 'waiting')
      .executeTakeFirstOrThrow();
    if (numUpdatedRows !== 1n) return false;
    await record(within, entries);
    return true;
  });
}
