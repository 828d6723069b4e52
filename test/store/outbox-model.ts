import { isDeepStrictEqual } from 'node:util';
import { keyOf } from '../../src/notice/notice.ts';
import type { Outbox, Outgoing } from '../../src/notice/outbox.ts';
import { addSeconds, type Moment } from '../../src/report/day.ts';

type Row = Outgoing & { finished: boolean; lease: { by: string; until: Moment } | null };

/** The outbox as its contract has it, in memory and for one process: what a database must agree with. */
export function modelOutbox(): { outbox: Outbox; recorded: () => number } {
  const rows: Row[] = [];
  let paused: Moment | null = null;
  let recorded = 0;
  const byKey = (key: string | null) => rows.find((row) => row.key === key);
  const shown = ({ lease, finished, ...row }: Row): Outgoing => ({ ...row });
  const busy = (to: string, now: Moment): boolean =>
    rows.some(
      (row) =>
        row.notice.to === to &&
        ((row.lease !== null && row.lease.until > now) ||
          (row.state === 'sent' && row.settledAt !== null && row.settledAt > addSeconds(now, -1))),
    );

  const outbox: Outbox = {
    place: async (notices) => {
      for (const placed of notices) {
        const key = keyOf(placed.notice);
        if (byKey(key)) continue;
        rows.push({
          ...placed,
          ...{ key, sequence: rows.length + 1, state: 'waiting', attempts: 0, unclearSince: null, trouble: null },
          ...{ place: null, settledAt: null, shown: null, finished: false, lease: null },
        });
      }
    },
    claim: async ({ by, now, until }) => {
      if (paused !== null && paused > now) return null;
      const [first] = rows
        .filter(({ state, notBefore }) => state === 'waiting' && notBefore <= now)
        .filter(({ notice }) => !busy(notice.to, now))
        .filter(({ inThreadOf }) => inThreadOf === null || byKey(inThreadOf)?.state === 'sent')
        .toSorted((one, other) => one.notBefore.localeCompare(other.notBefore) || one.sequence - other.sequence);
      if (!first) return null;
      first.attempts += 1;
      first.lease = { by, until };
      const claimed = { ...shown(first), thread: byKey(first.inThreadOf)?.place ?? null };
      first.unclearSince ??= now;
      return claimed;
    },
    settle: async ({ key, by, at }, outcome, entries) => {
      const row = byKey(key);
      if (row?.state !== 'waiting' || row.lease?.by !== by) return false;
      row.lease = null;
      recorded += entries.length;
      if (outcome.kind === 'later') {
        row.notBefore = outcome.notBefore;
        row.trouble = outcome.trouble;
        if (!outcome.unclear) row.unclearSince = null;
        return true;
      }
      row.state = outcome.kind;
      row.settledAt = at;
      row.trouble = outcome.kind === 'failed' ? outcome.trouble : null;
      if (outcome.kind !== 'dropped') row.unclearSince = null;
      else {
        const thread = rows.filter(({ inThreadOf, state }) => inThreadOf === key && /waiting|held/u.test(state));
        for (const child of thread) Object.assign(child, { state: 'dropped', settledAt: at });
      }
      if (outcome.kind === 'sent') {
        row.place = outcome.place;
        row.shown = outcome.shown;
      }
      return true;
    },
    pause: async (until) => {
      if (paused === null || paused < until) paused = until;
    },
    pausedUntil: async (now) => (paused !== null && paused > now ? paused : null),
    find: async (key) => {
      const row = byKey(key);
      return row ? shown(row) : null;
    },
    list: async ({ unfinished }) =>
      rows
        .filter(({ finished }) => !(unfinished && finished))
        .map(shown)
        .toReversed(),
    backlog: async (now) => {
      const due = rows.filter(({ state, notBefore }) => state === 'waiting' && notBefore <= now);
      const [oldest = null] = due.map(({ notBefore }) => notBefore).toSorted();
      return { waiting: due.length, oldest, failed: rows.filter(({ state }) => state === 'failed').length };
    },
    reshow: async (key, before, after) => {
      const row = byKey(key);
      if (row?.state !== 'sent' || !isDeepStrictEqual(row.shown, before)) return false;
      row.shown = after;
      return true;
    },
    finish: async (key) => {
      const row = byKey(key);
      if (row) row.finished = true;
    },
    redirect: async (key, to, at) => {
      const row = byKey(key);
      if (!row) return false;
      const mayGo = row.state === 'held' || row.state === 'failed';
      const mayStay = row.state === 'waiting' && (row.lease === null || row.lease.until <= at);
      if (!(to === 'held' ? mayStay : mayGo)) return false;
      recorded += 1;
      row.state = to;
      row.lease = null;
      if (to === 'held') return true;
      row.settledAt = null;
      if (row.notBefore < at) row.notBefore = at;
      return true;
    },
  };
  return { outbox, recorded: () => recorded };
}
