import type { SynonymGroup, Words } from '../plan/synonym.ts';
import { normalise } from '../text/normalise.ts';
import type { Token, Tokenise } from '../text/tokenise.ts';
import { type Phrase, phrase } from './phrase.ts';
import { inSlices } from './slices.ts';

/** A phrase to look for in place of the typed one, or beside it. */
interface Expansion {
  phrase: Phrase;
  way: SynonymGroup['way'];
}

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

export async function createThesaurus(words: Words, tokenise: Tokenise): Promise<Thesaurus> {
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
  await inSlices(words.synonyms, (group) => {
    if (group.way === 'two-way') {
      for (const word of group.words) add(word, group.words, group.way);
    } else {
      for (const word of group.typed) add(word, group.printed, group.way);
    }
  });
  const typed = words.synonyms.flatMap((group) => (group.way === 'two-way' ? group.words : group.typed)).map(normalise);
  const spaced = typed.filter((word) => word.includes(' '));
  const longest = Math.max(0, ...[...expansions.keys()].map((key) => key.length));
  const texts = new Set(words.fillers.map(normalise));
  const fillers = new Set(
    words.fillers.flatMap((word) => {
      const tokens = tokenise(word);
      return [
        tokens.map((token) => token.surface).join(''),
        ...(tokens.length === 1 ? tokens.map((token) => token.base) : []),
      ];
    }),
  );
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
