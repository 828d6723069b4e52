import type { Catalog } from '../plan/catalog.ts';
import type { Section } from '../plan/section.ts';
import type { Answer, SectionAnswer } from './answer.ts';
import type { AskContext } from './context.ts';
import { none } from './none.ts';

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

/** `/plan 担当 情報政策課`; part of a name is enough where it fits one section only. */
export async function askSection(words: string, { catalog, recognise }: AskContext): Promise<Answer> {
  if (words === '') return { kind: 'sections', question: words, items: [], sections: catalog.sections };
  const named = recognise(words).flatMap(({ filter }) => (filter.kind === 'section' ? filter.sections : []));
  const [only] = named.flatMap((id) => catalog.section(id) ?? []);
  if (only && named.length === 1) return sectionAnswer(only, catalog, words);
  if (named.length > 1) {
    return { kind: 'sections', question: words, items: [], sections: named.flatMap((id) => catalog.section(id) ?? []) };
  }

  const compact = words.replace(/\s/gu, '');
  const fitting = catalog.sections.filter((section) =>
    section.spans.some((span) => `${span.department}${span.name}`.replace(/[・\s]/gu, '').includes(compact)),
  );
  const [single] = fitting;
  if (single && fitting.length === 1) return sectionAnswer(single, catalog, words);
  if (fitting.length > 1) return { kind: 'sections', question: words, items: [], sections: fitting };
  return none(words, { reason: 'no-section', unknown: [words] });
}
