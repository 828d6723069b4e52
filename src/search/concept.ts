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
  /** A verb, adjective or adverb: it shades the question but rarely names what it is about. */
  shading: boolean;
  /** Typed apart from other words, as in a list (美術館　博物館). */
  listed: boolean;
}

/** Turns what remains of a question, once filters are out, into concepts. */
export type ReadConcepts = (text: string) => Concept[];

const kana = /^[ぁ-ゖァ-ヺー]+$/u;
const particle = /^[ノヲハガニデトモヘ]/u;
const shortestReading = 3;
/** Tokens in the longest filler: 担当|部署. */
const longestFiller = 3;

interface Parts {
  tokenise: Tokenise;
  thesaurus: Thesaurus;
  vocabulary: Vocabulary;
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map((token) => token.text).join('');
}

function isContent(tokens: readonly Token[]): boolean {
  return tokens.some((token) => token.class === 'content');
}

export function createReadConcepts({ tokenise, thesaurus, vocabulary }: Parts): ReadConcepts {
  const known = (text: string): boolean => vocabulary.has(text) || thesaurus.expansions(text).length > 0;

  function readAs(word: string, typed: string): Concept {
    return { phrase: phrase(tokenise, word), shown: word, typed, shading: false, listed: false };
  }

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
    const reading = fold(spelled ?? '');
    if (reading.length < shortestReading || known(fold(piece))) return null;
    const words = wordsRead(reading);
    if (words) return words.map((word) => readAs(word, piece));
    const near = vocabulary.nearestReading(reading);
    return near === null ? null : [readAs(near, piece)];
  }

  /** A word found nowhere: another way to write what it sounds like, or the nearest spelling. */
  function corrected(tokens: readonly Token[]): Concept | null {
    const { compact } = phraseOf(tokens);
    const [alike] = vocabulary.readAs(tokens.map((token) => token.reading).join(''));
    const word = (compact.length > 1 ? alike : undefined) ?? vocabulary.nearest(compact);
    return word === null || word === undefined ? null : readAs(word, textOf(tokens));
  }

  function isKnown({ compact, words }: Phrase): boolean {
    return known(compact) || words.every((word) => vocabulary.has(word) || thesaurus.isFiller(word));
  }

  function conceptOf(tokens: readonly Token[]): Concept {
    const own = phraseOf(tokens);
    const asTyped: Concept = {
      phrase: own,
      shown: textOf(tokens),
      typed: null,
      shading: tokens.every((token) => token.verb || token.adverbial),
      listed: false,
    };
    return isKnown(own) ? asTyped : (corrected(tokens) ?? asTyped);
  }

  /** A compound as one concept, or as its parts where only these have synonyms; a slip is mended in the whole first. */
  function conceptsOf(compound: readonly Token[]): Concept[] {
    // A synonym may end or begin with what would else be a filler: 三層分離, 番号法.
    const whole = thesaurus.longestAt(compound, 0) === compound.length;
    const parts = splitAtSynonyms(whole ? compound : withoutFillers(compound));
    const mended = parts.every((part) => isKnown(phraseOf(part))) ? null : corrected(compound);
    return mended ? [mended] : parts.map(conceptOf);
  }

  /** Tokens that together make a filler, at the given end; 0 where they make none. A number without its noun is one too. */
  function fillerAt(end: 'first' | 'last', tokens: readonly Token[]): number {
    for (let length = Math.min(longestFiller, tokens.length); length > 0; length -= 1) {
      const part = end === 'first' ? tokens.slice(0, length) : tokens.slice(-length);
      const [only] = part;
      // At the beginning a counter is the first half of a word: 校 in 校務.
      if (end === 'first' && length === 1 && only && only.text.length === 1 && only.class !== 'number') continue;
      if (length === 1 && only && (thesaurus.isFiller(only.base) || only.class === 'number')) return 1;
      if (thesaurus.isFiller(part.map((token) => token.surface).join(''))) return length;
    }
    return 0;
  }

  function withoutFillers(tokens: readonly Token[]): readonly Token[] {
    let rest = tokens;
    for (let length = fillerAt('last', rest); length > 0; length = fillerAt('last', rest))
      rest = rest.slice(0, -length);
    for (let length = fillerAt('first', rest); length > 0; length = fillerAt('first', rest)) rest = rest.slice(length);
    return isContent(rest) ? rest : [];
  }

  /** 無線LAN整備 → 無線LAN and 整備: only then do the synonyms of the part apply. */
  function splitAtSynonyms(tokens: readonly Token[]): (readonly Token[])[] {
    if (tokens.length === 0) return [];
    if (thesaurus.longestAt(tokens, 0) === tokens.length || vocabulary.stands(phraseOf(tokens).compact))
      return [tokens];
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
    return parts.map(withoutFillers).filter(isContent);
  }

  /**
   * Nouns in runs, verbs by themselves; but a word of the thesaurus that grammar would tear apart
   * (みなし仮設, 携帯の電波) is kept whole.
   */
  function conceptsIn(tokens: readonly Token[]): Concept[] {
    const breaks = (token: Token): boolean => token.class === 'grammar' || token.verb;
    for (let at = 0; at < tokens.length; at += 1) {
      const length = thesaurus.longestAt(tokens, at);
      const whole = tokens.slice(at, at + length);
      if (length > 1 && whole.some(breaks)) {
        return [...conceptsIn(tokens.slice(0, at)), conceptOf(whole), ...conceptsIn(tokens.slice(at + length))];
      }
    }
    return compounds(tokens).flatMap(conceptsOf);
  }

  return (text) => {
    const concepts: Concept[] = [];
    for (const piece of thesaurus.joinSpaced(text).split(/[\s、。,.!?「」『』【】()~]+/u)) {
      if (piece === '' || thesaurus.isFiller(fold(piece))) continue;
      const own = heard(piece) ?? conceptsIn(tokenise(piece));
      concepts.push(...own.map((concept) => ({ ...concept, listed: own.length === 1 })));
    }
    const seen = new Set<string>();
    return concepts.filter(({ phrase: { compact } }) => !seen.has(compact) && seen.add(compact));
  };
}
