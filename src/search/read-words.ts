import type { SynonymGroup, Words } from '../plan/synonym.ts';
import type { Tokenise } from '../text/tokenise.ts';
import { type Phrase, phrase } from './phrase.ts';
import { inSlices } from './slices.ts';

/** A phrase to look for in place of the typed one, or beside it. */
export interface Expansion {
  phrase: Phrase;
  way: SynonymGroup['way'];
}

/** The words around the plans as the dictionary reads them. Nothing but data, so that it can be kept. */
export interface ReadWords {
  /** By what is typed, compact. */
  expansions: ReadonlyMap<string, readonly Expansion[]>;
  /** Folded dictionary forms. */
  fillers: ReadonlySet<string>;
}

/** Reads the synonyms and fillers of data/, in slices: about a tenth of a second. */
export async function readWords({ synonyms, fillers }: Words, tokenise: Tokenise): Promise<ReadWords> {
  const expansions = new Map<string, Expansion[]>();
  // A word stands in for every other one of its group.
  const phrases = new Map<string, Phrase>();
  const phraseOf = (word: string): Phrase => {
    const own = phrases.get(word) ?? phrase(tokenise, word);
    phrases.set(word, own);
    return own;
  };
  const add = (typed: string, printed: readonly string[], way: SynonymGroup['way']): void => {
    const from = phraseOf(typed).compact;
    const to = printed
      .map(phraseOf)
      .filter((other) => other.compact !== from)
      .map((other) => ({ phrase: other, way }));
    expansions.set(from, [...(expansions.get(from) ?? []), ...to]);
  };
  await inSlices(synonyms, (group) => {
    if (group.way === 'two-way') {
      for (const word of group.words) add(word, group.words, group.way);
    } else {
      for (const word of group.typed) add(word, group.printed, group.way);
    }
  });
  const forms = fillers.flatMap((word) => {
    const tokens = tokenise(word);
    const surface = tokens.map((token) => token.surface).join('');
    return [surface, ...(tokens.length === 1 ? tokens.map((token) => token.base) : [])];
  });
  return { expansions, fillers: new Set(forms) };
}
