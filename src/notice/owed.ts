import { dayOf, type Moment, momentAt } from '../report/day.ts';
import type { Board } from '../report/desk/board.ts';
import { owes, type SectionProgress } from '../report/progress.ts';
import { escalationStep, type ReminderDay, remindersUntil } from '../report/reminders.ts';
import { deadline } from '../report/round.ts';
import { type AskedSection, askedBySection } from '../report/scope.ts';
import type { Circumstances } from './circumstances.ts';
import { isOfLadder } from './ladder-message.ts';
import { morningOf } from './office-hours.ts';
import type { Recipient } from './recipient.ts';
import { type Addressee, addresseesBy } from './recipients.ts';
import type { Snooze } from './snooze.ts';
import { answerKey, ladderDay, type Memory, remember, type Way } from './told.ts';

/** What one section owes in one round, of which people may be told today. */
export interface Owed {
  board: Board;
  asked: AskedSection;
  progress: SectionProgress;
  /** What it is found by among what people were told. */
  answer: string;
  /** Since when it is owed without a break: since the round opened, or the report was returned. */
  since: Moment;
  late: boolean;
  /** Open days from today to the due date. */
  left: number;
  /** The newest reminder of the ladder, and when its day begins; null where none was reached since it is owed. */
  step: { reminder: ReminderDay; begins: Moment } | null;
  /** The beginning of the first day on which the coordinators are told of it. */
  escalates: Moment;
}

/** An answer that is owed, as it comes to one of those who are told. */
export interface OwedBy {
  owed: Owed;
  addressee: Addressee;
}

/** What is owed today, and what people have been told of it. */
export interface Standing {
  /** When today begins, and when people may be written to. */
  midnight: Moment;
  morning: Moment;
  owed: readonly Owed[];
  byRecipient: ReadonlyMap<Recipient, readonly OwedBy[]>;
  memory: Memory;
  snoozes: ReadonlyMap<Recipient, Snooze>;
  /** Of each recipient, the beginning of the newest day on which a notice to them got stuck. */
  stuck: Readonly<Record<Way, ReadonlyMap<Recipient, Moment>>>;
}

/** What the sections owe in one round. What is the same for all of them is found out once. */
function owedIn(board: Board, { now, today, calendar }: Circumstances): Owed[] {
  const { round, due, graceEnds, escalation, scope, progress } = board;
  if (round.state !== 'open' || round.paused || today < round.opens) return [];
  const opened = momentAt(round.opens, 0);
  const newest = remindersUntil(board, today, calendar).at(-1) ?? null;
  const step = newest && { reminder: newest, begins: momentAt(newest.day, 0) };
  const stepMorning = newest && morningOf(newest.day);
  const escalates = momentAt(escalation.day, 0);
  const escalationMorning = morningOf(escalation.day);
  const late = now >= deadline(graceEnds);
  const left = calendar.openDaysBetween(today, due);
  const asked = askedBySection(scope);
  return progress.sections.flatMap((row): Owed[] => {
    const section = asked.get(row.section);
    if (!section || !owes(row.stage)) return [];
    const since = row.stage === 'returned' ? (row.report?.returned?.at ?? opened) : opened;
    return [
      {
        board,
        asked: section,
        progress: row,
        answer: answerKey(round.id, row.section),
        since,
        late,
        left,
        step: stepMorning !== null && since < stepMorning ? step : null,
        // What came back later has as many days of its own before the coordinators hear of it.
        escalates:
          since < escalationMorning ? escalates : momentAt(calendar.addOpenDays(dayOf(since), escalationStep), 0),
      },
    ];
  });
}

/** What is kept back or refused for a day counts as told until the next step: else it would be tried anew every day. */
function stuckFor({ stuck, today, calendar }: Circumstances): Standing['stuck'] {
  const found = { ladder: new Map<Recipient, Moment>(), escalation: new Map<Recipient, Moment>() };
  for (const { notice } of stuck) {
    if (!isOfLadder(notice)) continue;
    const made = ladderDay(notice, calendar);
    if (made.on > today) continue;
    const begins = momentAt(made.on, 0);
    const known = found[made.way].get(notice.to);
    if (known === undefined || known < begins) found[made.way].set(notice.to, begins);
  }
  return found;
}

function standing(circumstances: Circumstances): Standing {
  const addressees = addresseesBy(circumstances);
  const owed = circumstances.boards.flatMap((board) => owedIn(board, circumstances));
  const byRecipient = new Map<Recipient, OwedBy[]>();
  for (const one of owed) {
    for (const addressee of addressees(one.board.round.id, one.asked)) {
      const others = byRecipient.get(addressee.to);
      if (others) others.push({ owed: one, addressee });
      else byRecipient.set(addressee.to, [{ owed: one, addressee }]);
    }
  }
  return {
    midnight: momentAt(circumstances.today, 0),
    morning: morningOf(circumstances.today),
    owed,
    byRecipient,
    memory: remember(circumstances.told),
    snoozes: new Map(circumstances.snoozes.map((snooze) => [snooze.to, snooze])),
    stuck: stuckFor(circumstances),
  };
}

/** Circumstances never change, so that what follows from them is worked out once, however many notices are made from them. */
const known = new WeakMap<Circumstances, Standing>();

/** What is owed under some circumstances. */
export function standingUnder(circumstances: Circumstances): Standing {
  const before = known.get(circumstances);
  if (before) return before;
  const found = standing(circumstances);
  known.set(circumstances, found);
  return found;
}
