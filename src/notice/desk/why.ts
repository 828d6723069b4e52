import { addDays, type Day, dayOf } from '../../report/day.ts';
import { actorFor } from '../../report/desk/who.ts';
import { isHandedOver } from '../../report/handover.ts';
import type { Permission } from '../../report/permissions.ts';
import type { Office, UserId } from '../../report/person.ts';
import { type ReminderDay, remindersUntil } from '../../report/reminders.ts';
import { officeOn } from '../../report/roster.ts';
import type { Calendar } from '../calendar.ts';
import { isPerson, type Recipient } from '../recipient.ts';
import type { Addressee } from '../recipients.ts';
import { type Ask, addressing, openAsks } from './asks.ts';
import { mayAnswerFor } from './may-answer-for.ts';
import type { NoticeDeskParts } from './parts.ts';

/** As what somebody is told. */
export type ToldAs =
  /** By the roster's entry in force, which began on a day. */
  | { kind: 'office'; office: Office; post: string; since: Day }
  | { kind: 'stands-in'; for: UserId }
  | { kind: 'took-over'; from: UserId }
  /** The section's channel stands in the roster. */
  | { kind: 'channel'; since: Day | null }
  /** The roster names nobody who could be told. */
  | { kind: 'coordinator' };

/** Why somebody is told of one ask. */
export interface Explained {
  ask: Ask;
  as: ToldAs;
  /** The reminder behind a message of the day that is explained; null where none of the ladder had been reached. */
  step: ReminderDay | null;
  /** The next one, where it is still owed then. */
  next: ReminderDay | null;
}

/** Why a message came to somebody on a day. */
export interface Why {
  to: Recipient;
  /** Empty where nothing that is open comes to them any more. */
  explained: readonly Explained[];
}

function toldAs({ asked, handovers }: Ask, { to, standsInFor }: Addressee, today: Day): ToldAs {
  const { entry } = asked;
  if (!isPerson(to)) return { kind: 'channel', since: entry?.from ?? null };
  if (standsInFor) return { kind: 'stands-in', for: standsInFor };
  const office = entry && officeOn(entry, to, today);
  if (entry && office) return { kind: 'office', office, post: entry.post, since: entry.from };
  const taken = handovers.find((handover) => handover.to === to && isHandedOver(handover));
  return taken ? { kind: 'took-over', from: taken.from } : { kind: 'coordinator' };
}

/** The reminders of a round that are still to come, the next weekly one last; `from` counts. */
export function comingReminders({ board }: Pick<Ask, 'board'>, from: Day, calendar: Calendar): ReminderDay[] {
  const last = board.reminders.at(-1)?.day ?? board.graceEnds;
  const latest = [last, board.graceEnds, from].reduce((one, other) => (one > other ? one : other));
  // A weekly reminder moves to the next open day, and no run of closed days is as long as a week.
  const all = remindersUntil(board, addDays(latest, 21), calendar).filter(
    ({ day, tooEarly }) => day >= from && !tooEarly,
  );
  const firstWeekly = all.findIndex(({ weekly }) => weekly);
  return firstWeekly === -1 ? all : all.slice(0, firstWeekly + 1);
}

/** «なぜ届いた？»: as what somebody is told of what, and how the days came about. */
export async function why(
  parts: NoticeDeskParts,
  user: UserId,
  to: Recipient,
  on: Day,
): Promise<{ ok: true; why: Why } | { ok: false; code: 'not-yours' } | Exclude<Permission, { ok: true }>> {
  const { report, calendar } = parts;
  const today = dayOf(report.now());
  const permission = mayAnswerFor(await actorFor(report, user), to, await report.store.roster(), today);
  if (!permission.ok) return permission;
  const addressees = await addressing(parts);
  const explained = (await openAsks(parts)).flatMap((ask): Explained[] => {
    const addressee = addressees(ask).find((one) => one.to === to);
    if (!addressee) return [];
    const reached = remindersUntil(ask.board, on, calendar).filter(({ tooEarly }) => !tooEarly);
    return [
      {
        ask,
        as: toldAs(ask, addressee, today),
        step: reached.at(-1) ?? null,
        next: comingReminders(ask, addDays(today, 1), calendar).at(0) ?? null,
      },
    ];
  });
  return { ok: true, why: { to, explained } };
}
