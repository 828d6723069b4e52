import { fold } from '../text/fold.ts';
import { kanaOf } from '../text/kana.ts';
import type { Token, Tokenise } from '../text/tokenise.ts';
import { compounds, type Phrase, phrase, phraseOf } from './phrase.ts';
import type { Thesaurus } from './thesaurus.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One thing asked for, after particles and fillers are gone. */
export interface Concept {
  phrase: Phrase;
  /** For showing: as typed, or as printed where it was read as something else. */
  shown: string;
  /** What was typed, where it was read as something else (kana, romaji, a slip of the keyboard); else null. */
  typed: string | null;
}

/** Turns what remains of a question, once filters are out, into concepts. */
export type ReadConcepts = (text: string) => Concept[];

const kana = /^[ぁ-ゖァ-ヺー]+$/u;
const particle = /^[ノヲハガニデトモヘ]/u;
const shortestReading = 3;

interface Parts {
  tokenise: Tokenise;
  thesaurus: Thesaurus;
  vocabulary: Vocabulary;
}

export function createReadConcepts({ tokenise, thesaurus, vocabulary }: Parts): ReadConcepts {
  const known = (text: string): boolean => vocabulary.has(text) || thesaurus.expansions(text).length > 0;

  /** Splits a reading into words of the plans, longest first, with particles between: でんししんせいのりよう. */
  function wordsRead(reading: string): string[] | null {
    if (reading === '') return [];
    for (let length = reading.length; length >= shortestReading; length -= 1) {
      const [word] = vocabulary.readAs(reading.slice(0, length));
      if (word === undefined) continue;
      const after = reading.slice(length);
      const rest = wordsRead(after) ?? (particle.test(after) ? wordsRead(after.slice(1)) : null);
      if (rest !== null) return [word, ...rest];
    }
    return null;
  }

  /** A word typed in kana or Latin letters, read aloud; null where it is a word of its own or nothing sounds like it. */
  function heard(piece: string): Concept[] | null {
    const spelled = kana.test(piece) ? piece : kanaOf(piece);
    if (spelled === null || known(fold(piece)) || fold(piece).length < shortestReading) return null;
    const words = wordsRead(fold(spelled));
    return words?.map((word) => ({ phrase: phrase(tokenise, word), shown: word, typed: piece })) ?? null;
  }

  /** A word found nowhere: another way to write what it sounds like, or the nearest spelling. */
  function corrected(tokens: readonly Token[]): Concept | null {
    const asTyped = phraseOf(tokens);
    const [alike] = vocabulary.readAs(tokens.map((token) => token.reading).join(''));
    const word = (asTyped.compact.length > 1 ? alike : undefined) ?? vocabulary.nearest(asTyped.compact);
    if (word === null || word === undefined) return null;
    return { phrase: phrase(tokenise, word), shown: word, typed: tokens.map((token) => token.text).join('') };
  }

  function conceptsOf(compound: readonly Token[]): Concept[] {
    const parts = splitAtSynonyms(withoutFillers(compound));
    return parts.map((tokens) => {
      const own: Concept = { phrase: phraseOf(tokens), shown: tokens.map((token) => token.text).join(''), typed: null };
      const found =
        known(own.phrase.compact) || own.phrase.words.every((word) => vocabulary.has(word) || thesaurus.isFiller(word));
      return found ? own : (corrected(tokens) ?? own);
    });
  }

  function withoutFillers(tokens: readonly Token[]): readonly Token[] {
    const rest = [...tokens];
    while (rest.length > 0 && thesaurus.isFiller(rest.at(-1)?.base ?? '')) rest.pop();
    while (rest.length > 0 && thesaurus.isFiller(rest.at(0)?.base ?? '')) rest.shift();
    return rest.some((token) => token.class === 'content') ? rest : [];
  }

  /** 無線LAN整備 → 無線LAN and 整備: only then do the synonyms of the part apply. */
  function splitAtSynonyms(tokens: readonly Token[]): (readonly Token[])[] {
    if (tokens.length === 0) return [];
    if (thesaurus.longestAt(tokens, 0) === tokens.length || vocabulary.has(phraseOf(tokens).compact)) return [tokens];
    const parts: Token[][] = [];
    let open: Token[] = [];
    for (let at = 0; at < tokens.length; ) {
      const length = thesaurus.longestAt(tokens, at);
      if (length > 0) {
        parts.push(open, tokens.slice(at, at + length));
        open = [];
        at += length;
      } else {
        open.push(...tokens.slice(at, at + 1));
        at += 1;
      }
    }
    parts.push(open);
    return parts.filter((part) => part.some((token) => token.class === 'content'));
  }

  return (text) => {
    const concepts: Concept[] = [];
    for (const piece of text.split(/[\s、。,.!?「」『』【】()~]+/u)) {
      if (piece === '' || thesaurus.isFiller(fold(piece))) continue;
      const aloud = heard(piece);
      concepts.push(...(aloud ?? compounds(tokenise(piece)).flatMap(conceptsOf)));
    }
    const seen = new Set<string>();
    return concepts.filter(({ phrase: { compact } }) => !seen.has(compact) && seen.add(compact));
  };
}
