/** search/: the plans made findable. Words and filters go in; hits, near hits and «もしかして» come out. */
import type { Catalog } from '../plan/catalog.ts';
import type { Item } from '../plan/item.ts';
import { cut, longestQuestion, normalise } from '../text/normalise.ts';
import type { Tokenise } from '../text/tokenise.ts';
import { createFindCandidates } from './candidates.ts';
import { createReadConcepts } from './concept.ts';
import { createEntries } from './entry.ts';
import { createEvidenceOf } from './evidence.ts';
import type { Filter } from './filter.ts';
import { compact } from './phrase.ts';
import { createRank } from './rank.ts';
import { createRecognise, type Recognised } from './recognise.ts';
import { createThesaurus } from './thesaurus.ts';
import { createVocabulary } from './vocabulary.ts';

export interface AppliedFilter {
  filter: Filter;
  /** The question with this filter's words taken out. */
  without: string;
}

export interface SearchResult {
  /** The question as it was read: normalised and cut. */
  question: string;
  filters: readonly AppliedFilter[];
  /** Words taken for other words: kana, romaji, slips of the keyboard. */
  readAs: readonly { typed: string; read: string }[];
  hits: readonly Item[];
  /** Items that hold only part of what was asked; shown after the hits. */
  near: readonly Item[];
  /** Weak hits for a question that has none: «もしかして», never an answer. */
  suggestions: readonly Item[];
  /** Words that stand in no plan. */
  unknown: readonly string[];
}

export interface SearchOptions {
  /** Among hits of like worth, those whose text matches come first (a question for a number, for a date). */
  favour?: RegExp;
}

export type Search = (question: string, options?: SearchOptions) => SearchResult;

/** The text without one filter, and without the particle that would be left dangling. */
function without(text: string, { start, end }: Recognised): string {
  const rest = `${text.slice(0, start)} ${text.slice(end)}`.replace(/\s+/gu, ' ').trim();
  return rest.replace(/^[のはをがにで]\s*/u, '').replace(/\s+[のはをがにで](?=\s|$)/gu, '');
}

function blank(text: string, ranges: readonly Recognised[]): string {
  return ranges.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
}

/** Builds the index: about a third of a second for the five plans. */
export function createSearch(catalog: Catalog, tokenise: Tokenise): Search {
  const entries = createEntries(catalog, tokenise);
  const thesaurus = createThesaurus(catalog.words, tokenise);
  const recognise = createRecognise(catalog);
  const readConcepts = createReadConcepts({ tokenise, thesaurus, vocabulary: createVocabulary(entries) });
  const evidenceOf = createEvidenceOf({ entries, thesaurus, findCandidates: createFindCandidates(entries) });
  const rank = createRank({ catalog, entries, evidenceOf });

  return (typed, options = {}) => {
    const question = normalise(cut(typed, longestQuestion));
    const recognised = recognise(question);
    const words = blank(question, recognised);
    const concepts = readConcepts(words);
    const ranked = rank({
      concepts,
      filters: recognised.map(({ filter }) => filter),
      pieces: words.split(' ').map(compact),
      favour: options.favour ?? null,
    });
    return {
      question,
      filters: recognised.map((one) => ({ filter: one.filter, without: without(question, one) })),
      readAs: concepts.flatMap(({ typed, shown }) => (typed === null ? [] : [{ typed, read: shown }])),
      ...ranked,
    };
  };
}
