import { type ReadEntry, timesIn } from './entry.ts';
import type { Mentioned } from './filter.ts';
import { gatherPostings, type PackedPostings } from './gather-postings.ts';
import { type Learnt, learnWords } from './lexicon.ts';
import { inSlices } from './slices.ts';
import { type Terms, termsOf } from './terms.ts';

/** What is kept of an item beside its terms. */
export interface KeptItem {
  lines: ReadEntry['lines'];
  mentioned: Mentioned;
}

/** All that an index in memory is made of. Nothing but data, so that it can be kept. */
export interface Gathered {
  items: readonly KeptItem[];
  postings: Readonly<Record<keyof Terms, PackedPostings>>;
  /** Folded, zone after zone. */
  texts: readonly string[];
  learnt: Learnt;
}

/** Reads items for an index, in slices. */
export async function gather(entries: Iterable<ReadEntry>): Promise<Gathered> {
  const items: KeptItem[] = [];
  const postings = { words: gatherPostings(), grams: gatherPostings() };
  const texts: string[] = [];
  const learning = learnWords();
  await inSlices(entries, (entry) => {
    for (const [zone, terms] of termsOf(entry).entries()) {
      postings.words.add(items.length, zone, terms.words);
      postings.grams.add(items.length, zone, terms.grams);
    }
    texts.push(...entry.compact);
    learning.add(entry);
    items.push({ lines: entry.lines, mentioned: timesIn(entry) });
  });
  return {
    items,
    postings: { words: postings.words.done(), grams: postings.grams.done() },
    texts,
    learnt: learning.learnt,
  };
}
