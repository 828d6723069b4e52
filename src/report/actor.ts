import type { SectionId } from '../plan/section.ts';
import type { Day } from './day.ts';
import { type Handover, isHandedOver } from './handover.ts';
import type { Office, Person, UserId } from './person.ts';
import { entriesOn, officeOn, type RosterEntry } from './roster.ts';

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
  /** Those of rounds that are open. */
  handovers: readonly Handover[];
  /** Those who are away today and have named this person in their stead. */
  standsInFor: readonly UserId[];
  /** All sections of today: one that the roster does not know has nobody either. */
  sections: readonly SectionId[];
  today: Day;
}

const rank: Readonly<Record<Office, number>> = { staff: 0, deputy: 1, head: 2 };

function higher(one: Office, other: Office | undefined): Office {
  return other === undefined || rank[one] > rank[other] ? one : other;
}

/** What somebody is to each section themself: by the entries in force, and by what they took over in open rounds. */
function ownOffices(
  user: UserId,
  inForce: ReadonlyMap<SectionId, RosterEntry>,
  { handovers, today }: Pick<Facts, 'handovers' | 'today'>,
): Map<SectionId, Office> {
  const offices = new Map<SectionId, Office>();
  for (const [section, entry] of inForce) {
    const office = officeOn(entry, user, today);
    if (office) offices.set(section, office);
  }
  for (const handover of handovers) {
    const { section, to } = handover;
    if (to === user && isHandedOver(handover)) offices.set(section, higher('staff', offices.get(section)));
  }
  return offices;
}

/**
 * The person as the rules see them; null for guests, people of other organisations, deactivated accounts and bots,
 * who are nothing here. Only the entry in force counts: who was head until yesterday is not. Who stands in for somebody
 * is what they are, but never the head: the head's stand-in is a deputy.
 */
export function actorOf({ person, standing, coordinators, sections, standsInFor, ...facts }: Facts): Actor | null {
  if (standing !== 'member') return null;
  const inForce = entriesOn(facts.roster, facts.today);
  const offices = ownOffices(person.user, inForce, facts);
  for (const absentee of standsInFor) {
    for (const [section, office] of ownOffices(absentee, inForce, facts)) {
      offices.set(section, higher(office === 'head' ? 'deputy' : office, offices.get(section)));
    }
  }
  const coordinator = coordinators.has(person.user);
  const leaderless = sections.filter((section) => {
    const entry = inForce.get(section);
    return !entry?.head && (entry?.deputies.length ?? 0) === 0;
  });
  return { person, coordinator, offices, standsInFor: new Set(coordinator ? leaderless : []) };
}
