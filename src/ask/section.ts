import type { Section, SectionId } from '../plan/section.ts';
import type { AskCommand, AskContext } from './context.ts';
import { answerQuestion } from './find.ts';
import { none } from './none.ts';
import { sectionAnswer } from './section-answer.ts';

/** Sections whose name, or a short form of it, holds the words; a department's own name means all of its sections. */
function sectionsOf(words: string, { catalog, recognise }: AskContext): Section[] {
  const filters = recognise(words).map(({ filter }) => filter);
  const named = filters.flatMap((filter): readonly SectionId[] => (filter.kind === 'section' ? filter.sections : []));
  if (named.length > 0) return [...new Set(named)].flatMap((id) => catalog.section(id) ?? []);
  const departments = filters.flatMap((filter) => (filter.kind === 'department' ? [filter.name] : []));
  if (departments.length > 0) {
    return catalog.sections.filter(({ spans }) => spans.some(({ department }) => departments.includes(department)));
  }
  const wanted = words.replace(/\s/gu, '');
  const holds = (name: string): boolean => name.replace(/[・\s]/gu, '').includes(wanted);
  return catalog.sections.filter(({ spans, aliases }) => [...spans.map(({ name }) => name), ...aliases].some(holds));
}

/** `/plan 担当 情報政策課`; part of a name is enough. Words that name no section ask who answers for what they find. */
export const askSection: AskCommand = async (words, context) => {
  const { catalog } = context;
  if (words === '') return { kind: 'sections', question: words, items: [], sections: catalog.sections };
  const fitting = sectionsOf(words, context);
  const [only] = fitting;
  if (only && fitting.length === 1) return sectionAnswer(only, catalog, words);
  if (fitting.length > 1) return { kind: 'sections', question: words, items: [], sections: fitting };
  const answer = await answerQuestion({ text: words, subject: words, intent: 'who', counter: null }, context);
  return answer.kind === 'none' ? none(words, { ...answer, reason: 'no-section' }) : answer;
};
