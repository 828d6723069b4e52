import type { Catalog } from '../plan/catalog.ts';
import { type KpiStatus, kpiStatus } from '../plan/comparison.ts';
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
    case 'count': {
      // «ページが約10,000» as well as «約10,000ページ».
      const noun = counter === null ? `(?:${counters})` : counter;
      return new RegExp(`\\d[\\d,.]*(?:万|億|千)?${noun}|${noun}[がはを]約?\\d`, 'u');
    }
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

/** Which share of the asked words' character pairs stands in a text; all of it where no words were asked (4-2-1はいつ？). */
function shareOf(words: readonly string[], text: string): number {
  const asked = words.flatMap((word) => bigrams(word));
  if (asked.length === 0) return 1;
  const held = new Set(bigrams(normalise(text)));
  return asked.filter((pair) => held.has(pair)).length / asked.length;
}

/** Hits that may hold the sentence asked for: the best one is not always the one that tells when or how many. */
const mostAsked = 5;
const titleShare = 0.6;
const enoughShare = 0.3;
/** How much less a sentence counts for each place its item ranks lower. */
const rankStep = 0.08;

/** Questions for a beginning want a sentence that speaks of one. */
const asksBeginning = /始ま|始め|から|でき|導入|開始|入れ|入っ/u;
const aBeginning = /開始|始ま|始め|創刊|発刊|開設|導入|発足|稼働|リニューアル|構築|設置|統合|策定/u;

function fits(question: Question, sentence: string): boolean {
  const text = normalise(sentence);
  switch (question.intent) {
    case 'when':
      return aDate.test(text) && (!asksBeginning.test(question.text) || aBeginning.test(text));
    case 'count':
      return favoured(question)?.test(text) ?? true;
    default:
      return true;
  }
}

/** The sentence that says most of what was asked, with the item it is about; null where none says enough. */
function evidence(
  question: Question,
  words: readonly string[],
  hits: readonly Item[],
): { item: Item; evidence: string } | null {
  const fitting = hits.slice(0, mostAsked).flatMap((item, rank) =>
    sentences(item, question.intent)
      .filter((sentence) => fits(question, sentence))
      .map((sentence) => {
        const cause = question.intent === 'why' && aCause.test(sentence) ? 0.2 : 0;
        const share = shareOf(words, sentence) + titleShare * shareOf(words, item.title);
        return { item, evidence: sentence, share: share + cause - rank * rankStep };
      }),
  );
  const [best] = fitting.toSorted((one, other) => other.share - one.share);
  return best && best.share >= enoughShare ? { item: best.item, evidence: best.evidence } : null;
}

/** The KPI whose newest figure answers «how many», by its counter and its name. */
function figure(question: Question, words: readonly string[], hits: readonly Item[]): KpiStatus | null {
  const counter = question.counter === null ? null : new RegExp(question.counter, 'u');
  const found = hits.slice(0, mostAsked).flatMap((item, rank) =>
    item.kpis
      .filter((kpi) => kpi.actuals.length > 0 || kpi.baseline !== null)
      .filter((kpi) => !counter || counter.test(`${kpi.unit ?? ''} ${kpi.name} ${kpi.actuals.at(-1)?.text ?? ''}`))
      .map((kpi) => ({
        status: kpiStatus(item, kpi),
        share: shareOf(words, `${kpi.name}${item.title}`) - rank * rankStep,
      })),
  );
  const [best] = found.toSorted((one, other) => other.share - one.share);
  return best && best.share >= enoughShare ? best.status : null;
}

/** Who answers for it and how it stands is asked of today: of the hits that rank highest, the newest measure. */
function newest(hits: readonly Item[], catalog: Catalog, fits: (item: Item) => boolean): Item | undefined {
  const candidates = hits.slice(0, mostAsked).filter(fits);
  return catalog.plans.flatMap((plan) => candidates.filter((item) => catalog.planOf(item) === plan))[0];
}

/**
 * The first line of the answer, from the hit that answers it; null where the question only names something.
 * `words` are what was asked for as the search read it, none where a number named the item.
 */
export function leadFor(
  question: Question,
  words: readonly string[],
  hits: readonly Item[],
  catalog: Catalog,
): Lead | null {
  const [first] = hits;
  if (!first) return null;
  switch (question.intent) {
    case 'who':
      return { code: 'who', item: newest(hits, catalog, (item) => item.sections.length > 0) ?? first };
    case 'status': {
      const item = newest(hits, catalog, (one) => one.kpis.length > 0 || one.evaluation !== null) ?? first;
      return { code: 'status', item, kpis: item.kpis.map((kpi) => kpiStatus(item, kpi)) };
    }
    case 'count': {
      const found = figure(question, words, hits);
      if (found) return { code: 'figure', item: found.item, kpi: found };
      const said = evidence(question, words, hits);
      return said ? { code: 'count', ...said } : { code: 'not-stated', item: first, asked: 'count' };
    }
    case 'when':
    case 'why': {
      const found = evidence(question, words, hits);
      return found ? { code: question.intent, ...found } : { code: 'not-stated', item: first, asked: question.intent };
    }
    case 'exists': {
      const found = evidence(question, words, [first]);
      return { code: 'exists', item: first, evidence: found?.evidence ?? first.summary };
    }
    case 'history':
    case null:
      return null;
  }
}
