import type { SectionId } from '../plan/section.ts';
import { type Handover, isHandedOver } from '../report/handover.ts';
import type { UserId } from '../report/person.ts';
import type { RoundId } from '../report/round.ts';
import type { AskedSection } from '../report/scope.ts';
import { type Absence, absenceOn } from './absence.ts';
import type { Circumstances } from './circumstances.ts';
import type { Recipient } from './recipient.ts';
import { answerKey } from './told.ts';

/** Somebody who is told what a section owes, or its channel. */
export interface Addressee {
  to: Recipient;
  /** Those who are meant by a message in a channel; empty for a direct message. */
  people: readonly UserId[];
  /** For whom they stand in while that person is away; null where it is theirs. */
  standsInFor: UserId | null;
}

/** A person whom something has come to. */
interface Reached {
  user: UserId;
  standsInFor: UserId | null;
}

/** Who is told for a section in a round today. */
export type AddresseesOf = (round: RoundId, asked: Pick<AskedSection, 'section' | 'entry'>) => Addressee[];

/** Where a matter goes on from somebody: to who took it over from them, or to whom they named while they are away. */
interface Ways {
  takers: ReadonlyMap<UserId, UserId>;
  away: ReadonlyMap<UserId, Absence>;
}

/** Follows a matter from somebody to who has it now. Everybody on the way is added to `met`. */
function follow(first: Reached, { takers, away }: Ways, met: Set<UserId>): Reached | null {
  const path: Reached[] = [];
  let next: Reached | null = first;
  while (next !== null && path.every(({ user }) => user !== next?.user)) {
    const at: Reached = next;
    path.push(at);
    met.add(at.user);
    const taker = takers.get(at.user);
    const absence = away.get(at.user);
    if (taker === undefined && !absence) return at;
    if (taker !== undefined) next = { ...at, user: taker };
    else next = absence?.standIn ? { user: absence.standIn, standsInFor: at.standsInFor ?? at.user } : null;
  }
  // The way ends with somebody who is away, or goes in a circle: somebody who handed it back and forth may still be there.
  return path.find(({ user }) => !away.has(user)) ?? null;
}

/** Nobody twice; who is told in their own right stands in for nobody. */
function once(reached: readonly Reached[]): Reached[] {
  const all = new Map<UserId, Reached>();
  for (const one of reached) {
    if (!all.has(one.user) || one.standsInFor === null) all.set(one.user, one);
  }
  return [...all.values()];
}

/** Those who are told for a section: its head or who stands in for the head, its staff, and who has taken it over. */
function peopleOf(entry: AskedSection['entry'], ways: Ways): Reached[] {
  const met = new Set<UserId>();
  const reach = (user: UserId, standsInFor: UserId | null = null): Reached[] => {
    const reached = follow({ user, standsInFor }, ways, met);
    return reached ? [reached] : [];
  };
  const head = entry?.head ?? null;
  const led = head === null ? [] : reach(head);
  const deputies = entry?.deputies ?? [];
  const lead = led.length > 0 ? led : deputies.flatMap((deputy) => reach(deputy, head));
  const staff = (entry?.staff ?? []).flatMap((user) => reach(user));
  // What was taken over from somebody who is no longer asked stays with who took it.
  const others = [...ways.takers].flatMap(([from, to]) => (met.has(from) ? [] : reach(to)));
  return once([...lead, ...staff, ...others]);
}

/** Hand-overs of each section in each round, as ways from one to another; who took it back is no way. */
function takersOf(handovers: readonly Handover[]): (round: RoundId, section: SectionId) => Ways['takers'] {
  const none: Ways['takers'] = new Map();
  const all = new Map<string, Map<UserId, UserId>>();
  for (const { round, section, from, to } of handovers.filter(isHandedOver)) {
    const key = answerKey(round, section);
    all.set(key, (all.get(key) ?? new Map<UserId, UserId>()).set(from, to));
  }
  return (round, section) => all.get(answerKey(round, section)) ?? none;
}

/**
 * Who is told what, by the roster, the absences and the hand-overs of today: the section's channel where it has one, else its
 * people, else the coordinators.
 */
export function addresseesBy({
  absences,
  handovers,
  coordinators,
  today,
}: Pick<Circumstances, 'absences' | 'handovers' | 'coordinators' | 'today'>): AddresseesOf {
  const away = new Map(
    absences.flatMap((absence) =>
      absenceOn([absence], absence.user, today) ? [[absence.user, absence] as const] : [],
    ),
  );
  const takers = takersOf(handovers);
  const present = coordinators.filter((user) => !away.has(user));
  const atLast = present.length > 0 ? present : coordinators;
  return (round, { section, entry }) => {
    const people = peopleOf(entry, { takers: takers(round, section), away });
    if (entry?.channel) return [{ to: entry.channel, people: people.map(({ user }) => user), standsInFor: null }];
    if (people.length === 0) return atLast.map((to) => ({ to, people: [], standsInFor: null }));
    return people.map(({ user, standsInFor }) => ({ to: user, people: [], standsInFor }));
  };
}
