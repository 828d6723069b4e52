import type { Catalog } from '../plan/catalog.ts';
import { kpiStatus } from '../plan/comparison.ts';
import type { Item } from '../plan/item.ts';
import { bigrams } from '../text/grams.ts';
import { normalise } from '../text/normalise.ts';
import type { Lead } from './answer.ts';
import { counters, type Intent, type Question } from './intents.ts';

const aDate = /平成|令和|[hr]\d{1,2}|(?:19|20)\d\d|\d+年|\d+月/u;
const aCause = /ため|ので|により|によって|結果|背景|要因|原因|ことで|影響/u;

/** What the text of an answer to this question looks like; null where any will do. */
export function favoured({ intent, counter }: Question): RegExp | null {
  switch (intent) {
    case 'when':
      return aDate;
    case 'count':
      return new RegExp(`\\d[\\d,.]*(?:万|億|千)?${counter === null ? `(?:${counters})` : counter}`, 'u');
    case 'why':
      return aCause;
    default:
      return null;
  }
}

/** Sentences of our own text about an item: what it is, how it went, why. */
function sentences(item: Item, intent: Intent | null): string[] {
  const reasons = [item.evaluation?.reason, ...item.kpis.map((kpi) => kpi.analysis)];
  const texts = intent === 'why' ? reasons : [item.summary, ...reasons];
  return texts.flatMap((text) => (text ?? '').match(/[^。]+。?/gu) ?? []);
}

/** How many of the subject's character pairs stand in a sentence, or in the title of the item it is about. */
function shared(subject: string, sentence: string, title: string): number {
  const own = new Set(bigrams(normalise(sentence)));
  const named = new Set(bigrams(normalise(title)));
  return bigrams(subject.replace(/\s/gu, '')).reduce(
    (sum, pair) => sum + (own.has(pair) ? 1 : named.has(pair) ? 0.5 : 0),
    0,
  );
}

/** Hits that may hold the sentence asked for: the best one is not always the one that tells when or how many. */
const mostAsked = 5;

/** The sentence of the wanted form that shares most with the question, with the item it is about. */
function evidence(question: Question, hits: readonly Item[]): { item: Item; evidence: string } | null {
  const wanted = favoured(question);
  const fitting = hits.slice(0, mostAsked).flatMap((item) =>
    sentences(item, question.intent)
      .filter((sentence) => !wanted || wanted.test(normalise(sentence)))
      .map((sentence) => ({ item, evidence: sentence, shared: shared(question.subject, sentence, item.title) })),
  );
  const [best] = fitting.toSorted((one, other) => other.shared - one.shared);
  return best && best.shared > 0 ? best : null;
}

/** Who answers for it and how it stands is asked of today: of the hits that rank highest, the newest measure. */
function newest(hits: readonly Item[], catalog: Catalog, fits: (item: Item) => boolean): Item | undefined {
  const candidates = hits.slice(0, mostAsked).filter(fits);
  return catalog.plans.flatMap((plan) => candidates.filter((item) => catalog.planOf(item) === plan))[0];
}

/** The first line of the answer, from the hit that answers it; null where the question only names something. */
export function leadFor(question: Question, hits: readonly Item[], catalog: Catalog): Lead | null {
  const [first] = hits;
  if (!first) return null;
  switch (question.intent) {
    case 'who':
      return { code: 'who', item: newest(hits, catalog, (item) => item.sections.length > 0) ?? first };
    case 'status': {
      const item = newest(hits, catalog, (one) => one.kpis.length > 0 || one.evaluation !== null) ?? first;
      return { code: 'status', item, kpis: item.kpis.map((kpi) => kpiStatus(item, kpi)) };
    }
    case 'when':
    case 'count':
    case 'why': {
      const found = evidence(question, hits);
      return found
        ? { code: question.intent, item: found.item, evidence: found.evidence }
        : { code: 'not-stated', item: first, asked: question.intent };
    }
    case 'exists': {
      const found = evidence(question, hits);
      return { code: 'exists', item: found?.item ?? first, evidence: found?.evidence ?? first.summary };
    }
    case 'history':
    case null:
      return null;
  }
}
