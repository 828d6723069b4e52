import type { SectionId } from '../plan/section.ts';
import { type Day, dayOf, type Moment } from '../report/day.ts';
import type { RoundId } from '../report/round.ts';
import type { Calendar } from './calendar.ts';
import type { Told } from './circumstances.ts';
import type { LadderMessage, LadderNotice } from './ladder-message.ts';
import { eveningOf, nextOfficeMoment } from './office-hours.ts';
import type { Recipient } from './recipient.ts';

/** What a section's answer in a round is found by. */
export function answerKey(round: RoundId, section: SectionId): string {
  return `${round} ${section}`;
}

/** By which of its ways the ladder tells somebody: those who owe, or the coordinators. */
export type Way = 'ladder' | 'escalation';

/** The day for which a notice of the ladder was made, and by which way it tells. */
export function ladderDay(notice: LadderNotice, calendar: Calendar): { way: Way; on: Day; kind: Told['kind'] } {
  switch (notice.kind) {
    case 'reminder':
      return { way: 'ladder', on: notice.on, kind: notice.kind };
    case 'again':
      return { way: 'ladder', on: dayOf(nextOfficeMoment(notice.at, calendar)), kind: notice.kind };
    case 'escalation':
      return { way: 'escalation', on: notice.on, kind: notice.kind };
  }
}

/** What somebody was told by a message of the ladder. */
export function toldBy({ notice, sentAt, about }: LadderMessage, calendar: Calendar): Told {
  const { kind, on } = ladderDay(notice, calendar);
  // One that was found in the conversation a day later had gone out on its own day.
  const evening = eveningOf(on);
  return { kind, to: notice.to, at: sentAt < evening ? sentAt : evening, about };
}

/** When who was last told what: by the ladder (reminders), or by escalations. */
export interface Memory {
  last(to: Recipient, way: Way): Told | undefined;
  /** Of one answer. */
  lastOf(answer: string, to: Recipient, way: Way): Moment | undefined;
  /** When anybody was last reminded of an answer. */
  lastToAnybody(answer: string): Moment | undefined;
}

function later(one: Moment | undefined, other: Moment | undefined): Moment | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
}

/** Looks once through what people were told, so that every question after that is answered at once. */
export function remember(told: readonly Told[]): Memory {
  const moments = new Map<string, Moment>();
  const messages = new Map<string, Told>();
  const note = (key: string, at: Moment): void => {
    moments.set(key, later(moments.get(key), at) ?? at);
  };
  for (const one of told) {
    const { kind, to, at, about } = one;
    const way: Way = kind === 'escalation' ? 'escalation' : 'ladder';
    if (at >= (messages.get(`${way} ${to}`)?.at ?? at)) messages.set(`${way} ${to}`, one);
    if (about === null) note(`${way} ${to}`, at);
    for (const { round, section } of about ?? []) {
      const answer = answerKey(round, section);
      note(`${way} ${to} ${answer}`, at);
      if (way === 'ladder') note(answer, at);
    }
  }
  return {
    last: (to, way) => messages.get(`${way} ${to}`),
    lastOf: (answer, to, way) => later(moments.get(`${way} ${to} ${answer}`), moments.get(`${way} ${to}`)),
    lastToAnybody: (answer) => moments.get(answer),
  };
}
