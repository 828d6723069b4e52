import type { SectionId } from '../plan/section.ts';
import type { Day } from './day.ts';
import type { Office, Person, UserId } from './person.ts';
import { entryOn, officeOn, type RosterEntry } from './roster.ts';

/** What Slack says of an account. Only a member is anybody here. */
export type Standing = 'member' | 'guest' | 'external' | 'deactivated' | 'bot';

/** Somebody who may ask for something: a member of the workspace, and what they are to which section. */
export interface Actor {
  person: Person;
  coordinator: boolean;
  offices: ReadonlyMap<SectionId, Office>;
  /** Sections without a head and a deputy: a coordinator does what only they might do. */
  standsInFor: ReadonlySet<SectionId>;
}

interface Facts {
  person: Person;
  standing: Standing;
  coordinators: ReadonlySet<UserId>;
  roster: readonly RosterEntry[];
  /** All sections of today: one that the roster does not know has nobody either. */
  sections: readonly SectionId[];
  today: Day;
}

/**
 * The person as the rules see them; null for guests, people of other organisations, deactivated accounts and bots,
 * who are nothing here. Only the entry in force counts: who was head until yesterday is not.
 */
export function actorOf({ person, standing, coordinators, roster, sections, today }: Facts): Actor | null {
  if (standing !== 'member') return null;
  const offices = new Map<SectionId, Office>();
  for (const { section } of roster) {
    const entry = entryOn(roster, section, today);
    const office = entry && officeOn(entry, person.user, today);
    if (office) offices.set(section, office);
  }
  const coordinator = coordinators.has(person.user);
  const leaderless = sections.filter((section) => {
    const entry = entryOn(roster, section, today);
    return !entry?.head && (entry?.deputies.length ?? 0) === 0;
  });
  return { person, coordinator, offices, standsInFor: new Set(coordinator ? leaderless : []) };
}
