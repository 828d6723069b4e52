import { addDays, type Day, dayOf, momentAt } from '../report/day.ts';
import { type Board, boardOf } from '../report/desk/board.ts';
import { remindersUntil } from '../report/reminders.ts';
import type { Calendar } from './calendar.ts';
import type { Circumstances } from './circumstances.ts';
import { readStanding } from './digest/read.ts';
import { lastValuesOf } from './last-values.ts';
import type { Outbox, OutboxQuery, Outgoing } from './outbox.ts';
import type { NoticeParts } from './parts.ts';
import { toldBy } from './told.ts';

/** Rows of the outbox that are read at once. */
const pageLength = 500;

/** Days before the newest step of a ladder that are looked at too: what somebody put off, and was told before, lies there. */
const lookBack = 14;

async function allOf(outbox: Outbox, query: Omit<OutboxQuery, 'before' | 'limit'>): Promise<Outgoing[]> {
  const all: Outgoing[] = [];
  for (let before: number | undefined; ; before = all.at(-1)?.sequence) {
    const page = await outbox.list({ ...query, limit: pageLength, ...(before === undefined ? {} : { before }) });
    all.push(...page);
    if (page.length < pageLength) return all;
  }
}

/** The first day of what people were told that matters today. */
function relevantSince(boards: readonly Board[], today: Day, calendar: Calendar): { ladder: Day; escalation: Day } {
  const going = boards.filter(({ round }) => !round.paused);
  const steps = going.flatMap((board) => remindersUntil(board, today, calendar).at(-1)?.day ?? []);
  const escalations = going.flatMap(({ escalation }) => (escalation.day <= today ? [escalation.day] : []));
  const first = (days: readonly Day[]): Day => days.reduce((one, other) => (one < other ? one : other), today);
  return { ladder: addDays(first(steps), -lookBack), escalation: first(escalations) };
}

/** Reads how things stand at this moment, looking back only as far as it matters. @throws what the stores throw. */
export async function readCircumstances(parts: NoticeParts): Promise<Circumstances> {
  const { report, notices, calendar } = parts;
  const { store, coordinators } = report;
  const now = report.now();
  const today = dayOf(now);
  const open = (await store.rounds()).filter(({ state }) => state === 'open');
  const [boards, roster, handovers, requests, absences, digests] = await Promise.all([
    // All of them at one moment, however long the reading takes.
    Promise.all(open.map((round) => boardOf({ ...report, now: () => now }, round))),
    store.roster(),
    store.handovers(),
    store.exclusionRequests(),
    notices.absences(today),
    readStanding({ ...parts, report: { ...report, now: () => now } }),
  ]);
  const since = relevantSince(boards, today, calendar);
  const kpis = [
    ...new Set(boards.flatMap(({ scope }) => scope.sections.flatMap((asked) => asked.kpis.map(({ kpi }) => kpi)))),
  ];
  const [snoozes, messages, stuck, accepted] = await Promise.all([
    notices.snoozes(momentAt(since.ladder, 0)),
    notices.ladderMessages(momentAt(since.ladder < since.escalation ? since.ladder : since.escalation, 0)),
    allOf(notices.outbox, { states: ['held', 'failed'] }),
    store.acceptedLines(kpis.map(({ id }) => id)),
  ]);
  return {
    now,
    today,
    calendar,
    boards,
    handovers,
    requests,
    absences,
    snoozes,
    coordinators: [...coordinators],
    roster,
    told: messages.map((message) => toldBy(message, calendar)),
    stuck,
    lastValues: lastValuesOf(kpis, accepted),
    digests,
  };
}
