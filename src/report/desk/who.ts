import { type Actor, actorOf } from '../actor.ts';
import { dayOf } from '../day.ts';
import type { UserId } from '../person.ts';
import { entryOn, type RosterEntry } from '../roster.ts';
import type { DeskParts } from './parts.ts';

/** The post somebody holds by the roster, else what their profile says. */
function postOf(user: UserId, roster: readonly RosterEntry[], fallback: string, parts: DeskParts): string {
  const today = dayOf(parts.now());
  const headed = roster.find((entry) => entry.head === user && entryOn(roster, entry.section, today) === entry);
  return headed?.post ?? fallback;
}

/** Who is asking, by Slack and by the roster of this moment; null for those who are nothing here. */
export async function actorFor(parts: DeskParts, user: UserId): Promise<Actor | null> {
  const account = await parts.look(user);
  if (!account) return null;
  const today = dayOf(parts.now());
  const [roster, handovers, standsInFor] = await Promise.all([
    parts.store.roster(),
    parts.store.handovers(),
    parts.standsInFor(user, today),
  ]);
  const person = { user, name: account.name, post: postOf(user, roster, account.post, parts) };
  return actorOf({
    person,
    standing: account.standing,
    coordinators: parts.coordinators,
    roster,
    handovers,
    standsInFor,
    sections: parts.catalog.sections.map(({ id }) => id),
    today,
  });
}
