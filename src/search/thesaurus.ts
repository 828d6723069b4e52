import type { Words } from '../plan/synonym.ts';
import { normalise } from '../text/normalise.ts';
import type { Token } from '../text/tokenise.ts';
import type { Expansion, ReadWords } from './read-words.ts';

/** The synonyms of data/, made ready for looking up. */
export interface Thesaurus {
  expansions(compact: string): readonly Expansion[];
  /** The longest run of tokens, from this position on, that is a known word of a group; 0 where none begins here. */
  longestAt(tokens: readonly Token[], from: number): number;
  /** Closes the spaces inside typed synonyms («open data»), so that splitting at spaces leaves them whole. */
  joinSpaced(text: string): string;
  /** Whether normalised text is a filler. Not folded: アート is none, あと is. */
  isFiller(text: string): boolean;
  /** The same of a folded dictionary form, where a rare mistake does no harm. */
  isFillerBase(base: string): boolean;
}

export function createThesaurus(words: Words, { expansions, fillers }: ReadWords): Thesaurus {
  const typed = words.synonyms.flatMap((group) => (group.way === 'two-way' ? group.words : group.typed)).map(normalise);
  const spaced = typed.filter((word) => word.includes(' '));
  const longest = Math.max(0, ...[...expansions.keys()].map((key) => key.length));
  const texts = new Set(words.fillers.map(normalise));
  return {
    expansions: (compact) => expansions.get(compact) ?? [],
    longestAt: (tokens, from) => {
      let best = 0;
      let text = '';
      for (let to = from; to < tokens.length && text.length < longest; to += 1) {
        text += tokens[to]?.surface ?? '';
        if (expansions.has(text)) best = to - from + 1;
      }
      return best;
    },
    joinSpaced: (text) => spaced.reduce((rest, word) => rest.replaceAll(word, word.replaceAll(' ', '')), text),
    isFiller: (text) => texts.has(text),
    isFillerBase: (base) => fillers.has(base),
  };
}
