import type { Insertable, Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import { keyOf, type NoticeKey, noticeKeySchema, noticeSchema } from '../notice/notice.ts';
import { type Backlog, type OutboxQuery, type Outgoing, outgoingStates, type Placed } from '../notice/outbox.ts';
import { type Moment, momentSchema } from '../report/day.ts';
import { fromJson, storable, toJson } from './json.ts';
import type { Schema } from './schema.ts';

const outgoingSchema: z.ZodType<Outgoing> = z.strictObject({
  key: noticeKeySchema,
  sequence: z.int().min(1),
  notice: noticeSchema,
  notBefore: momentSchema,
  inThreadOf: noticeKeySchema.nullable(),
  state: z.enum(outgoingStates),
  attempts: z.int().min(0),
  unclearSince: momentSchema.nullable(),
  trouble: z.string().nullable(),
  place: z.strictObject({ channel: z.string(), ts: z.string() }).nullable(),
  settledAt: momentSchema.nullable(),
  shown: z.json(),
});

/** A row of the outbox that nobody has tried yet. */
export function toOutboxRow({ notice, notBefore, inThreadOf }: Placed): Insertable<Schema['outbox']> {
  const stored = storable(noticeSchema, notice);
  return {
    key: keyOf(stored),
    kind: stored.kind,
    recipient: stored.to,
    notice: toJson(stored),
    not_before: notBefore,
    in_thread_of: inThreadOf,
    state: 'waiting',
    attempts: 0,
    unclear_since: null,
    trouble: null,
    channel: null,
    ts: null,
    settled_at: null,
    shown: toJson(null),
    finished: 0,
    lease_owner: null,
    lease_until: null,
  };
}

export function toOutgoing(
  row: Omit<Selectable<Schema['outbox']>, 'finished' | 'lease_owner' | 'lease_until'>,
): Outgoing {
  const { key, sequence, state, attempts, trouble, channel, ts } = row;
  return outgoingSchema.parse({
    key,
    sequence,
    notice: fromJson(noticeSchema, row.notice),
    notBefore: row.not_before,
    inThreadOf: row.in_thread_of,
    state,
    attempts,
    unclearSince: row.unclear_since,
    trouble,
    place: channel === null ? null : { channel, ts },
    settledAt: row.settled_at,
    shown: fromJson(z.json(), row.shown),
  });
}

export async function readOutgoing(db: Kysely<Schema>, key: NoticeKey): Promise<Outgoing | null> {
  const row = await db.selectFrom('outbox').selectAll().where('key', '=', key).executeTakeFirst();
  return row ? toOutgoing(row) : null;
}

/** The rows asked for, newest first. */
export async function listOutgoing(
  db: Kysely<Schema>,
  { states, kinds, to, since, unfinished, before, limit }: OutboxQuery,
): Promise<Outgoing[]> {
  // PostgreSQL knows no empty list.
  if (states?.length === 0 || kinds?.length === 0) return [];
  let query = db.selectFrom('outbox').selectAll();
  if (states) query = query.where('state', 'in', states);
  if (kinds) query = query.where('kind', 'in', kinds);
  if (to) query = query.where('recipient', '=', to);
  if (since) query = query.where(({ or, eb }) => or([eb('not_before', '>=', since), eb('settled_at', '>=', since)]));
  if (unfinished) query = query.where('finished', '=', 0);
  if (before !== undefined) query = query.where('sequence', '<', before);
  const rows = await query.orderBy('sequence', 'desc').limit(limit).execute();
  return rows.map(toOutgoing);
}

/** How many wait although their time has come, since when, and how many were given up. */
export async function readBacklog(db: Kysely<Schema>, now: Moment): Promise<Backlog> {
  const { waiting, oldest, failed } = await db
    .selectFrom('outbox')
    .select(({ fn, eb }) => {
      const isDue = eb.and([eb('state', '=', 'waiting'), eb('not_before', '<=', now)]);
      return [
        fn.count<number | string>(eb.case().when(isDue).then('key').end()).as('waiting'),
        fn.min(eb.case().when(isDue).then(eb.ref('not_before')).end()).as('oldest'),
        fn.count<number | string>(eb.case().when('state', '=', 'failed').then('key').end()).as('failed'),
      ];
    })
    .where('state', 'in', ['waiting', 'failed'])
    .executeTakeFirstOrThrow();
  return { waiting: Number(waiting), oldest: momentSchema.nullable().parse(oldest), failed: Number(failed) };
}
