import type { Kysely, Transaction, Updateable } from 'kysely';
import { noticeSchema } from '../notice/notice.ts';
import type { Claimed, Entry, Outbox, Outcome } from '../notice/outbox.ts';
import { addSeconds, type Moment } from '../report/day.ts';
import { fromJson, storableText, toJson } from './json.ts';
import { addLadderMessage } from './ladder-messages.ts';
import { append } from './ledger.ts';
import { readOutgoing, toOutgoing } from './outbox-rows.ts';
import { alone } from './pause.ts';
import type { Schema } from './schema.ts';

/** Slack takes about one message a second in a conversation. */
const secondsBetween = 1;

/** The row whose turn it is. */
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
      .selectAll()
      .where('state', '=', 'waiting')
      .where('not_before', '<=', now)
      // A row under a lease is in a conversation in which one is under way.
      .where('recipient', 'not in', underWay)
      .where('recipient', 'not in', justSent)
      .where(({ or, eb, exists, selectFrom }) =>
        or([
          eb('in_thread_of', 'is', null),
          exists(
            selectFrom('outbox as parent')
              .select('parent.key')
              .whereRef('parent.key', '=', 'row.in_thread_of')
              .where('parent.state', '=', 'sent'),
          ),
        ]),
      )
      .orderBy('not_before')
      .orderBy('sequence')
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
    const attempts = row.attempts + 1;
    await within
      .updateTable('outbox')
      .set({ attempts, unclear_since: row.unclear_since ?? now, lease_owner: by, lease_until: until })
      .where('sequence', '=', row.sequence)
      .execute();
    const claimed = toOutgoing({ ...row, attempts });
    const parent = claimed.inThreadOf && (await readOutgoing(within, claimed.inThreadOf));
    return { ...claimed, thread: parent?.place ?? null };
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
      return { state: 'failed', settled_at: at, trouble: storableText(outcome.trouble), unclear_since: null };
    case 'later': {
      const trouble = outcome.trouble === null ? null : storableText(outcome.trouble);
      const later = { not_before: outcome.notBefore, trouble };
      // Where it is unclear, the beginning of the claim, or of a try before, stands there already.
      return outcome.unclear ? later : { ...later, unclear_since: null };
    }
  }
}

/** What was to go into a thread that never comes has nowhere to go, and would count as waiting for ever. */
async function dropThread(db: Transaction<Schema>, key: string, at: Moment): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ state: 'dropped', settled_at: at })
    .where('in_thread_of', '=', key)
    .where('state', 'in', ['waiting', 'held'])
    .execute();
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
    const row = await within
      .updateTable('outbox')
      .set({ ...settled(outcome, at), lease_owner: null, lease_until: null })
      .where('key', '=', key)
      .where('lease_owner', '=', by)
      .where('state', '=', 'waiting')
      .returning('notice')
      .executeTakeFirst();
    if (!row) return false;
    if (outcome.kind === 'dropped') await dropThread(within, key, at);
    if (outcome.kind === 'sent') await addLadderMessage(within, fromJson(noticeSchema, row.notice), at, outcome.shown);
    await record(within, entries);
    return true;
  });
}
