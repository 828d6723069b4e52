import type { Answer } from './answer.ts';
import type { AskContext } from './context.ts';
import type { Question } from './intents.ts';
import { itemAnswer } from './item.ts';
import { leadFor } from './lead.ts';
import { none } from './none.ts';
import type { Numbered } from './subject.ts';

const mostSuggestions = 5;

/** A measure by its printed number: the item itself, or a list where several bear it. */
export function numberAnswer({ hits, near }: Numbered, question: Question, { catalog }: AskContext): Answer {
  const [only] = hits;
  if (!only) return none(question.text, { reason: 'no-number', suggestions: near.slice(0, mostSuggestions) });
  const lead = leadFor(question, [], hits, catalog);
  if (hits.length === 1) return itemAnswer(only, catalog, question.text, { lead, near });
  return {
    kind: 'found',
    question: question.text,
    items: [...hits, ...near].map(({ id }) => id),
    lead,
    filters: [],
    readAs: [],
    hits,
    near,
  };
}
