import type { Dictionary, Morpheme } from './dictionary.ts';
import { fold } from './fold.ts';

/** What a token is worth for a search. */
type TokenClass =
  /** A noun, verb, adjective or foreign word that carries meaning. */
  | 'content'
  /** A suffix, counter or prefix: belongs to its neighbour (課, 件, 等), says little alone. */
  | 'affix'
  | 'number'
  /** Particle, auxiliary, pronoun, punctuation. */
  | 'grammar';

export interface Token {
  /** As it stands in the normalised text; for showing. */
  text: string;
  /** The dictionary form, not folded. */
  lemma: string;
  /** Whether the dictionary holds it; an unknown word may be a slip. */
  known: boolean;
  /** Folded surface, the form compared and shown in indexes. */
  surface: string;
  /** Folded dictionary form of verbs and adjectives; the surface otherwise. */
  base: string;
  /** Folded reading; the surface where the dictionary has none. */
  reading: string;
  class: TokenClass;
  /** A verb, an adjective: it ends a run of nouns. */
  verb: boolean;
  /** A noun that tells when or how (結局, 最近): by itself it shades a sentence as a verb does. */
  adverbial: boolean;
  /** Whether the token touches the one before it, without space or punctuation between. */
  joined: boolean;
}

/** Normalised text → tokens, which are shared and never changed. Long text is cut into pieces, so that no run of characters is one word of any length. */
export type Tokenise = (text: string) => Token[];

const longestRun = 120;
const latin = /[a-z][a-z0-9]*(?:[-&+.@'][a-z0-9]+)*|\d+[a-z][a-z0-9]*/gu;

export function createTokenise(dictionary: Dictionary): Tokenise {
  /** A morpheme of the dictionary is the same object each time, and so are the tokens it makes: joined, and apart. */
  const made = new WeakMap<Morpheme, { joined: Token; apart: Token }>();

  function tokenOf(morpheme: Morpheme, joined: boolean): Token {
    let tokens = made.get(morpheme);
    if (!tokens) {
      const token = describe(morpheme);
      tokens = { joined: { ...token, joined: true }, apart: { ...token, joined: false } };
      made.set(morpheme, tokens);
    }
    return joined ? tokens.joined : tokens.apart;
  }

  function addJapanese(tokens: Token[], text: string): void {
    let joined = tokens.length > 0;
    for (const piece of text.split(/([^\p{L}\p{N}\u30fc\u3005◎○△×]+)/u)) {
      if (piece === '') continue;
      if (!/[\p{L}\p{N}]/u.test(piece)) {
        joined = false;
        continue;
      }
      for (const run of runsOf(piece)) {
        for (const morpheme of dictionary(run)) {
          tokens.push(tokenOf(morpheme, joined));
          joined = true;
        }
      }
    }
  }

  return (text) => {
    const tokens: Token[] = [];
    let from = 0;
    for (const match of text.matchAll(latin)) {
      addJapanese(tokens, text.slice(from, match.index));
      tokens.push(latinToken(match[0], match.index > 0 && !isBreak(text[match.index - 1])));
      from = match.index + match[0].length;
    }
    addJapanese(tokens, text.slice(from));
    return tokens;
  };
}

function isBreak(character: string | undefined): boolean {
  return character === undefined || !/[\p{L}\p{N}]/u.test(character);
}

/** Hyphens and dots inside a foreign word are spelling: Wi-Fi, i-BCP and e.g. are one word. */
function latinToken(word: string, joined: boolean): Token {
  const surface = word.replace(/[^a-z0-9]/gu, '');
  return {
    text: word,
    lemma: word,
    known: false,
    surface,
    base: surface,
    reading: surface,
    class: 'content',
    verb: false,
    adverbial: false,
    joined,
  };
}

/** Pieces, cut between characters. */
function runsOf(piece: string): string[] {
  if (piece.length <= longestRun) return [piece];
  const characters = Array.from(piece);
  return Array.from({ length: Math.ceil(characters.length / longestRun) }, (_, index) =>
    characters.slice(index * longestRun, (index + 1) * longestRun).join(''),
  );
}

function describe(morpheme: Morpheme): Omit<Token, 'joined'> {
  const { surface: text, known, pos, posDetail, base, reading } = morpheme;
  const surface = fold(text);
  const inflected = base !== undefined && base !== '*';
  return {
    text,
    lemma: inflected ? base : text,
    known,
    surface,
    base: inflected ? fold(base) : surface,
    reading: reading === undefined ? surface : fold(reading),
    class: classOf(morpheme),
    verb: pos === '動詞' || pos === '形容詞',
    adverbial: posDetail === '副詞可能',
  };
}

function classOf({ pos, posDetail, surface }: Morpheme): TokenClass {
  switch (pos) {
    case '名詞':
      if (posDetail === '数') return 'number';
      if (posDetail === '代名詞' || posDetail === '非自立') return 'grammar';
      return posDetail === '接尾' ? 'affix' : 'content';
    case '接頭詞':
      return 'affix';
    case '動詞':
    case '形容詞':
      return posDetail === '自立' ? 'content' : 'grammar';
    case '副詞':
    case '連体詞':
    case '接続詞':
    case '感動詞':
    case 'フィラー':
    case '助詞':
    case '助動詞':
    case '記号':
      return 'grammar';
    default:
      return surface.trim() === '' ? 'grammar' : 'content';
  }
}
