import MiniSearch from 'minisearch';
import type { Ask } from '../../src/ask/ask.ts';
import type { Catalog } from '../../src/plan/catalog.ts';
import type { Item } from '../../src/plan/item.ts';
import { bigrams } from '../../src/text/grams.ts';

/** Anything that answers a query with item ids, best first. */
export interface System {
  name: string;
  find: (query: string) => Promise<readonly string[]>;
}

/** What a reader would search: everything said about an item. */
export function fullText(item: Item): string {
  return [
    item.number,
    item.title,
    item.group,
    item.category,
    ...item.sections,
    item.summary,
    item.evaluation?.reason,
    ...item.kpis.flatMap((kpi) => [kpi.name, kpi.analysis]),
  ]
    .filter((text) => text)
    .join('\n');
}

/** `/plan` itself. */
export function plan(ask: Ask): System {
  return { name: '計画ナビ', find: async (query) => (await ask(query)).items };
}

/** What Ctrl+F finds: items that hold the query as it was typed. */
export function substringScan(catalog: Catalog): System {
  const texts = catalog.items.map((item) => ({ id: item.id, text: fullText(item).normalize('NFKC').toLowerCase() }));
  return {
    name: 'substring scan',
    find: async (query) => {
      const wanted = query.normalize('NFKC').toLowerCase();
      return texts.filter(({ text }) => text.includes(wanted)).map(({ id }) => id);
    },
  };
}

function miniSearch(catalog: Catalog, options: Partial<ConstructorParameters<typeof MiniSearch>[0]>): MiniSearch {
  const index = new MiniSearch({ fields: ['title', 'text'], searchOptions: { boost: { title: 4 } }, ...options });
  index.addAll(catalog.items.map((item) => ({ id: item.id, title: item.title, text: fullText(item) })));
  return index;
}

/** MiniSearch as it comes. */
export function defaultTokenizer(catalog: Catalog): System {
  const index = miniSearch(catalog, {});
  return {
    name: 'MiniSearch, default tokenizer',
    find: async (query) => index.search(query).map(({ id }) => String(id)),
  };
}

/** MiniSearch over character pairs. */
export function bigramsOnly(catalog: Catalog): System {
  const tokenize = (text: string): string[] =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .flatMap(bigrams);
  const index = miniSearch(catalog, { tokenize });
  return { name: 'MiniSearch, bigrams only', find: async (query) => index.search(query).map(({ id }) => String(id)) };
}
