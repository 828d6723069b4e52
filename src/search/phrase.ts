import { fold } from '../text/fold.ts';
import { normalise } from '../text/normalise.ts';
import type { Token, Tokenise } from '../text/tokenise.ts';

/** A word or compound in the three forms in which it is looked for. */
export interface Phrase {
  /** Folded, without spaces and punctuation: compared as a whole. */
  compact: string;
  /** The compound cut where space or punctuation stood; character pairs never cross such a cut. */
  runs: readonly string[];
  /** Dictionary forms of its words, suffixes included, numbers left out. */
  words: readonly string[];
}

/** Folded text without spaces, punctuation and the の between nouns: 人材の育成 is 人材育成. */
export function compact(text: string): string {
  return fold(normalise(text).replace(/(?<=[\p{Script=Han}ァ-ヺー])の(?=[\p{Script=Han}ァ-ヺ])/gu, '')).replace(
    /[^\p{L}\p{N}]/gu,
    '',
  );
}

/** The phrase some tokens make together. */
export function phraseOf(tokens: readonly Token[]): Phrase {
  const runs: string[] = [];
  for (const token of tokens) {
    const last = runs.length - 1;
    if (token.joined && last >= 0) runs[last] = `${runs[last]}${token.surface}`;
    else runs.push(token.surface);
  }
  const meaningful = tokens.filter((token) => token.class === 'content' || token.class === 'affix');
  return { compact: runs.join(''), runs, words: meaningful.map((token) => token.base) };
}

/** The phrase of a given word, such as a synonym. */
export function phrase(tokenise: Tokenise, text: string): Phrase {
  return phraseOf(tokenise(normalise(text)));
}

/** Maximal runs of nouns without particle, space or punctuation between, and each verb or adjective by itself. */
export function compounds(tokens: readonly Token[]): Token[][] {
  const all: Token[][] = [];
  let open: Token[] = [];
  const close = (): void => {
    if (open.some((token) => token.class === 'content')) all.push(open);
    open = [];
  };
  for (const token of tokens) {
    if (!token.joined || token.class === 'grammar' || token.verb) close();
    if (token.class === 'grammar') continue;
    open.push(token);
    if (token.verb) close();
  }
  close();
  return all;
}
