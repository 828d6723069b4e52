import { type Ask, createAsk } from './ask/ask.ts';
import type { SearchIndexConfig } from './config.ts';
import type { Catalog } from './plan/catalog.ts';
import type { Prepared } from './prepared.ts';
import { createIsFillerOnly } from './search/filler.ts';
import { createMemoryIndex, openMemoryIndex } from './search/memory-index.ts';
import { createRecognise } from './search/recognise.ts';
import { type CreateIndex, createSearch } from './search/search.ts';
import { loadDictionary } from './text/dictionary.ts';
import { createTokenise } from './text/tokenise.ts';

/** The question side put together: the catalog is there at once, the dictionary and the index a little later, with `ready`. */
export function createAnswers(
  catalog: Catalog,
  kept: SearchIndexConfig,
  prepared: Pick<Prepared, 'dictionary' | 'index' | 'words'>,
): { ask: Ask; ready: Promise<unknown> } {
  const createIndex = async (): Promise<CreateIndex> => {
    if (kept.kept === 'memory') {
      const gathered = prepared.index.read();
      return gathered === null ? createMemoryIndex : async () => openMemoryIndex(gathered);
    }
    const { createFileIndex } = await import('./search-index/file-index.ts');
    return createFileIndex(kept.file, catalog);
  };
  const search = Promise.all([loadDictionary(prepared.dictionary), createIndex()]).then(([dictionary, index]) =>
    createSearch(catalog, createTokenise(dictionary), index, prepared.words.read()),
  );
  const isFillerOnly = createIsFillerOnly(catalog.words.fillers);
  return { ask: createAsk({ catalog, recognise: createRecognise(catalog), isFillerOnly, search }), ready: search };
}
