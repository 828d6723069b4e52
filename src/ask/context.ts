import type { Catalog } from '../plan/catalog.ts';
import type { Item } from '../plan/item.ts';
import type { IsFillerOnly } from '../search/filler.ts';
import type { PrintedNumber } from '../search/number.ts';
import type { Recognise } from '../search/recognise.ts';
import type { Search } from '../search/search.ts';
import type { Answer } from './answer.ts';

/** What answering needs. Numbers and sections are answered before the search's dictionary is loaded. */
export interface AskContext {
  catalog: Catalog;
  /** The items that bear a number, with their numbers as they are read. */
  numbered: readonly { item: Item; printed: PrintedNumber }[];
  recognise: Recognise;
  isFillerOnly: IsFillerOnly;
  search: Promise<Search>;
}

/** Answers what stands after a subcommand's word, normalised and cut. */
export type AskCommand = (words: string, context: AskContext) => Promise<Answer>;
