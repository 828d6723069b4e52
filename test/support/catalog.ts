import { join } from 'node:path';
import { type Ask, createAsk } from '../../src/ask/ask.ts';
import { type Catalog, createCatalog } from '../../src/plan/catalog.ts';
import { loadData } from '../../src/plan/load.ts';
import { createIsFillerOnly } from '../../src/search/filler.ts';
import { createRecognise } from '../../src/search/recognise.ts';
import { type CreateIndex, createSearch } from '../../src/search/search.ts';
import { loadDictionary } from '../../src/text/dictionary.ts';
import { createTokenise } from '../../src/text/tokenise.ts';

/** The project's own data folder, from wherever the tests run. */
export const dataDirectory = join(process.cwd(), 'data');

/** The real catalog of the five plans. */
export function realCatalog(): Catalog {
  const loaded = loadData(dataDirectory);
  if (!loaded.ok) throw new Error(`data/ has ${loaded.faults.length} faults: run npm run check:data`);
  return createCatalog(loaded.data);
}

/** `/plan` over the real plans for numbers, sections, the KPI overview and help, which need no dictionary: ready at once. */
export function askWithoutDictionary(catalog: Catalog): Ask {
  return createAsk({
    catalog,
    recognise: createRecognise(catalog),
    isFillerOnly: createIsFillerOnly(catalog.words.fillers),
    search: new Promise(() => undefined),
  });
}

/** `/plan` over the real plans, with the real dictionary. */
export async function realAsk(catalog: Catalog, createIndex?: CreateIndex): Promise<Ask> {
  const tokenise = createTokenise(await loadDictionary());
  const isFillerOnly = createIsFillerOnly(catalog.words.fillers);
  const search = createSearch(catalog, tokenise, createIndex);
  return createAsk({ catalog, recognise: createRecognise(catalog), isFillerOnly, search });
}
