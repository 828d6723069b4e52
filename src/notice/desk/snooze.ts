import { addHours, dayOf, type Moment } from '../../report/day.ts';
import { actorFor } from '../../report/desk/who.ts';
import type { Permission } from '../../report/permissions.ts';
import type { UserId } from '../../report/person.ts';
import { owes } from '../../report/progress.ts';
import { deadline } from '../../report/round.ts';
import type { Calendar } from '../calendar.ts';
import { morningOf, nextOfficeMoment } from '../office-hours.ts';
import type { Recipient } from '../recipient.ts';
import { type Ask, addressing, openAsks } from './asks.ts';
import { mayAnswerFor } from './may-answer-for.ts';
import type { NoticeDeskParts } from './parts.ts';

/** «2時間後» or «明日もう一度». */
export const waits = ['two-hours', 'tomorrow'] as const;
export type Wait = (typeof waits)[number];

/** When somebody hears again who asks for it now: within office hours, else at the next opening. */
export function until(wait: Wait, now: Moment, calendar: Calendar): Moment {
  return wait === 'two-hours'
    ? nextOfficeMoment(addHours(now, 2), calendar)
    : morningOf(calendar.addOpenDays(dayOf(now), 1));
}

/** What somebody, or a channel, is told of today. */
async function owedTo(parts: NoticeDeskParts, to: Recipient): Promise<Ask[]> {
  const addressees = await addressing(parts);
  return (await openAsks(parts)).filter(
    (ask) => !ask.board.round.paused && owes(ask.progress.stage) && addressees(ask).some((one) => one.to === to),
  );
}

export type Snoozed =
  /** `passing`: what falls due before they hear again. */
  | { ok: true; until: Moment; passing: readonly Ask[] }
  | { ok: false; code: 'not-yours' | 'nothing-owed' }
  | Exclude<Permission, { ok: true }>;

/** Puts off what somebody, or the channel of their section, is told. */
export async function snooze(parts: NoticeDeskParts, user: UserId, to: Recipient, wait: Wait): Promise<Snoozed> {
  const { report, notices, calendar } = parts;
  const permission = mayAnswerFor(await actorFor(report, user), to, await report.store.roster(), dayOf(report.now()));
  if (!permission.ok) return permission;
  const owed = await owedTo(parts, to);
  if (owed.length === 0) return { ok: false, code: 'nothing-owed' };
  const now = report.now();
  const later = until(wait, now, calendar);
  const by = permission.actor.person;
  await notices.saveSnooze({ to, until: later }, { by, at: now, action: 'snooze', via: 'form', reason: null });
  parts.changed();
  const passing = owed.filter(({ board }) => {
    const ends = deadline(board.due);
    return now < ends && ends <= later;
  });
  return { ok: true, until: later, passing };
}
