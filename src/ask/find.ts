import type { Item } from '../plan/item.ts';
import type { Answer, Lead } from './answer.ts';
import type { AskCommand, AskContext } from './context.ts';
import { askHistory } from './history.ts';
import { type Question, readQuestion } from './intents.ts';
import { favoured, leadFor } from './lead.ts';
import { none } from './none.ts';
import { numberAnswer } from './number.ts';
import { sectionAnswer } from './section-answer.ts';
import { byNumber, findSubject } from './subject.ts';

/** A section's own card, where its name is all that was asked. */
function sectionAsked(question: Question, { catalog, recognise, isFillerOnly }: AskContext): Answer | null {
  const { subject } = question;
  const [first, ...others] = recognise(subject);
  if (first?.filter.kind !== 'section' || first.filter.sections.length !== 1 || others.length > 0) return null;
  if (!isFillerOnly(`${subject.slice(0, first.start)} ${subject.slice(first.end)}`)) return null;
  const [section] = first.filter.sections.flatMap((id) => catalog.section(id) ?? []);
  return section ? sectionAnswer(section, catalog, question.text) : null;
}

/** The item whose figure or sentence is the answer stands before those that only fit the words. */
function firstAnswering(lead: Lead | null, hits: readonly Item[]): readonly Item[] {
  if (lead === null || lead.code === 'tally' || lead.code === 'not-stated') return hits;
  return [lead.item, ...hits.filter((item) => item !== lead.item)];
}

/** Answers a question taken apart: by number, by section, or by what its words find. */
export async function answerQuestion(question: Question, context: AskContext): Promise<Answer> {
  if (question.intent === 'history') return askHistory(question.subject, context);
  const numbered = byNumber(question.subject, context);
  if (numbered) return numberAnswer(numbered, question, context);
  const section = sectionAsked(question, context);
  if (section) return section;

  const favour = favoured(question);
  const result = await findSubject(question.subject, context, favour ? { favour } : {});
  const { filters, readAs, hits, near, suggestions, unknown, concepts } = result;
  if (hits.length === 0) {
    if (concepts.length === 0 && filters.length === 0) {
      return context.isFillerOnly(question.subject)
        ? none(question.text, { reason: 'nothing-asked' })
        : none(question.text, { reason: 'unknown-words', unknown: [question.subject] });
    }
    const reason = unknown.length > 0 ? 'unknown-words' : 'no-item';
    return none(question.text, { reason, unknown, filters, readAs, suggestions });
  }
  // «評価できない事業は何件？»: the number asked for is how many there are.
  const counted = question.intent === 'count' && concepts.length === 0;
  const lead: Lead | null = counted
    ? { code: 'tally', count: hits.length }
    : leadFor(question, concepts, hits, context.catalog);
  const shown = firstAnswering(lead, hits);
  return {
    kind: 'found',
    question: question.text,
    items: [...shown, ...near].map(({ id }) => id),
    lead,
    filters,
    readAs,
    hits: shown,
    near,
  };
}

/** Words, a number, a section's name or a whole question, over all plans. */
export const askFind: AskCommand = (words, context) => answerQuestion(readQuestion(words), context);
