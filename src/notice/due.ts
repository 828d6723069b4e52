/** What is due, to whom and when: rules without clock or database. */
import { dayOf, type Moment, momentAt } from '../report/day.ts';
import type { UserId } from '../report/person.ts';
import type { Circumstances } from './circumstances.ts';
import type { LadderNotice } from './ladder-message.ts';
import { keyOf } from './notice.ts';
import { inOfficeHours, nextOfficeMoment } from './office-hours.ts';
import type { Placed } from './outbox.ts';
import { type Owed, type OwedBy, standingUnder } from './owed.ts';
import type { Recipient } from './recipient.ts';
import type { Snooze } from './snooze.ts';

function happenedSince(at: Moment | undefined, moment: Moment): boolean {
  return at !== undefined && at >= moment;
}

/** Whether somebody has not yet been told what the newest step of the ladder tells them. */
function isUnserved({ owed }: OwedBy, to: Recipient, circumstances: Circumstances): boolean {
  const { memory, stuck } = standingUnder(circumstances);
  const { step, answer } = owed;
  return (
    step !== null &&
    !happenedSince(memory.lastOf(answer, to, 'ladder'), step.begins) &&
    !happenedSince(stuck.ladder.get(to), step.begins)
  );
}

/**
 * The moment at which somebody is told once more, as they asked; null where nothing is left of that: something went out to
 * them since, or nothing that they had been told of before is still owed.
 */
function againAt({ to, until }: Snooze, owed: readonly OwedBy[], circumstances: Circumstances): Moment | null {
  const { memory, stuck } = standingUnder(circumstances);
  const at = nextOfficeMoment(until, circumstances.calendar);
  if (
    happenedSince(memory.last(to, 'ladder')?.at, until) ||
    happenedSince(stuck.ladder.get(to), momentAt(dayOf(at), 0))
  )
    return null;
  const stillOwed = owed.some((one) => {
    const toldAt = memory.lastOf(one.owed.answer, to, 'ladder');
    return toldAt !== undefined && toldAt < until && one.owed.since < until;
  });
  return stillOwed ? at : null;
}

/** What the ladder has for somebody now: one reminder a day, or the same once more at the moment they asked for. */
function ladderNotice(to: Recipient, circumstances: Circumstances): Placed | null {
  const { now, today } = circumstances;
  const { byRecipient, memory, snoozes, midnight, morning } = standingUnder(circumstances);
  const owed = byRecipient.get(to) ?? [];
  const snooze = snoozes.get(to);
  if (owed.length === 0 || (snooze && now < snooze.until)) return null;
  const again = snooze ? againAt(snooze, owed, circumstances) : null;
  if (snooze && again !== null && dayOf(again) === today) {
    return { notice: { kind: 'again', to, at: snooze.until }, notBefore: again, inThreadOf: null };
  }
  if (happenedSince(memory.last(to, 'ladder')?.at, midnight)) return null;
  // A moment that was asked for and missed is made up for by the reminder of the next day.
  const isDue = again !== null || owed.some((one) => isUnserved(one, to, circumstances));
  return isDue ? { notice: { kind: 'reminder', to, on: today }, notBefore: morning, inThreadOf: null } : null;
}

/**
 * The late answers that a coordinator should have been told of and was not; none on a day on which they were told of others.
 * A due date that was put off after they were told makes it a new matter.
 */
export function toEscalate(to: UserId, circumstances: Circumstances): Owed[] {
  const { owed, memory, stuck, midnight } = standingUnder(circumstances);
  if (happenedSince(memory.last(to, 'escalation')?.at, midnight)) return [];
  return owed.filter(
    ({ late, escalates, answer }) =>
      late &&
      circumstances.now >= escalates &&
      !happenedSince(memory.lastOf(answer, to, 'escalation'), escalates) &&
      !happenedSince(stuck.escalation.get(to), escalates),
  );
}

function escalation(to: UserId, circumstances: Circumstances): Placed | null {
  if (toEscalate(to, circumstances).length === 0) return null;
  const { morning } = standingUnder(circumstances);
  return { notice: { kind: 'escalation', to, on: circumstances.today }, notBefore: morning, inThreadOf: null };
}

/** Everything that is to be said now by the ladder; nothing outside office hours. */
export function due(circumstances: Circumstances): Placed[] {
  if (!inOfficeHours(circumstances.now, circumstances.calendar)) return [];
  const { byRecipient } = standingUnder(circumstances);
  return [
    ...[...byRecipient.keys()].flatMap((to) => ladderNotice(to, circumstances) ?? []),
    ...circumstances.coordinators.flatMap((to) => escalation(to, circumstances) ?? []),
  ];
}

/** Whether a notice of the ladder, placed before, is still what is to be said. */
export function isStillDue(notice: LadderNotice, circumstances: Circumstances): boolean {
  if (!inOfficeHours(circumstances.now, circumstances.calendar)) return false;
  const placed =
    notice.kind === 'escalation' ? escalation(notice.to, circumstances) : ladderNotice(notice.to, circumstances);
  return placed !== null && keyOf(placed.notice) === keyOf(notice);
}
