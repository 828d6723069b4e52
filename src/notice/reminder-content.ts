import { dayOf } from '../report/day.ts';
import { isPending } from '../report/exclusion-request.ts';
import { isHandedOver } from '../report/handover.ts';
import { owes, type SectionProgress } from '../report/progress.ts';
import type { Circumstances } from './circumstances.ts';
import { type Owed, type OwedBy, standingUnder } from './owed.ts';
import type { Recipient } from './recipient.ts';
import type { DueItem, DueState, Reminder } from './reminder.ts';

/** How long one KPI takes to report: looking up the figure, and a sentence about it. */
const minutesPerKpi = 2;

/** How far an answer that is asked for has come, by the section's row on the board. */
function stateOf({ stage, report }: SectionProgress): DueState {
  switch (stage) {
    case 'not-started':
    case 'draft':
      return { kind: 'owed', begun: stage === 'draft' };
    case 'returned':
      return report?.returned ? { kind: 'returned', ...report.returned } : { kind: 'owed', begun: true };
    case 'submitted':
    case 'confirmed':
    case 'accepted': {
      const handedIn = report?.submitted ?? report?.[stage];
      return handedIn ? { kind: 'done', stage, ...handedIn } : { kind: 'owed', begun: true };
    }
  }
}

/** Whether the section has asked to be left out, and waits for an answer. */
function hasAsked({ round, section }: Pick<DueItem, 'round' | 'section'>, circumstances: Circumstances): boolean {
  const exclusions = circumstances.boards.find((board) => board.round.id === round)?.round.exclusions ?? [];
  return circumstances.requests.some(
    (request) => request.round === round && request.section === section && isPending(request, exclusions),
  );
}

function itemOf({ board, asked, progress, left, late, step }: Owed, circumstances: Circumstances): DueItem {
  const { id: round, title } = board.round;
  const { section, kpis } = asked;
  return {
    round,
    title,
    section,
    due: board.due,
    left,
    late,
    step: step?.reminder.step ?? null,
    kpis: kpis.map(({ kpi: { id } }) => ({ kpi: id, last: circumstances.lastValues.get(id) ?? null })),
    minutes: kpis.length * minutesPerKpi,
    version: progress.report?.version ?? 0,
    state: stateOf(progress),
    exclusionAsked: hasAsked({ round, section }, circumstances),
  };
}

function order(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** The most urgent first: what is late, then by due date; what was returned before what nobody has begun. */
function byUrgency(one: DueItem, other: DueItem): number {
  return (
    Number(other.late) - Number(one.late) ||
    order(one.due, other.due) ||
    Number(other.state.kind === 'returned') - Number(one.state.kind === 'returned') ||
    order(one.section, other.section) ||
    order(one.round, other.round)
  );
}

/** Everything that somebody is told to be owing now; null where it is nothing. */
export function composeReminder(to: Recipient, again: boolean, circumstances: Circumstances): Reminder | null {
  const owed: readonly OwedBy[] = standingUnder(circumstances).byRecipient.get(to) ?? [];
  if (owed.length === 0) return null;
  return {
    kind: 'reminder',
    to,
    on: circumstances.today,
    items: owed.map((one) => itemOf(one.owed, circumstances)).toSorted(byUrgency),
    people: [...new Set(owed.flatMap(({ addressee }) => addressee.people))],
    standsInFor: owed.find(({ addressee }) => addressee.standsInFor !== null)?.addressee.standsInFor ?? null,
    again,
    snoozedUntil: null,
  };
}

/** Somebody who took an answer over from the reader; null where it is still theirs. */
function takerOf({ round, section }: DueItem, to: Recipient, { handovers }: Circumstances): DueState | null {
  const handover = handovers.find((one) => one.round === round && one.section === section && one.from === to);
  return handover && isHandedOver(handover) ? { kind: 'handed-over', to: handover.to } : null;
}

/** An item of a message that went out, as it stands now; what it was told by, and counted in days, stays. */
function followItem(item: DueItem, to: Recipient, circumstances: Circumstances): DueItem {
  const board = circumstances.boards.find(({ round }) => round.id === item.round);
  // What was handed in before the round ended stays so for ever.
  if (!board) return item.state.kind === 'done' ? item : { ...item, state: { kind: 'lifted', why: 'closed' } };
  const progress = board.progress.sections.find(({ section }) => section === item.section);
  if (!progress) return { ...item, state: { kind: 'lifted', why: 'excluded' }, exclusionAsked: false };
  const taken = owes(progress.stage) ? takerOf(item, to, circumstances) : null;
  return {
    ...item,
    version: progress.report?.version ?? 0,
    state: taken ?? stateOf(progress),
    exclusionAsked: hasAsked(item, circumstances),
  };
}

/** When the reader will be told once more; null for what is not the newest they were told, on which nobody presses. */
function snoozedUntil({ to, on, again }: Reminder, circumstances: Circumstances): Reminder['snoozedUntil'] {
  const { snoozes, memory } = standingUnder(circumstances);
  const snooze = snoozes.get(to);
  const newest = memory.last(to, 'ladder');
  if (!snooze || snooze.until <= circumstances.now || !newest) return null;
  return dayOf(newest.at) === on && (newest.kind === 'again') === again ? snooze.until : null;
}

/** A reminder that went out as it should look now. */
export function followReminder(reminder: Reminder, circumstances: Circumstances): Reminder {
  const items = reminder.items.map((item) => followItem(item, reminder.to, circumstances));
  const isOwed = items.some(({ state }) => state.kind === 'owed' || state.kind === 'returned');
  return { ...reminder, items, snoozedUntil: isOwed ? snoozedUntil(reminder, circumstances) : null };
}

/** Whether nothing about a reminder is likely to change any more. */
export function isReminderSettled({ items }: Reminder): boolean {
  return items.every(({ state }) => state.kind === 'lifted' || (state.kind === 'done' && state.stage === 'accepted'));
}
