import type { Token } from '../text/tokenise.ts';
import type { Concept, ConceptParts } from './concept.ts';
import { createHear, isWord } from './hear.ts';
import { compact, compounds, type Phrase, phraseOf } from './phrase.ts';

/** Turns what remains of a question, once filters are out, into concepts. */
export type ReadConcepts = (text: string) => Concept[];

/** Tokens in the longest filler: 担当|部署|は. */
const longestFiller = 3;
/** A torn word this long is still a word; longer it is a sentence. */
const longestTorn = 10;

function textOf(tokens: readonly Token[]): string {
  return tokens.map((token) => token.text).join('');
}

function isContent(tokens: readonly Token[]): boolean {
  return tokens.some((token) => token.class === 'content');
}

/** Words between which either is meant: 図書館や博物館. */
const joiners = new Set(['や', 'または', '又は', 'もしくは', '及び', 'および', '並びに']);

function alternativesIn(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (joiners.has(token.text)) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

export function createReadConcepts({ tokenise, thesaurus, vocabulary }: ConceptParts): ReadConcepts {
  const hear = createHear({ tokenise, thesaurus, vocabulary });

  function isKnown({ compact, words }: Phrase): boolean {
    if (vocabulary.has(compact) || thesaurus.expansions(compact).length > 0) return true;
    return words.every((word) => vocabulary.has(word) || thesaurus.isFillerBase(word));
  }

  function asTyped(tokens: readonly Token[]): Concept {
    return {
      phrase: phraseOf(tokens),
      alike: [],
      shown: textOf(tokens),
      typed: null,
      offered: null,
      shading: tokens.every((token) => token.verb || token.adverbial),
      listed: 'no',
    };
  }

  function conceptOf(tokens: readonly Token[]): Concept {
    const own = asTyped(tokens);
    if (isKnown(own.phrase)) return own;
    const near = hear.nearest(tokens);
    return isWord(tokens) ? { ...own, offered: near } : (near ?? own);
  }

  /** A compound as one concept, or as its parts where only these have synonyms; a slip is mended in the whole first. */
  function conceptsOf(compound: readonly Token[]): Concept[] {
    // A synonym may end or begin with what would else be a filler: 三層分離, 番号法.
    const whole = thesaurus.longestAt(compound, 0) === compound.length;
    const parts = splitAtSynonyms(whole ? compound : withoutFillers(compound));
    const asItStands = isWord(compound) || parts.every((part) => isKnown(phraseOf(part)));
    const mended = asItStands ? null : hear.nearest(compound);
    return mended ? [mended] : parts.map(conceptOf);
  }

  /** Tokens that together make a filler, at the given end; 0 where they make none. A number without its noun is one too. */
  function fillerAt(end: 'first' | 'last', tokens: readonly Token[]): number {
    for (let length = Math.min(longestFiller, tokens.length); length > 0; length -= 1) {
      const part = end === 'first' ? tokens.slice(0, length) : tokens.slice(-length);
      const [only] = part;
      // At the beginning a counter is the first half of a word: 校 in 校務.
      if (end === 'first' && length === 1 && only && only.text.length === 1 && only.class !== 'number') continue;
      if (length === 1 && only && (thesaurus.isFiller(only.lemma) || only.class === 'number')) return 1;
      if (thesaurus.isFiller(textOf(part))) return length;
    }
    return 0;
  }

  function withoutFillers(tokens: readonly Token[]): readonly Token[] {
    let rest = tokens;
    for (let length = fillerAt('last', rest); length > 0; length = fillerAt('last', rest)) {
      rest = rest.slice(0, -length);
    }
    for (let length = fillerAt('first', rest); length > 0; length = fillerAt('first', rest)) rest = rest.slice(length);
    return isContent(rest) ? rest : [];
  }

  /** 無線LAN整備 → 無線LAN and 整備: only then do the synonyms of the part apply. */
  function splitAtSynonyms(tokens: readonly Token[]): (readonly Token[])[] {
    if (tokens.length === 0) return [];
    if (thesaurus.longestAt(tokens, 0) === tokens.length || vocabulary.stands(phraseOf(tokens).compact)) {
      return [tokens];
    }
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

  /** A name in a title of which the dictionary takes a part for grammar: 復興だより, すくすく, 地デ. */
  function tornName(piece: string, tokens: readonly Token[]): Concept | null {
    const whole = compact(piece);
    const torn = tokens.some((token) => token.class === 'grammar' && token.text !== 'の');
    if (!torn || whole.length < 2 || whole.length > longestTorn || !vocabulary.isNamed(whole)) return null;
    return { ...asTyped([]), phrase: { compact: whole, runs: [whole], words: [] }, shown: piece, shading: false };
  }

  return (text) => {
    const concepts: Concept[] = [];
    for (const piece of thesaurus.joinSpaced(text).split(/[\s、。,.!?「」『』【】()~]+/u)) {
      if (piece === '' || thesaurus.isFiller(piece)) continue;
      const tokens = tokenise(piece);
      const torn = tornName(piece, tokens);
      const alternatives = alternativesIn(tokens).map(conceptsIn);
      const joined = alternatives.length > 1 && alternatives.every(({ length }) => length === 1);
      const own = torn ? [torn] : (hear.aloud(piece, tokens) ?? alternatives.flat());
      const listed = joined ? 'joined' : own.length === 1 ? 'apart' : 'no';
      concepts.push(...own.map((concept) => ({ ...concept, listed }) as const));
    }
    const seen = new Set<string>();
    return concepts.filter(({ phrase: { compact: form } }) => {
      // A single letter or kana stands in too many words to mean any.
      if (/^[a-zァ-ヶ]?$/u.test(form) || seen.has(form)) return false;
      seen.add(form);
      return true;
    });
  };
}
