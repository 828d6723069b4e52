import { bigrams } from '../text/grams.ts';
import { type ReadEntry, timesIn, zones } from './entry.ts';
import type { Mentioned } from './filter.ts';
import type { ItemIndex } from './item-index.ts';
import { createLexicon, learnWords } from './lexicon.ts';
import { createPostings } from './postings.ts';
import { inSlices } from './slices.ts';
import { boosts, termsOf } from './terms.ts';
import { createTexts } from './texts.ts';

/** The index of some thousand items: all of it in memory, and made anew at every start. */
export async function createMemoryIndex(entries: Iterable<ReadEntry>): Promise<ItemIndex> {
  const items: { lines: ReadEntry['lines']; mentioned: Mentioned }[] = [];
  const postings = { words: createPostings(boosts.words), grams: createPostings(boosts.grams) };
  const joined = createTexts();
  const learnt = learnWords();
  await inSlices(entries, (entry) => {
    for (const [zone, terms] of termsOf(entry).entries()) {
      postings.words.add(items.length, zone, terms.words);
      postings.grams.add(items.length, zone, terms.grams);
    }
    joined.add(entry.compact);
    learnt.add(entry);
    items.push({ lines: entry.lines, mentioned: timesIn(entry) });
  });
  const byWord = postings.words.done();
  const byPair = postings.grams.done();
  const texts = joined.done();
  /** What is no longer than a pair is a term; the rest is read. */
  const zoneOfText: ItemIndex['zoneOfText'] = (position, wanted, behind) =>
    (wanted.length <= 2 ? byPair : texts).zoneHolding(position, wanted, behind);

  function at(position: number): { lines: ReadEntry['lines']; mentioned: Mentioned } {
    const found = items[position];
    if (!found) throw new RangeError(`there is no item ${position}`);
    return found;
  }
  return {
    zoneOfText,
    zoneOfWord: byWord.zoneHolding,
    title: texts.title,
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
