import type { Catalog } from '../plan/catalog.ts';
import type { Item } from '../plan/item.ts';
import type { Kpi, KpiId } from '../plan/kpi.ts';
import type { Section, SectionId } from '../plan/section.ts';
import type { Day } from './day.ts';
import { entriesOn, type RosterEntry } from './roster.ts';
import { type Exclusion, exclusionOf, type Round } from './round.ts';

/** A KPI a section is asked for. */
export interface AskedKpi {
  item: Item;
  kpi: Kpi;
  /** The sections the plan prints that this one succeeds; empty where it is printed itself. */
  formerly: readonly SectionId[];
  /** Whether a succession on the way is inferred, which is shown as 推定. */
  inferred: boolean;
  /** The other sections asked for the same KPI. */
  sharedWith: readonly SectionId[];
}

export interface AskedSection {
  section: SectionId;
  /** Null where the roster has no entry in force: then, as where the entry has no head, the coordinators are asked. */
  entry: RosterEntry | null;
  askCoordinators: boolean;
  /** In the order of print. */
  kpis: readonly AskedKpi[];
}

/** Who is asked for what, and everything of the plan that nobody is asked for, so that nothing falls silent. */
export interface RoundScope {
  sections: readonly AskedSection[];
  excluded: readonly { kpi: KpiId; section: SectionId; exclusion: Exclusion }[];
  /** Asked for, but the plan prints no section that can be followed to today. */
  unassigned: readonly KpiId[];
  /** Ids of a round that the plan no longer has. */
  unknown: readonly (KpiId | SectionId)[];
}

/** A section of today with the printed one it comes from. */
interface Heir {
  section: SectionId;
  printed: SectionId;
  inferred: boolean;
}

/** The sections a printed one has become; itself while it has no successor. A circle in the data ends where it closes. */
function heirs(catalog: Catalog, printed: Section): Heir[] {
  const found = new Map<SectionId, Heir>();
  const follow = (section: Section, inferred: boolean, seen: ReadonlySet<SectionId>): void => {
    const next = section.successors.flatMap(({ to, basis }) => {
      const successor = seen.has(to) ? undefined : catalog.section(to);
      return successor ? [{ successor, inferred: inferred || basis === 'inferred' }] : [];
    });
    if (next.length === 0) found.set(section.id, { section: section.id, printed: printed.id, inferred });
    for (const step of next) follow(step.successor, step.inferred, new Set([...seen, step.successor.id]));
  };
  follow(printed, false, new Set([printed.id]));
  return [...found.values()];
}

/** The sections of today that answer for an item. */
function heirsOf(catalog: Catalog, item: Item): Heir[] {
  return item.sections.flatMap((name) => {
    const section = catalog.sectionNamed(name, item.department);
    return section ? heirs(catalog, section) : [];
  });
}

/** Each section with what it is asked for. */
export function askedBySection({ sections }: Pick<RoundScope, 'sections'>): ReadonlyMap<SectionId, AskedSection> {
  return new Map(sections.map((asked) => [asked.section, asked]));
}

interface Parts {
  round: Pick<Round, 'plan' | 'kpis' | 'sections' | 'exclusions'>;
  catalog: Catalog;
  roster: readonly RosterEntry[];
  today: Day;
}

/** Expands a round to what each section is asked for today: «all of the plan», successor sections, exclusions, vacant posts. */
export function roundScope({ round, catalog, roster, today }: Parts): RoundScope {
  const all = catalog.plan(round.plan).items.flatMap((item) => item.kpis.map((kpi) => ({ item, kpi })));
  const wanted = round.kpis && new Set(round.kpis);
  const chosen = wanted === null ? all : all.filter(({ kpi }) => wanted.has(kpi.id));
  const among = round.sections && new Set(round.sections);
  const asked = new Map<SectionId, AskedKpi[]>();
  const excluded: RoundScope['excluded'][number][] = [];
  const unassigned: KpiId[] = [];

  for (const { item, kpi } of chosen) {
    const answering = heirsOf(catalog, item);
    if (answering.length === 0) unassigned.push(kpi.id);
    const inScope = new Set<SectionId>();
    for (const section of new Set(answering.map((heir) => heir.section))) {
      if (among !== null && !among.has(section)) continue;
      const exclusion = exclusionOf(round, kpi.id, section);
      if (exclusion) excluded.push({ kpi: kpi.id, section, exclusion });
      else inScope.add(section);
    }
    for (const section of inScope) {
      const origins = answering.filter((heir) => heir.section === section);
      const askedKpi = {
        item,
        kpi,
        formerly: origins.filter(({ printed }) => printed !== section).map(({ printed }) => printed),
        inferred: origins.every(({ inferred }) => inferred),
        sharedWith: [...inScope].filter((other) => other !== section),
      };
      const others = asked.get(section);
      if (others) others.push(askedKpi);
      else asked.set(section, [askedKpi]);
    }
  }
  const inForce = entriesOn(roster, today);
  const known = new Set<string>([...all.map(({ kpi }) => kpi.id), ...catalog.sections.map(({ id }) => id)]);
  return {
    sections: [...asked].map(([section, kpis]) => {
      const entry = inForce.get(section) ?? null;
      return { section, entry, askCoordinators: !entry?.head, kpis };
    }),
    excluded,
    unassigned,
    unknown: [...(round.kpis ?? []), ...(round.sections ?? [])].filter((id) => !known.has(id)),
  };
}
