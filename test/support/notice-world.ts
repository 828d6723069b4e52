import type { Absence } from '../../src/notice/absence.ts';
import type { Calendar } from '../../src/notice/calendar.ts';
import type { Circumstances, Told } from '../../src/notice/circumstances.ts';
import { compose } from '../../src/notice/compose.ts';
import type { Content } from '../../src/notice/content.ts';
import { due } from '../../src/notice/due.ts';
import { isOfLadder, toldAbout } from '../../src/notice/ladder-message.ts';
import { keyOf, type NoticeKey } from '../../src/notice/notice.ts';
import type { Outgoing, Placed } from '../../src/notice/outbox.ts';
import type { Snooze } from '../../src/notice/snooze.ts';
import { toldBy } from '../../src/notice/told.ts';
import type { SectionId } from '../../src/plan/section.ts';
import { dayOf, type Moment, moment } from '../../src/report/day.ts';
import type { Handover } from '../../src/report/handover.ts';
import type { Report } from '../../src/report/report.ts';
import type { RosterEntry } from '../../src/report/roster.ts';
import type { Round } from '../../src/report/round.ts';
import { circumstances } from './circumstances.ts';
import { outgoing } from './notices.ts';

/** Everything that can change in the course of a round. */
export interface World {
  calendar: Calendar;
  sections: readonly SectionId[];
  rounds: Round[];
  roster: RosterEntry[];
  reports: Report[];
  absences: Absence[];
  handovers: Handover[];
  snoozes: Snooze[];
}

/** A message that went out. */
export interface Sent {
  placed: Placed;
  key: NoticeKey;
  at: Moment;
  content: Content;
  /** How things stood when it went out. */
  under: Circumstances;
}

/** An outbox in memory, and a messenger to whom every message arrives. */
export interface SimplePost {
  /** One beat of the clock: what is due is placed, and what may go goes, read again before. Gives what went out. */
  beat(world: World, now: Moment): Sent[];
  under(world: World, now: Moment): Circumstances;
  /** Keeps back what is placed next, until it is let go. */
  hold(): void;
  release(): void;
  held(): readonly Placed[];
  sent: readonly Sent[];
}

export function hoursLater(at: Moment, hours: number): Moment {
  return moment(new Date(Date.parse(at) + hours * 3_600_000).toISOString());
}

export function simplePost(): SimplePost {
  const rows = new Map<NoticeKey, Outgoing>();
  const told: Told[] = [];
  const sent: Sent[] = [];
  let holding = false;

  let drawn: { from: readonly unknown[]; known: Circumstances } | null = null;
  /** Boards are drawn anew only where something has changed, or the day. */
  const under = ({ calendar, sections, rounds, roster, reports, ...rest }: World, now: Moment): Circumstances => {
    const from = [rounds, roster, reports, dayOf(now)];
    if (!drawn || drawn.from.some((one, index) => one !== from[index]))
      drawn = { from, known: circumstances({ now, calendar, sections, rounds, roster, reports }) };
    const stuck = [...rows.values()].filter(({ state }) => state === 'held');
    const { absences, handovers, snoozes } = rest;
    return { ...drawn.known, now, absences, handovers, snoozes, told: [...told], stuck };
  };

  const place = (placed: Placed): void => {
    const key = keyOf(placed.notice);
    if (rows.has(key)) return;
    rows.set(key, outgoing({ ...placed, state: holding ? 'held' : 'waiting' }));
    holding = false;
  };

  const send = (row: Outgoing, world: World, now: Moment): Sent | null => {
    const { key, notice, notBefore, inThreadOf } = row;
    const known = under(world, now);
    const content = compose(notice, known);
    rows.set(key, { ...row, state: content ? 'sent' : 'dropped', settledAt: now });
    if (!content) return null;
    if (isOfLadder(notice)) told.push(toldBy({ notice, sentAt: now, about: toldAbout(content) }, world.calendar));
    return { placed: { notice, notBefore, inThreadOf }, key, at: now, content, under: known };
  };

  return {
    under,
    sent,
    hold: () => {
      holding = true;
    },
    release: () => {
      for (const row of rows.values()) if (row.state === 'held') rows.set(row.key, { ...row, state: 'waiting' });
    },
    held: () => [...rows.values()].filter(({ state }) => state === 'held'),
    beat: (world, now) => {
      for (const placed of due(under(world, now))) place(placed);
      const gone = [...rows.values()]
        .filter(({ state, notBefore }) => state === 'waiting' && notBefore <= now)
        .flatMap((row) => send(row, world, now) ?? []);
      sent.push(...gone);
      return gone;
    },
  };
}
