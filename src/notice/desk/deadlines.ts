import { type Day, dayOf } from '../../report/day.ts';
import type { Board } from '../../report/desk/board.ts';
import type { Refusal } from '../../report/desk/parts.ts';
import { actorFor } from '../../report/desk/who.ts';
import { may } from '../../report/permissions.ts';
import type { UserId } from '../../report/person.ts';
import type { ReminderDay } from '../../report/reminders.ts';
import type { Addressee } from '../recipients.ts';
import { type Ask, addressing, openAsks } from './asks.ts';
import type { NoticeDeskParts } from './parts.ts';
import { comingReminders } from './why.ts';

/** A round's due date, what some sections owe in it, and when who is told. */
export interface Deadline {
  board: Board;
  rows: readonly { ask: Ask; addressees: readonly Addressee[] }[];
  /** Those still to come, for who still owes then. */
  coming: readonly ReminderDay[];
}

export interface Deadlines {
  today: Day;
  /** All sections, which coordinators see; else the reader's own. */
  all: boolean;
  /** The one that is due first comes first. */
  deadlines: readonly Deadline[];
}

/** 期限: the open rounds that concern somebody's sections, or all of them where a coordinator asks. */
export async function openDeadlines(
  parts: NoticeDeskParts,
  user: UserId,
): Promise<{ ok: true; deadlines: Deadlines } | Refusal> {
  const actor = await actorFor(parts.report, user);
  if (!actor) return { ok: false, code: 'outsider', whoCan: ['staff', 'deputy', 'head', 'coordinator'] };
  const today = dayOf(parts.report.now());
  const all = may(actor, 'read-board', null).ok;
  const addressees = await addressing(parts);
  const asks = (await openAsks(parts)).filter(({ asked }) => all || actor.offices.has(asked.section));
  const deadlines = [...new Set(asks.map(({ board }) => board))]
    .map(
      (board): Deadline => ({
        board,
        rows: asks.filter((ask) => ask.board === board).map((ask) => ({ ask, addressees: addressees(ask) })),
        coming: comingReminders({ board }, today, parts.calendar),
      }),
    )
    .toSorted((one, other) => (one.board.due < other.board.due ? -1 : 1));
  return { ok: true, deadlines: { today, all, deadlines } };
}
