import type { Tokenise } from '../text/tokenise.ts';
import type { Phrase } from './phrase.ts';
import type { Thesaurus } from './thesaurus.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One thing asked for, after particles and fillers are gone. */
export interface Concept {
  phrase: Phrase;
  /** Words that sound the same and may be meant as well (電子決裁, 電子決済). */
  alike: readonly Phrase[];
  /** For showing: as typed, or as printed where it was read as something else. */
  shown: string;
  /** What was typed, where it was read as something else (kana, romaji, a slip of the keyboard); else null. */
  typed: string | null;
  /** For a word of the dictionary that the plans do not print: what it may be a slip for (刊行: 観光); only offered. */
  offered: Concept | null;
  /** A verb, adjective or adverb: it shades the question but rarely names what it is about. */
  shading: boolean;
  /** Typed apart from other words, as in a list (美術館　博物館). */
  listed: 'no' | 'apart' | 'joined';
}

/** What reading concepts takes. */
export interface ConceptParts {
  tokenise: Tokenise;
  thesaurus: Thesaurus;
  vocabulary: Vocabulary;
}
