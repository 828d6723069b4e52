import { bigrams } from '../text/grams.ts';
import { type ReadEntry, type Zone, zones } from './entry.ts';

/** What an item is found by: the words of each zone, and their character pairs. Every index holds the same. */
export interface Terms {
  words: readonly string[];
  grams: readonly string[];
}

/** How much a word counts by where it stands. */
export const boosts: Readonly<Record<keyof Terms, Readonly<Record<Zone, number>>>> = {
  words: { title: 4, kpi: 2, head: 1, section: 2, body: 1, borrowed: 1 },
  grams: { title: 2, kpi: 1, head: 1, section: 1, body: 1, borrowed: 1 },
};

/** Character pairs of a line, and its single characters. */
function grams(line: string): string[] {
  return line.length > 1 ? [...bigrams(line), ...Array.from(line)] : [line];
}

/** The terms of an item, by the order of `zones`. */
export function termsOf({ compact, words }: ReadEntry): Terms[] {
  return zones.map((_, zone) => ({
    words: (words[zone] ?? []).filter((word) => word !== ''),
    grams: (compact[zone] ?? '')
      .split('\n')
      .filter((line) => line !== '')
      .flatMap(grams),
  }));
}
