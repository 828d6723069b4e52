import { readNumber } from '../search/number.ts';
import type { Answer } from './answer.ts';
import type { AskContext } from './context.ts';
import { askHistory } from './history.ts';
import { readQuestion } from './intents.ts';
import { favoured, leadFor } from './lead.ts';
import { none } from './none.ts';
import { askNumber } from './number.ts';
import { sectionAnswer } from './section.ts';

/** Words, a number, a section's name or a whole question, over all plans. */
export async function askFind(words: string, context: AskContext): Promise<Answer> {
  const question = readQuestion(words);
  if (question.intent === 'history') return askHistory(question.subject, context);

  const number = readNumber(words);
  if (number) {
    const around = question.subject.replace(words.slice(number.start, number.end), ' ');
    const filters = context.recognise(around);
    const rest = filters.reduce(
      (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
      around,
    );
    if (context.isFillerOnly(rest)) {
      const plans = filters.flatMap(({ filter }) => (filter.kind === 'plan' ? filter.plans : []));
      return askNumber(number, plans, question, context);
    }
  }
  const recognised = context.recognise(question.subject);
  const [first] = recognised;
  if (recognised.length === 1 && first?.filter.kind === 'section' && first.filter.sections.length === 1) {
    const rest = `${question.subject.slice(0, first.start)} ${question.subject.slice(first.end)}`;
    const [section] = first.filter.sections.flatMap((id) => context.catalog.section(id) ?? []);
    if (section && context.isFillerOnly(rest)) return sectionAnswer(section, context.catalog, words);
  }

  const search = await context.search;
  const favour = favoured(question);
  const result = search(question.subject, favour ? { favour } : {});
  const { filters, readAs, hits, near, suggestions, unknown } = result;
  if (hits.length === 0) {
    const nothing = unknown.length === 0 && suggestions.length === 0 && filters.length === 0;
    const reason = unknown.length > 0 ? 'unknown-words' : nothing ? 'nothing-asked' : 'no-item';
    return none(words, { reason, unknown, filters, readAs, suggestions });
  }
  return {
    kind: 'found',
    question: words,
    items: [...hits, ...near].map(({ id }) => id),
    lead: leadFor(question, hits, context.catalog),
    filters,
    readAs,
    hits,
    near,
  };
}
