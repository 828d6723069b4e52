import type { Actor } from '../../report/actor.ts';
import type { Day } from '../../report/day.ts';
import { may, type Permission } from '../../report/permissions.ts';
import { entryOn, type RosterEntry } from '../../report/roster.ts';
import { isPerson, type Recipient } from '../recipient.ts';

/** Whether somebody may deal with what goes to a person, which is theirs alone, or to the channel of one of their sections. */
export function mayAnswerFor(
  actor: Actor | null,
  to: Recipient,
  roster: readonly RosterEntry[],
  today: Day,
): Permission | { ok: false; code: 'not-yours' } {
  if (!actor) return may(actor, 'snooze', null);
  if (isPerson(to)) return to === actor.person.user ? { ok: true, actor } : { ok: false, code: 'not-yours' };
  const own = [...actor.offices.keys()].find((section) => entryOn(roster, section, today)?.channel === to);
  return own === undefined ? { ok: false, code: 'not-yours' } : may(actor, 'snooze', own);
}
