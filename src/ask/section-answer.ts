import type { Catalog } from '../plan/catalog.ts';
import type { Section } from '../plan/section.ts';
import type { SectionAnswer } from './answer.ts';

function predecessorsOf(section: Section, catalog: Catalog): Section[] {
  return catalog.sections.filter((other) => other.successors.some(({ to }) => to === section.id));
}

function successorsOf(section: Section, catalog: Catalog): Section[] {
  return section.successors.flatMap(({ to }) => catalog.section(to) ?? []);
}

/** What a section answers for, by plan; its own rows first, then those of the sections before and after it. */
export function sectionAnswer(section: Section, catalog: Catalog, question: string): SectionAnswer {
  const predecessors = predecessorsOf(section, catalog);
  const family = [section, ...successorsOf(section, catalog), ...predecessors];
  const duties = family.flatMap((member) =>
    catalog.plans.flatMap((plan) => {
      const items = catalog.itemsOf(member.id).filter((item) => catalog.planOf(item) === plan);
      return items.length > 0 ? [{ section: member, plan, items }] : [];
    }),
  );
  return {
    kind: 'section',
    question,
    items: duties.flatMap(({ items }) => items.map(({ id }) => id)),
    section,
    predecessors,
    duties,
  };
}
