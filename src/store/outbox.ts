import { isDeepStrictEqual } from 'node:util';
import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import { keyOf, type NoticeKey } from '../notice/notice.ts';
import type { Outbox, Placed } from '../notice/outbox.ts';
import type { Moment } from '../report/day.ts';
import { claim, record, settle } from './claim.ts';
import { fromJson, toJson } from './json.ts';
import { listOutgoing, readBacklog, readOutgoing, toOutboxRow } from './outbox-rows.ts';
import { alone, pause, readPause } from './pause.ts';
import type { Schema } from './schema.ts';

/** Rows written in one statement: SQLite binds 32,766 values in one, PostgreSQL 65,535. */
const batch = 1_000;

/** Puts in what is not there; within a transaction, also that of what it tells of: no row that is there is touched. */
export async function place(db: Transaction<Schema>, notices: readonly Placed[]): Promise<void> {
  const all = notices.map((placed) => ({ key: keyOf(placed.notice), placed }));
  for (let start = 0; start < all.length; start += batch) {
    const some = all.slice(start, start + batch);
    // What is there already is left out before: every refused row would use up a number of PostgreSQL's sequence.
    const there = await db
      .selectFrom('outbox')
      .select('key')
      .where(
        'key',
        'in',
        some.map(({ key }) => key),
      )
      .execute();
    const known = new Set<string>(there.map(({ key }) => key));
    const missing = some.flatMap(({ key, placed }) => (known.has(key) ? [] : [toOutboxRow(placed)]));
    if (missing.length === 0) continue;
    await db
      .insertInto('outbox')
      .values(missing)
      // Twice among those given.
      .onConflict((twice) => twice.column('key').doNothing())
      .execute();
  }
}

type Shown = Parameters<Outbox['reshow']>[1];

async function reshow(db: Transaction<Schema>, key: NoticeKey, before: Shown, after: Shown): Promise<boolean> {
  const row = await db
    .selectFrom('outbox')
    .select('shown')
    .where('key', '=', key)
    .where('state', '=', 'sent')
    .executeTakeFirst();
  // As nouns: the order of their fields means nothing.
  if (!row || !isDeepStrictEqual(fromJson(z.json(), row.shown), fromJson(z.json(), toJson(before)))) return false;
  await db
    .updateTable('outbox')
    .set({ shown: toJson(after) })
    .where('key', '=', key)
    .execute();
  return true;
}

/** Keeps a notice back that is not under way. */
async function hold(db: Transaction<Schema>, key: NoticeKey, at: Moment): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ state: 'held', lease_owner: null, lease_until: null })
    .where('key', '=', key)
    .where('state', '=', 'waiting')
    .where(({ or, eb }) => or([eb('lease_until', 'is', null), eb('lease_until', '<=', at)]))
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Lets a notice go that was kept back or given up. */
async function release(db: Transaction<Schema>, key: NoticeKey, at: Moment): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set(({ eb, ref }) => ({
      state: 'waiting',
      settled_at: null,
      not_before: eb.case().when('not_before', '<', at).then(at).else(ref('not_before')).end(),
    }))
    .where('key', '=', key)
    .where('state', 'in', ['held', 'failed'])
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** The outbox in a database. Every change of it waits for the one before, so that none is made on what has just changed. */
export function outboxIn(db: Kysely<Schema>): Outbox {
  return {
    place: async (notices) => {
      if (notices.length > 0) await alone(db, (within) => place(within, notices));
    },
    claim: (request) => claim(db, request),
    settle: (given, outcome, entries) => settle(db, given, outcome, entries),
    pause: (until) => pause(db, until),
    pausedUntil: (now) => readPause(db, now),
    find: (key) => readOutgoing(db, key),
    list: (query) => listOutgoing(db, query),
    backlog: (now) => readBacklog(db, now),
    reshow: (key, before, after) => alone(db, (within) => reshow(within, key, before, after)),
    finish: async (key) => {
      await db.updateTable('outbox').set({ finished: 1 }).where('key', '=', key).execute();
    },
    redirect: (key, to, at, entry) =>
      alone(db, async (within) => {
        const changed = await (to === 'held' ? hold : release)(within, key, at);
        if (changed) await record(within, [entry]);
        return changed;
      }),
  };
}
