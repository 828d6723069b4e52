import type { Catalog } from '../plan/catalog.ts';
import type { Item } from '../plan/item.ts';
import type { Kpi, KpiId } from '../plan/kpi.ts';
import type { PlanId } from '../plan/plan.ts';
import type { Section, SectionId } from '../plan/section.ts';
import type { Day } from './day.ts';
import { entriesOn, type RosterEntry } from './roster.ts';
import { exclusionOf, type Round } from './round.ts';

/** A KPI a section is asked for. */
export interface AskedKpi {
  item: Item;
  kpi: Kpi;
  /** The sections the plan prints that this one succeeds; empty where it is printed itself. */
  formerly: readonly SectionId[];
  /** Whether a succession on the way is inferred, which is shown as 推定. */
  inferred: boolean;
  /** All who are asked for the KPI, this section among them; one list, however many they are. */
  sections: readonly SectionId[];
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

/** How a section of today comes to answer for an item. */
type Origin = Pick<AskedKpi, 'formerly' | 'inferred'>;

/** The sections of today that answer for an item, each with what it comes from. */
function originsOf(catalog: Catalog, item: Item): ReadonlyMap<SectionId, Origin> {
  const origins = new Map<SectionId, Origin>();
  for (const { section, printed, inferred } of heirsOf(catalog, item)) {
    const other = origins.get(section) ?? { formerly: [], inferred: true };
    origins.set(section, {
      formerly: printed === section ? other.formerly : [...other.formerly, printed],
      inferred: other.inferred && inferred,
    });
  }
  return origins;
}

/** What a round asks that asks for all of a plan. */
interface WholePlan {
  asked: ReadonlyMap<SectionId, readonly AskedKpi[]>;
  unassigned: readonly KpiId[];
}

function readWholePlan(catalog: Catalog, plan: PlanId): WholePlan {
  const asked = new Map<SectionId, AskedKpi[]>();
  const unassigned: KpiId[] = [];
  for (const item of catalog.plan(plan).items) {
    if (item.kpis.length === 0) continue;
    const origins = originsOf(catalog, item);
    if (origins.size === 0) unassigned.push(...item.kpis.map(({ id }) => id));
    const sections = [...origins.keys()];
    for (const [section, origin] of origins) {
      const own = asked.get(section) ?? [];
      own.push(...item.kpis.map((kpi): AskedKpi => ({ item, kpi, ...origin, sections })));
      asked.set(section, own);
    }
  }
  return { asked, unassigned };
}

/** Of each catalog, which never changes: the rounds of a plan share what they ask, hundreds of thousands of KPIs of a large office. */
const known = new WeakMap<Catalog, Map<PlanId, WholePlan>>();

function wholePlan(catalog: Catalog, plan: PlanId): WholePlan {
  const plans = known.get(catalog) ?? new Map<PlanId, WholePlan>();
  const whole = plans.get(plan) ?? readWholePlan(catalog, plan);
  known.set(catalog, plans.set(plan, whole));
  return whole;
}

/** What a round asks for; null asks for all. */
interface Selection extends Pick<Round, 'exclusions'> {
  kpis: ReadonlySet<KpiId> | null;
  sections: ReadonlySet<SectionId> | null;
}

/** What is left of a plan in a round that asks for some of it; what the round says nothing of is shared with all others. */
function narrow(
  { asked: whole }: WholePlan,
  { kpis: wanted, sections: among, exclusions }: Selection,
): WholePlan['asked'] {
  const asked = new Map<SectionId, readonly AskedKpi[]>();
  const named = exclusions.flatMap(({ kpi, section }) => {
    if (kpi !== null) return [kpi];
    return section === null ? [] : (whole.get(section) ?? []).map((one) => one.kpi.id);
  });
  const excludedSomewhere = new Set(named);
  const isChanged = ({ kpi }: AskedKpi): boolean => among !== null || excludedSomewhere.has(kpi.id);
  const together = new Map<KpiId, readonly SectionId[]>();
  const askedWith = ({ kpi, sections }: AskedKpi): readonly SectionId[] => {
    const found =
      together.get(kpi.id) ??
      sections.filter((one) => (among?.has(one) ?? true) && exclusionOf({ exclusions }, kpi.id, one) === undefined);
    together.set(kpi.id, found);
    return found;
  };
  const left = (section: SectionId, one: AskedKpi): AskedKpi[] => {
    if (wanted && !wanted.has(one.kpi.id)) return [];
    if (!isChanged(one)) return [one];
    return exclusionOf({ exclusions }, one.kpi.id, section) ? [] : [{ ...one, sections: askedWith(one) }];
  };
  for (const [section, kpis] of whole) {
    if (among && !among.has(section)) continue;
    const own = wanted || kpis.some(isChanged) ? kpis.flatMap((one) => left(section, one)) : kpis;
    if (own.length > 0) asked.set(section, own);
  }
  return asked;
}

/** Expands a round to what each section is asked for today: «all of the plan», successor sections, exclusions, vacant posts. */
export function roundScope({ round, catalog, roster, today }: Parts): RoundScope {
  const whole = wholePlan(catalog, round.plan);
  const kpis = round.kpis && new Set(round.kpis);
  const sections = round.sections && new Set(round.sections);
  const { exclusions } = round;
  const asksAll = kpis === null && sections === null && exclusions.length === 0;
  const asked = asksAll ? whole.asked : narrow(whole, { kpis, sections, exclusions });
  const printed = new Set(kpis && catalog.plan(round.plan).items.flatMap((item) => item.kpis.map(({ id }) => id)));
  const inForce = entriesOn(roster, today);
  return {
    sections: Array.from(asked, ([section, kpis]) => {
      const entry = inForce.get(section) ?? null;
      return { section, entry, askCoordinators: !entry?.head, kpis };
    }),
    unassigned: kpis === null ? whole.unassigned : whole.unassigned.filter((id) => kpis.has(id)),
    unknown: [
      ...(round.kpis ?? []).filter((id) => !printed.has(id)),
      ...(round.sections ?? []).filter((id) => !catalog.section(id)),
    ],
  };
}
