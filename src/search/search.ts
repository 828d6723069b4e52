/** search/: the plans made findable. Words and filters go in; hits, near hits and «もしかして» come out. */
import type { Catalog } from '../plan/catalog.ts';
import type { Item } from '../plan/item.ts';
import { cut, longestQuestion, normalise } from '../text/normalise.ts';
import type { Tokenise } from '../text/tokenise.ts';
import type { Concept } from './concept.ts';
import { type ReadEntry, readEntries } from './entry.ts';
import { createEvidenceOf } from './evidence.ts';
import type { Filter } from './filter.ts';
import type { ItemIndex } from './item-index.ts';
import { createMemoryIndex } from './memory-index.ts';
import { compact } from './phrase.ts';
import { createRank, mostSuggestions } from './rank.ts';
import { createReadConcepts } from './read-concepts.ts';
import { type ReadWords, readWords } from './read-words.ts';
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
  /** What was asked for beside the filters, as it was read. */
  concepts: readonly string[];
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

/** The text without one filter, and without the particle that tied it to its neighbour. */
function without(text: string, { start, end }: Recognised): string {
  const before = text.slice(0, start).replace(/[のはをがにでと]$/u, '');
  const after = text.slice(end).replace(/^[のはをがにでと]/u, '');
  return `${before} ${after}`.replace(/\s+/gu, ' ').trim();
}

function blank(text: string, ranges: readonly Recognised[]): string {
  return ranges.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
}

/** What was read as something else; one sound may be several words (ぼうさいむせん: 防災 無線). */
function readingsOf(concepts: readonly Concept[]): { typed: string; read: string }[] {
  const readings = new Map<string, string[]>();
  for (const { typed, shown } of concepts) {
    if (typed !== null) readings.set(typed, [...(readings.get(typed) ?? []), shown]);
  }
  return Array.from(readings, ([typed, words]) => ({ typed, read: words.join(' ') }));
}

/** What keeps the items: given all of them, which it need not read. */
export type CreateIndex = (entries: Iterable<ReadEntry>) => Promise<ItemIndex>;

/**
 * Makes whatever it is not given, in slices: about three quarters of a second for the five plans.
 * @param createIndex in memory unless told otherwise
 * @param words those of the catalog, where they have been read before
 */
export async function createSearch(
  catalog: Catalog,
  tokenise: Tokenise,
  createIndex: CreateIndex = createMemoryIndex,
  words: ReadWords | null = null,
): Promise<Search> {
  const index = await createIndex(readEntries(catalog, tokenise));
  const thesaurus = createThesaurus(catalog.words, words ?? (await readWords(catalog.words, tokenise)));
  const recognise = createRecognise(catalog);
  const readConcepts = createReadConcepts({ tokenise, thesaurus, vocabulary: createVocabulary(index) });
  const evidenceOf = createEvidenceOf({ items: catalog.items.length, thesaurus, index });
  const rank = createRank({ catalog, index, evidenceOf });

  return (typed, options = {}) => {
    const question = normalise(cut(typed, longestQuestion));
    const recognised = recognise(question);
    const rest = blank(question, recognised);
    const concepts = readConcepts(rest);
    const wanted = {
      concepts,
      filters: recognised.map(({ filter }) => filter),
      pieces: rest.split(' ').map(compact),
      favour: options.favour ?? null,
    };
    const ranked = rank(wanted);
    const offered = concepts.map((concept) => concept.offered ?? concept);
    const guessed = ranked.hits.length === 0 && concepts.some((concept) => concept.offered !== null);
    const guesses = guessed ? rank({ ...wanted, concepts: offered }).hits : [];
    return {
      question,
      filters: recognised.map((one) => ({ filter: one.filter, without: without(question, one) })),
      concepts: concepts.map(({ shown }) => shown),
      readAs: readingsOf(concepts),
      ...ranked,
      suggestions: [...new Set([...guesses, ...ranked.suggestions])].slice(0, mostSuggestions),
    };
  };
}
