import type { ItemId } from '../plan/item.ts';
import type { SynonymGroup } from '../plan/synonym.ts';
import type { FindCandidates } from './candidates.ts';
import type { Concept } from './concept.ts';
import type { Entry } from './entry.ts';
import { mentionWorth, tellingWorth, worth } from './match.ts';
import type { Phrase } from './phrase.ts';
import type { Thesaurus } from './thesaurus.ts';

/** What the items hold of one concept. */
export interface Evidence {
  concept: Concept;
  /** How rare the concept is; rare words say more. */
  weight: number;
  /** What it is worth in each item that holds it. */
  worths: ReadonlyMap<ItemId, number>;
  /** Items that hold only a word of a compound, or something related; enough to come near, never to be a hit. */
  partly: ReadonlyMap<ItemId, number>;
  /** MiniSearch's scores, which settle the order among equals. */
  scores: ReadonlyMap<ItemId, number>;
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

interface Parts {
  entries: readonly Entry[];
  thesaurus: Thesaurus;
  findCandidates: FindCandidates;
}

export function createEvidenceOf({ entries, thesaurus, findCandidates }: Parts) {
  const byId = new Map(entries.map((entry) => [entry.item.id, entry]));

  /** Where a phrase stands, and what it is worth there. */
  function standing(phrase: Phrase): { id: ItemId; worth: number; score: number }[] {
    const words = phrase.words.filter((word) => !thesaurus.isFillerBase(word));
    return [...findCandidates(phrase, words)].flatMap(([id, score]) => {
      const entry = byId.get(id);
      const value = entry ? worth(phrase, words, entry) : 0;
      return value > 0 ? [{ id, worth: value, score }] : [];
    });
  }

  /** Words of a compound that can stand for themselves; kuromoji's katakana splinters (キャッシュ|レス) cannot. */
  function partsOf({ words }: Phrase): Phrase[] {
    const telling = words.filter((word) => /^[ァ-ヶ]{3,}$|^[^ァ-ヶ]{2,}$/u.test(word) && !thesaurus.isFillerBase(word));
    return telling.length < 2 ? [] : telling.map((word) => ({ compact: word, runs: [word], words: [word] }));
  }

  return (concept: Concept): Evidence => {
    const worths = new Map<ItemId, number>();
    const scores = new Map<ItemId, number>();
    const add = (phrase: Phrase, weight: number): void => {
      for (const { id, worth: value, score } of standing(phrase)) {
        worths.set(id, Math.max(value * weight, worths.get(id) ?? 0));
        scores.set(id, Math.max(score * weight, scores.get(id) ?? 0));
      }
    };
    add(concept.phrase, 1);
    for (const phrase of concept.alike) add(phrase, alikeWeight);
    const weights = Math.max(...worths.values(), 0) >= mentionWorth ? beside : instead;
    const expansions = thesaurus.expansions(concept.phrase.compact);
    for (const { phrase, way } of expansions) if (weights[way] > 0) add(phrase, weights[way]);

    const partly = new Map<ItemId, number>();
    const addPart = (found: ReturnType<typeof standing>): void => {
      for (const { id, worth: value } of found) {
        if (!worths.has(id)) partly.set(id, (partly.get(id) ?? 0) + value * partWorth);
      }
    };
    for (const { phrase, way } of expansions) if (weights[way] === 0) addPart(standing(phrase));
    for (const part of partsOf(concept.phrase)) {
      const found = standing(part);
      if (found.length <= entries.length * commonPart) addPart(found);
    }
    const rarity = Math.log(1 + entries.length / Math.max(1, worths.size));
    return {
      concept,
      weight: concept.shading ? rarity * shadingWeight : rarity,
      worths,
      partly,
      scores,
      telling: Math.max(...worths.values(), 0) > tellingWorth,
    };
  };
}

export type EvidenceOf = ReturnType<typeof createEvidenceOf>;
