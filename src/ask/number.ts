import type { Item } from '../plan/item.ts';
import type { PlanId } from '../plan/plan.ts';
import { matchNumber, type TypedNumber } from '../search/number.ts';
import type { Answer } from './answer.ts';
import type { AskContext } from './context.ts';
import type { Question } from './intents.ts';
import { itemAnswer } from './item.ts';
import { leadFor } from './lead.ts';
import { none } from './none.ts';

const mostNear = 10;

/**
 * A measure by its printed number: the item itself, its branches, or one per plan where plans share a number.
 * `plans`: those named beside it («復興編の3-2-4»); none means all.
 */
export function askNumber(
  number: TypedNumber,
  plans: readonly PlanId[],
  question: Question,
  { catalog }: AskContext,
): Answer {
  const measures = catalog.items.filter(
    (item) =>
      item.kind === 'measure' &&
      item.number !== null &&
      (plans.length === 0 || plans.includes(catalog.planOf(item).id)),
  );
  const matching = (wanted: 'exact' | 'branch' | 'sibling'): Item[] =>
    measures.filter((item) => matchNumber(number, item.number ?? '') === wanted);
  const isRecovery = (item: Item): boolean => item.number?.startsWith('復') ?? false;

  const found = [...matching('exact'), ...matching('branch')];
  const meant = number.recovery ? found : found.filter((item) => !isRecovery(item));
  // Typed without 復, a recovery number is second choice, unless it is the only one of that number.
  const hits = meant.length > 0 ? meant : found;
  const near = [...found.filter((item) => !hits.includes(item)), ...matching('sibling')].slice(0, mostNear);
  const [only] = hits;
  if (!only) return none(question.text, { reason: 'no-number', suggestions: near.slice(0, 5) });
  const lead = leadFor(question, hits, catalog);
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
