import type { Item, ItemId } from './item.ts';
import type { LineageLink } from './lineage.ts';
import type { Plan, PlanId } from './plan.ts';
import type { Section, SectionId } from './section.ts';
import type { Words } from './synonym.ts';

/** Everything data/ holds, checked: the plans and the words around them. */
export interface PlanData {
  plans: readonly Plan[];
  sections: readonly Section[];
  lineage: readonly LineageLink[];
  words: Words;
}

/** The plans: what they print, and the few ways to reach it. Immutable; every id it hands out can be looked up in it. */
export interface Catalog {
  /** Newest first. */
  readonly plans: readonly Plan[];
  /** Newest plan first, in the order of print. */
  readonly items: readonly Item[];
  readonly sections: readonly Section[];
  readonly lineage: readonly LineageLink[];
  readonly words: Words;
  /** Undefined for an id that came from outside (a button of an older version). */
  item(id: string): Item | undefined;
  plan(id: PlanId): Plan;
  planOf(item: Item): Plan;
  section(id: string): Section | undefined;
  /** The section behind a printed name; the department tells sections of one name apart. */
  sectionNamed(name: string, department: string | null): Section | undefined;
  itemsOf(section: SectionId): readonly Item[];
}

function newestFirst(one: Plan, other: Plan): number {
  const years = (other.years.at(-1) ?? 0) - (one.years.at(-1) ?? 0);
  // Of two editions for the same years the supplement, whose id is longer, came later.
  return years !== 0 ? years : other.id.localeCompare(one.id);
}

/** @throws Error when the data refer to a plan that is not among them; `checkData` finds that first. */
export function createCatalog(data: PlanData): Catalog {
  const plans = data.plans.toSorted(newestFirst);
  const items = plans.flatMap((plan) => plan.items);
  const byId = new Map<string, Item>(items.map((item) => [item.id, item]));
  const planById = new Map(plans.map((plan) => [plan.id, plan]));
  const planByItem = new Map<ItemId, Plan>(plans.flatMap((plan) => plan.items.map((item) => [item.id, plan] as const)));
  const sectionById = new Map<string, Section>(data.sections.map((section) => [section.id, section]));

  /** By a printed name alone, and with its department; the first one counts. */
  const sectionByName = new Map<string, Section>();
  for (const section of data.sections) {
    for (const { name, department } of section.spans) {
      for (const key of [name, `${name}\n${department}`]) if (!sectionByName.has(key)) sectionByName.set(key, section);
    }
  }
  const sectionNamed: Catalog['sectionNamed'] = (name, department) =>
    sectionByName.get(department === null ? name : `${name}\n${department}`);
  const itemsBySection = new Map<SectionId, Item[]>();
  for (const item of items) {
    for (const name of item.sections) {
      const section = sectionNamed(name, item.department);
      if (!section) continue;
      const others = itemsBySection.get(section.id);
      if (others) others.push(item);
      else itemsBySection.set(section.id, [item]);
    }
  }

  function known<T>(value: T | undefined, what: string): T {
    if (value === undefined) throw new Error(`the catalog has no ${what}`);
    return value;
  }
  return {
    plans,
    items,
    sections: data.sections,
    lineage: data.lineage,
    words: data.words,
    item: (id) => byId.get(id),
    plan: (id) => known(planById.get(id), `plan ${id}`),
    planOf: (item) => known(planByItem.get(item.id), `plan of ${item.id}`),
    section: (id) => sectionById.get(id),
    sectionNamed,
    itemsOf: (section) => itemsBySection.get(section) ?? [],
  };
}
