import { fold } from '../text/fold.ts';
import { kanaOf } from '../text/kana.ts';
import type { Token } from '../text/tokenise.ts';
import type { Concept, ConceptParts } from './concept.ts';
import { phrase, phraseOf } from './phrase.ts';

/** Reads what was typed as what it sounds like, or as what it nearly spells. */
export interface Hear {
  /** A piece typed in kana or Latin letters, read aloud; null where it is a word of its own or nothing sounds like it. */
  aloud(piece: string, tokens: readonly Token[]): Concept[] | null;
  /** Another way to write what some words sound like, or the nearest spelling; null where there is none. */
  nearest(tokens: readonly Token[]): Concept | null;
}

const hiraganaOnly = /^[ぁ-ゖー]+$/u;
const katakanaOnly = /^[ァ-ヺー]+$/u;
const particle = /^[ノヲハガニデトモヘ]/u;
const shortestReading = 3;
/** Four kana and one slip are another word: しんよう, しんこう. */
const shortestSlip = 5;
const mostAlike = 3;

/** A word of the dictionary is meant as it stands (異動, ロケット), though the plans do not print it. */
export function isWord(tokens: readonly Token[]): boolean {
  return tokens.length === 1 && tokens[0]?.known === true;
}

export function createHear({ tokenise, thesaurus, vocabulary }: ConceptParts): Hear {
  /** Some words of one sound, the likeliest first, as one concept. */
  function readAs(words: readonly string[], typed: string): Concept[] {
    const [first, ...others] = words.slice(0, mostAlike);
    if (first === undefined) return [];
    return [
      {
        phrase: phrase(tokenise, first),
        alike: others.map((word) => phrase(tokenise, word)),
        shown: [first, ...others].join('・'),
        typed,
        offered: null,
        shading: false,
        listed: 'no',
      },
    ];
  }

  /**
   * Splits a reading into words of the plans, longest first, with particles between: でんししんせいのりよう.
   * Each rest is tried once: without that, a repeated word would take exponential time.
   */
  function wordsRead(reading: string): string[][] | null {
    const tried = new Map<string, string[][] | null>();
    const read = (rest: string): string[][] | null => {
      if (rest === '') return [];
      const known = tried.get(rest);
      if (known !== undefined) return known;
      let found: string[][] | null = null;
      for (let length = rest.length; length >= shortestReading && found === null; length -= 1) {
        const words = vocabulary.readAs(rest.slice(0, length));
        if (words.length === 0) continue;
        const after = rest.slice(length);
        const following = read(after) ?? (particle.test(after) ? read(after.slice(1)) : null);
        if (following !== null) found = [[...words], ...following];
      }
      tried.set(rest, found);
      return found;
    };
    return read(reading);
  }

  return {
    aloud: (piece, tokens) => {
      const folded = fold(piece);
      const spelled = hiraganaOnly.test(piece) || katakanaOnly.test(piece) ? piece : kanaOf(piece);
      const reading = fold(spelled ?? '');
      if (reading.length < shortestReading) return null;
      if (vocabulary.has(folded) || thesaurus.expansions(folded).length > 0) return null;
      const words = wordsRead(reading);
      if (words)
        return words.filter((alike) => !alike.every(thesaurus.isFiller)).flatMap((alike) => readAs(alike, piece));
      const near = reading.length < shortestSlip || isWord(tokens) ? null : vocabulary.nearestReading(reading);
      return near === null ? null : readAs([near], piece);
    },
    nearest: (tokens) => {
      const { compact } = phraseOf(tokens);
      const typed = tokens.map((token) => token.text).join('');
      const alike = compact.length > 1 ? vocabulary.readAs(tokens.map((token) => token.reading).join('')) : [];
      const near = vocabulary.nearest(compact);
      return readAs(alike.length > 0 ? alike : near === null ? [] : [near], typed)[0] ?? null;
    },
  };
}
