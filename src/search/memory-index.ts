import { bigrams } from '../text/grams.ts';
import { type ReadEntry, zones } from './entry.ts';
import { type Gathered, gather, type KeptItem } from './gather.ts';
import type { ItemIndex } from './item-index.ts';
import { createLexicon } from './lexicon.ts';
import { openPostings } from './postings.ts';
import { boosts } from './terms.ts';
import { openTexts } from './texts.ts';

/** The index of some thousand items, all of it in memory. */
export function openMemoryIndex({ items, postings, texts: parts, learnt }: Gathered): ItemIndex {
  const byWord = openPostings(postings.words, boosts.words);
  const byPair = openPostings(postings.grams, boosts.grams);
  const texts = openTexts(parts);
  /** What is no longer than a pair is a term; the rest is read. */
  const zoneOfText: ItemIndex['zoneOfText'] = (position, wanted, behind) =>
    (wanted.length <= 2 ? byPair : texts).zoneHolding(position, wanted, behind);

  function at(position: number): KeptItem {
    const found = items[position];
    if (!found) throw new RangeError(`there is no item ${position}`);
    return found;
  }
  return {
    zoneOfText,
    zoneOfWord: byWord.zoneHolding,
    title: texts.title,
    isNamed: texts.isNamed,
    lexicon: createLexicon(learnt),
    lines: (position) => at(position).lines,
    mentioned: (position) => at(position).mentioned,
    candidates: (phrase, typed) => {
      const pairs = phrase.runs.flatMap(bigrams);
      // What holds more of the different terms counts for more, whether as words or as pairs.
      const different = {
        pairs: new Set(pairs).size,
        words: new Set(typed).size,
        both: new Set([...pairs, ...typed]).size,
      };
      const found = new Map<number, number>();
      byPair.holding(pairs, (position, score) => {
        found.set(position, score * different.pairs);
        return undefined;
      });
      byWord.holding(typed, (position, score) => {
        const paired = found.get(position);
        const both = score + (paired ?? 0) / different.pairs;
        found.set(position, paired === undefined ? score * different.words : both * different.both);
        return undefined;
      });
      return { scores: found, held: found.size };
    },
    stands: (wanted, upTo = 'borrowed') => {
      const last = zones.indexOf(upTo);
      let stands = false;
      byPair.holding(bigrams(wanted), (position) => {
        const zone = zoneOfText(position, wanted);
        stands = zone !== -1 && zone <= last;
        return stands ? 'enough' : undefined;
      });
      return stands;
    },
  };
}

/** The index made anew: about half a second for the five plans. */
export async function createMemoryIndex(entries: Iterable<ReadEntry>): Promise<ItemIndex> {
  return openMemoryIndex(await gather(entries));
}
