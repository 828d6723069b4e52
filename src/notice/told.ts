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

/** When somebody was last told anything, everything, and of each answer. */
interface Reader {
  last: Told;
  ofEverything: Moment | undefined;
  ofAnswers: Map<string, Moment>;
}

function note(moments: Map<string, Moment>, answer: string, at: Moment): void {
  const before = moments.get(answer);
  if (before === undefined || before < at) moments.set(answer, at);
}

/** Looks once through what people were told, so that every question after that is answered at once. */
export function remember(told: readonly Told[]): Memory {
  const readers = { ladder: new Map<Recipient, Reader>(), escalation: new Map<Recipient, Reader>() };
  const anybody = new Map<string, Moment>();
  for (const one of told) {
    const { kind, to, at, about } = one;
    const way: Way = kind === 'escalation' ? 'escalation' : 'ladder';
    const reader = readers[way].get(to) ?? { last: one, ofEverything: undefined, ofAnswers: new Map() };
    readers[way].set(to, reader);
    if (at >= reader.last.at) reader.last = one;
    if (about === null) reader.ofEverything = later(reader.ofEverything, at);
    for (const { round, section } of about ?? []) {
      const answer = answerKey(round, section);
      note(reader.ofAnswers, answer, at);
      if (way === 'ladder') note(anybody, answer, at);
    }
  }
  return {
    last: (to, way) => readers[way].get(to)?.last,
    lastOf: (answer, to, way) => {
      const reader = readers[way].get(to);
      return reader && later(reader.ofAnswers.get(answer), reader.ofEverything);
    },
    lastToAnybody: (answer) => anybody.get(answer),
  };
}
