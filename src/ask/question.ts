import type { Catalog } from '../plan/catalog.ts';
import { kpiStatus } from '../plan/comparison.ts';
import type { Item } from '../plan/item.ts';
import { bigrams } from '../text/grams.ts';
import { normalise } from '../text/normalise.ts';
import type { Lead } from './answer.ts';

/** What a whole question wants to know beside its subject. */
export type Intent = 'who' | 'status' | 'when' | 'count' | 'why' | 'exists' | 'history';

/** A question taken apart: what it is about, and what is wanted. */
export interface Question {
  /** As read, normalised. */
  text: string;
  /** Without the words that only ask. */
  subject: string;
  intent: Intent | null;
  /** The counter asked for (何件 → 件), else null. */
  counter: string | null;
}

const counters =
  '件|人|名|回|校|社|箇所|か所|ヶ所|カ所|市町村|団体|種類|世帯|台|ページ|枚|時間|円|%|パーセント|データセット|事業者|事業';
const polite = '(?:です|でしょう|なの|なん)?(?:か|かな|かしら)?[?。]*$';

/** The table of intents, tried in order; each takes its own words out of the question. */
const intents: readonly (readonly [Intent, RegExp])[] = [
  ['history', /の?(?:系譜|経緯|変遷|沿革|歴史|これまでの流れ)(?:は|を|について)?(?:教えて|知りたい)?[?。]*$/u],
  [
    'who',
    new RegExp(
      `の?(?:担当|所管|主管|責任)?(?:している|してる|する)?の?(?:課|部署|課室|所属|部局|担当|担当者|窓口)?(?:は|って|が|を)?(?:どこ|誰|だれ|どちら|どの課|どの部署|何課)(?:の課|の部署|が担当|がやって|が所管)?(?:している|してる|いる|る)?の?${polite}`,
      'u',
    ),
  ],
  [
    'who',
    /(?:どこ|誰|だれ|どの課|どの部署|どの部|何課|どちら)(?:の課|の部署)?(?:が|で|に)(?:担当|所管|やって|実施|運用|聞け|問い合わせ|連絡).*$/u,
  ],
  [
    'who',
    /の?(?:担当課|担当部署|所管課|担当者|連絡先|問い合わせ先|問合せ先)(?:は|を|って)?(?:教えて|知りたい|どこ)?[?。]*$/u,
  ],
  [
    'status',
    new RegExp(
      `(?:の)?(?:目標|kpi|指標|実績)?(?:は|を|の|が)?(?:実績は)?(?:目標)?(?:を|は|に)?達成(?:した|している|してる|できた|できている|できてる|しました|できました|する|でき)の?${polite}`,
      'u',
    ),
  ],
  [
    'status',
    new RegExp(
      `(?:は|って)?(?:どうなった|どうなって(?:い)?る|どうだった|うまくいった|うまくいって(?:い)?る|どこまで進んだ|進んで(?:い)?る|順調)の?${polite}`,
      'u',
    ),
  ],
  [
    'status',
    /の?(?:進捗|進捗状況|達成状況|達成度|実績|成果|評価)(?:は|を|って)?(?:どう|どうなって|いくつ|教えて|知りたい)?(?:いる|る)?(?:です)?か?[?。]*$/u,
  ],
  [
    'when',
    new RegExp(
      `(?:は|が|って)?(?:いつ|何年|何月|何年度|どの年)(?:から|まで|ごろ|頃|に)?(?:始まった|始まる|できた|終わった|終わる|入った|導入した|導入された|開始した|開始|なくなった|廃止された|やめた|ある)?の?${polite}`,
      'u',
    ),
  ],
  ['when', /(?:いつ|何年|何月)(?:から|まで|ごろ|頃|に)?/u],
  [
    'count',
    new RegExp(
      `(?:は|って|を|が)?(?:年に|年間|1年に|月に)?(?:で|全部で|合計)?(?:いくつ|いくら|何(?:${counters})|どれ(?:くらい|ぐらい|だけ|ほど)|どの(?:くらい|ぐらい|程度))(?:の)?(?:くらい|ぐらい|ほど)?`,
      'u',
    ),
  ],
  ['why', /(?:は|が)?(?:なぜ|どうして|何で)/u],
  ['why', /の?(?:理由|原因|要因|背景)(?:は|を|って)?(?:何|教えて)?(?:です)?か?[?。]*$/u],
  [
    'exists',
    /(?:は|って|が|を)?(?:あります|ありません|ある|できます|できる|見られます|見られる|見れる|使えます|使える|受けられる|もらえる|やって(?:い)?る|やって(?:い)?ます|ございます)(?:の|ん)?(?:です)?か?[?。]*$/u,
  ],
];

/** Nouns that are counted by a counter of their own. */
const countedBy: readonly (readonly [RegExp, string])[] = [
  [/件数/u, '件'],
  [/人数|者数|何人|何名/u, '(?:人|名)'],
  [/回数/u, '回'],
  [/部数/u, '部'],
  [/割合|率|パーセント|何%/u, '%'],
  [/いくら|金額|費用|経費|予算|決算額/u, '円'],
];

/** The counter a question for a number wants, as a pattern; null where any will do. */
function counterIn(text: string): string | null {
  const asked = new RegExp(`何(${counters})`, 'u').exec(text)?.[1];
  return countedBy.find(([noun]) => noun.test(text))?.[1] ?? asked ?? null;
}

/** Reads the intent of normalised text. */
export function readQuestion(text: string): Question {
  for (const [intent, pattern] of intents) {
    const match = pattern.exec(text);
    if (!match || match[0].trim() === '') continue;
    const subject = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`
      .replace(/\s+/gu, ' ')
      .trim();
    if (subject === '') continue;
    return { text, subject, intent, counter: intent === 'count' ? counterIn(text) : null };
  }
  return { text, subject: text.replace(/[?。]+$/u, ''), intent: null, counter: null };
}

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
