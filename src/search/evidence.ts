import type { SynonymGroup } from '../plan/synonym.ts';
import type { Concept } from './concept.ts';
import type { ItemIndex } from './item-index.ts';
import { createWorth, mentionWorth, tellingWorth, type Worth } from './match.ts';
import type { Phrase } from './phrase.ts';
import type { Thesaurus } from './thesaurus.ts';

/** What an item holds of a concept. */
export interface Held {
  worth: number;
  /** What the index says of it (BM25+), which settles the order among equals. */
  score: number;
}

/** The items that hold something, by their positions. */
export type Holders = Pick<ReadonlyMap<number, Held>, 'get' | 'has' | 'keys' | 'size'>;

/** What the items hold of one concept; they are known by their positions in the catalog. */
export interface Evidence {
  concept: Concept;
  /** How rare the concept is; rare words say more. */
  weight: number;
  held: Holders;
  /** Whether `held` names every item that holds it; where not, it still tells of any item whether it does. */
  namesAll: boolean;
  /** The most that any item holds; 0 where none does. */
  best: Held;
  /** Items that hold only a word of a compound, or something related; enough to come near, never to be a hit. Looked up when it is asked for. */
  partly(): ReadonlyMap<number, number>;
  /** Stands in a title or a KPI's name somewhere: some item is about it. */
  telling: boolean;
}

/** A synonym stands in for a word the plans do not print; beside one they do print, it comes after it. */
const instead: Readonly<Record<SynonymGroup['way'], number>> = { 'two-way': 0.9, 'one-way': 0.7, related: 0 };
const beside: Readonly<Record<SynonymGroup['way'], number>> = { 'two-way': 0.85, 'one-way': 0.25, related: 0.25 };
/** A verb shades the order; it never decides whether an item is a hit. */
const shadingWeight = 0.25;
/** A homophone of the likeliest word. */
const alikeWeight = 0.9;
const partWorth = 0.25;
/** A part says something only where few items hold it: LAN in 庁内LAN, not 電子 in 電子決裁. */
const commonPart = 0.05;

/** Where a phrase stands. */
interface Standing {
  found: readonly { position: number; worth: number; score: number }[];
  /** In how many more items it may stand: the index has not named them. */
  unnamed: number;
  worth: Worth;
}

/** A phrase that stands in more items than are named. */
type Common = Pick<Standing, 'unnamed' | 'worth'> & { weight: number };

/** The items that are named, and any other as soon as it is asked for. */
function lookedUp(named: ReadonlyMap<number, Held>, common: readonly Common[]): Holders {
  const looked = new Map<number, Held | undefined>();
  function get(position: number): Held | undefined {
    const known = named.get(position) ?? looked.get(position);
    if (known || looked.has(position)) return known;
    const value = Math.max(...common.map(({ worth, weight }) => worth(position) * weight));
    const held = value > 0 ? { worth: value, score: 0 } : undefined;
    looked.set(position, held);
    return held;
  }
  const size = named.size + Math.max(...common.map(({ unnamed }) => unnamed));
  return { get, has: (position) => get(position) !== undefined, keys: () => named.keys(), size };
}

interface Parts {
  /** How many there are. */
  items: number;
  thesaurus: Thesaurus;
  index: ItemIndex;
}

export function createEvidenceOf({ items, thesaurus, index }: Parts) {
  /** Where a phrase stands, and what it is worth there; null where it stands in more items than asked for. */
  function standing(phrase: Phrase, most = items): Standing | null {
    const words = phrase.words.filter((word) => !thesaurus.isFillerBase(word));
    const worth = createWorth(phrase, words, index);
    const { scores, held } = index.candidates(phrase, words);
    const unnamed = held - scores.size;
    const found = [];
    for (const [position, score] of scores) {
      const value = worth(position);
      if (value > 0) found.push({ position, worth: value, score });
      if (found.length + unnamed > most) return null;
    }
    return { found, unnamed, worth };
  }

  /** Words of a compound that can stand for themselves; kuromoji's katakana splinters (キャッシュ|レス) cannot. */
  function partsOf({ words }: Phrase): Phrase[] {
    const telling = words.filter((word) => /^[ァ-ヶ]{3,}$|^[^ァ-ヶ]{2,}$/u.test(word) && !thesaurus.isFillerBase(word));
    return telling.length < 2 ? [] : telling.map((word) => ({ compact: word, runs: [word], words: [word] }));
  }

  /** Items that hold only a part of a concept, or something related to it. */
  function partlyHolding({ phrase }: Concept, held: Holders, related: readonly Phrase[]) {
    const partly = new Map<number, number>();
    const add = (part: Phrase, most?: number): void => {
      for (const { position, worth: value } of standing(part, most)?.found ?? []) {
        if (!held.has(position)) partly.set(position, (partly.get(position) ?? 0) + value * partWorth);
      }
    };
    for (const other of related) add(other);
    for (const part of partsOf(phrase)) add(part, items * commonPart);
    return partly;
  }

  return (concept: Concept): Evidence => {
    const named = new Map<number, Held>();
    const best: Held = { worth: 0, score: 0 };
    const common: Common[] = [];
    const add = (phrase: Phrase, weight: number): void => {
      const stands = standing(phrase);
      if (stands && stands.unnamed > 0) common.push({ ...stands, weight });
      for (const { position, worth: value, score } of stands?.found ?? []) {
        const known = named.get(position);
        const own = {
          worth: Math.max(value * weight, known?.worth ?? 0),
          score: Math.max(score * weight, known?.score ?? 0),
        };
        named.set(position, own);
        best.worth = Math.max(best.worth, own.worth);
        best.score = Math.max(best.score, own.score);
      }
    };
    add(concept.phrase, 1);
    for (const phrase of concept.alike) add(phrase, alikeWeight);
    const weights = best.worth >= mentionWorth ? beside : instead;
    const expansions = thesaurus.expansions(concept.phrase.compact);
    for (const { phrase, way } of expansions) if (weights[way] > 0) add(phrase, weights[way]);

    const related = expansions.filter(({ way }) => weights[way] === 0).map(({ phrase }) => phrase);
    const held = common.length === 0 ? named : lookedUp(named, common);
    let partly: ReadonlyMap<number, number> | null = null;
    const rarity = Math.log(1 + items / Math.max(1, held.size));
    return {
      concept,
      weight: concept.shading ? rarity * shadingWeight : rarity,
      held,
      namesAll: common.length === 0,
      best,
      partly: () => {
        partly ??= partlyHolding(concept, held, related);
        return partly;
      },
      telling: best.worth > tellingWorth,
    };
  };
}

export type EvidenceOf = ReturnType<typeof createEvidenceOf>;
