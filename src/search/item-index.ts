import type { Zone } from './entry.ts';
import type { Mentioned } from './filter.ts';
import type { Lexicon } from './lexicon.ts';
import type { Phrase } from './phrase.ts';

/** The most telling zone of an item that holds something, behind another zone if it is given, by its order; -1 where none does. */
export type ZoneHolding = (position: number, wanted: string, behind?: number) => number;

interface Candidates {
  /** What the terms are worth in each (BM25+), by its position. */
  scores: ReadonlyMap<number, number>;
  /** In how many items the phrase may stand: more than there are scores where an index names the most telling ones only. */
  held: number;
}

/** What the search keeps of the items, wherever it keeps it. Items are known by their positions in the catalog. */
export interface ItemIndex {
  /** Items in which a phrase may stand; in which it really stands, `worth` decides. */
  candidates(phrase: Phrase, words: readonly string[]): Candidates;
  /** Of a folded text without spaces and punctuation. */
  zoneOfText: ZoneHolding;
  /** Of a dictionary form. */
  zoneOfWord: ZoneHolding;
  /** The title as it is compared: folded, without spaces and punctuation. */
  title(position: number): string;
  /** Whether a folded text stands in the title or another name of an item. */
  isNamed(position: number, wanted: string): boolean;
  /** Normalised text, in the order of the zones. */
  lines(position: number): readonly (readonly string[])[];
  /** The years and months that an item's texts name. */
  mentioned(position: number): Mentioned;
  /** Whether a folded text stands in some item, in that zone or a more telling one. */
  stands(compact: string, upTo?: Zone): boolean;
  lexicon: Lexicon;
}
