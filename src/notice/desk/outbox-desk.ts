import type { Day, Moment } from '../../report/day.ts';
import type { Refusal } from '../../report/desk/parts.ts';
import { actorFor } from '../../report/desk/who.ts';
import type { LedgerAction } from '../../report/ledger.ts';
import { may } from '../../report/permissions.ts';
import type { Person, UserId } from '../../report/person.ts';
import type { RoundId } from '../../report/round.ts';
import { aboutOf } from '../about.ts';
import type { Circumstances } from '../circumstances.ts';
import type { NoticeKey } from '../notice.ts';
import type { Entry, Outgoing, OutgoingState } from '../outbox.ts';
import { type PlannedNotice, plannedNotices } from '../preview.ts';
import { readCircumstances } from '../read-circumstances.ts';
import type { NoticeDeskParts } from './parts.ts';

/** Which part of the outbox a coordinator looks at. */
export const outboxFilters = ['failed', 'waiting', 'sent', 'all'] as const;
export type OutboxFilter = (typeof outboxFilters)[number];

const statesOf: Readonly<Record<OutboxFilter, readonly OutgoingState[]>> = {
  failed: ['failed'],
  waiting: ['waiting', 'held'],
  sent: ['sent'],
  all: ['waiting', 'held', 'sent', 'dropped', 'failed'],
};

const pageLength = 10;
/** More failures than anybody counts one by one. */
const mostCounted = 100;
/** More than anybody keeps back. */
const mostHeld = 50;

/** 送信記録: some rows of the outbox, the newest first. */
export interface OutboxPage {
  filter: OutboxFilter;
  rows: readonly Outgoing[];
  /** Where the next page ends; null for none. */
  next: number | null;
  failed: number;
  /** Slack has asked for a pause until then. */
  pausedUntil: Moment | null;
}

/** Opens a page of the outbox, for coordinators. */
export async function openOutbox(
  { report, notices: { outbox } }: NoticeDeskParts,
  user: UserId,
  { filter, before }: { filter: OutboxFilter; before: number | null },
): Promise<{ ok: true; page: OutboxPage } | Refusal> {
  const permission = may(await actorFor(report, user), 'steer-notices', null);
  if (!permission.ok) return permission;
  const [found, failed, pausedUntil] = await Promise.all([
    outbox.list({ states: statesOf[filter], ...(before === null ? {} : { before }), limit: pageLength + 1 }),
    outbox.list({ states: ['failed'], limit: mostCounted }),
    outbox.pausedUntil(report.now()),
  ]);
  const rows = found.slice(0, pageLength);
  const next = found.length > pageLength ? (rows.at(-1)?.sequence ?? null) : null;
  return { ok: true, page: { filter, rows, next, failed: failed.length, pausedUntil } };
}

/** How far ahead a coordinator looks: to the next open day, or as far as the ladders reach. */
export type Reach = 'next-day' | 'rounds';

/** お知らせの予定: what will go out to whom if nobody reports before. */
export interface Schedule {
  reach: Reach;
  /** Only what concerns this round; null for all. */
  round: RoundId | null;
  until: Day;
  planned: readonly PlannedNotice[];
  /** What a coordinator keeps back; of all rounds, since nobody knows what it will be about. */
  held: readonly Outgoing[];
}

/** A ladder that goes on every week would have no end; a coordinator looks ahead this many open days at most. */
const furthest = 60;

function untilWhen({ today, calendar, boards }: Circumstances, reach: Reach): Day {
  const next = calendar.addOpenDays(today, 1);
  if (reach === 'next-day') return next;
  const last = boards
    .flatMap(({ reminders }) => reminders.map(({ day }) => day))
    .reduce((a, b) => (a > b ? a : b), next);
  const end = calendar.addOpenDays(today, furthest);
  return last < end ? last : end;
}

async function scheduleOf(parts: NoticeDeskParts, round: RoundId | null, reach: Reach): Promise<Schedule> {
  const [circumstances, held] = await Promise.all([
    readCircumstances(parts),
    parts.notices.outbox.list({ states: ['held'], limit: mostHeld }),
  ]);
  const until = untilWhen(circumstances, reach);
  const concerned = ({ content }: PlannedNotice): boolean =>
    round === null || aboutOf(content).some((one) => one.round === round);
  const planned = plannedNotices(circumstances, until).filter(concerned);
  return { reach, round, until, planned, held };
}

/** Opens what is planned, for coordinators. */
export async function openSchedule(
  parts: NoticeDeskParts,
  user: UserId,
  { round, reach }: { round: RoundId | null; reach: Reach },
): Promise<{ ok: true; schedule: Schedule } | Refusal> {
  const permission = may(await actorFor(parts.report, user), 'steer-notices', null);
  if (!permission.ok) return permission;
  return { ok: true, schedule: await scheduleOf(parts, round, reach) };
}

/** What a coordinator does to one notice: keeps it back, lets it go after all, sends it once more. */
export type Steering = 'hold' | 'release' | 'retry';

const deeds: Readonly<Record<Steering, { action: LedgerAction; from: readonly OutgoingState[] }>> = {
  hold: { action: 'hold-notice', from: ['waiting'] },
  release: { action: 'release-notice', from: ['held'] },
  retry: { action: 'retry-notice', from: ['failed'] },
};

function entryOf(by: Person, at: Moment, steering: Steering, key: NoticeKey): Entry {
  return {
    deed: { by, at, action: deeds[steering].action, via: 'form', reason: null },
    subject: { round: null, section: null, rosterEntry: null },
    after: { key },
  };
}

/** Steers one notice; `changed` where it has gone, or was steered by somebody else, meanwhile. */
export async function steerNotice(
  parts: NoticeDeskParts,
  user: UserId,
  key: NoticeKey,
  steering: Steering,
): Promise<{ ok: true; steering: Steering } | Refusal> {
  const permission = may(await actorFor(parts.report, user), 'steer-notices', null);
  if (!permission.ok) return permission;
  const { outbox } = parts.notices;
  const at = parts.report.now();
  if (steering === 'hold' && !(await outbox.find(key))) {
    // What is only planned has no row yet: it is put in for its own time, and kept back there.
    const { planned } = await scheduleOf(parts, null, 'rounds');
    const found = planned.find((one) => one.key === key);
    if (!found) return { ok: false, code: 'gone' };
    const { notice, notBefore, inThreadOf } = found;
    await outbox.place([{ notice, notBefore, inThreadOf }]);
  }
  const row = await outbox.find(key);
  if (!row) return { ok: false, code: 'gone' };
  const steered =
    deeds[steering].from.includes(row.state) &&
    (await outbox.redirect(
      key,
      steering === 'hold' ? 'held' : 'waiting',
      at,
      entryOf(permission.actor.person, at, steering, key),
    ));
  if (!steered) return { ok: false, code: 'changed' };
  parts.changed();
  return { ok: true, steering };
}
