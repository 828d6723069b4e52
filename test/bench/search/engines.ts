/** What else there is to search with, each as its documentation has it for Japanese, over the same text. */
import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import { Charset, Index } from 'flexsearch';
import Libsql from 'libsql';
import type { Catalog } from '../../../src/plan/catalog.ts';
import { normalise } from '../../../src/text/normalise.ts';
import type { Tokenise } from '../../../src/text/tokenise.ts';
import { fullText, type System } from '../../relevance/systems.ts';

/** As many as its user would look at, and more. */
const most = 1_000;

/** FlexSearch, with its own encoder for Chinese, Japanese and Korean. */
export function flexSearch(catalog: Catalog): System {
  const index = new Index({ tokenize: 'forward', encoder: Charset.CJK });
  for (const [position, item] of catalog.items.entries()) index.add(position, fullText(item).normalize('NFKC'));
  return {
    name: 'FlexSearch',
    find: async (query) => {
      const found = index.search(query.normalize('NFKC'), { limit: most });
      return found.flatMap((position) => catalog.items[Number(position)]?.id ?? []);
    },
  };
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** Orama, cutting words by Intl.Segmenter as its Japanese tokenizer does. */
export async function orama(catalog: Catalog): Promise<System> {
  const tokenizer = {
    language: 'japanese',
    normalizationCache: new Map<string, string>(),
    tokenize: (text: string) =>
      Array.from(segmenter.segment(text.normalize('NFKC').toLowerCase()))
        .filter(({ isWordLike }) => isWordLike)
        .map(({ segment }) => segment),
  };
  const database = create({ schema: { title: 'string', text: 'string' }, components: { tokenizer } });
  const records = catalog.items.map((item) => ({ id: item.id, title: item.title, text: fullText(item) }));
  await insertMultiple(database, records);
  return {
    name: 'Orama',
    find: async (query) => {
      const { hits } = await searchOrama(database, { term: query, limit: most, boost: { title: 4 } });
      return hits.map(({ id }) => id);
    },
  };
}

/** A table of SQLite's full-text search in memory, and a way to ask it. */
function fts5(tokenizer: string, texts: readonly string[]) {
  const database = new Libsql(':memory:');
  database.exec(`create virtual table items using fts5(text, content = '', tokenize = '${tokenizer}')`);
  const insert = database.prepare('insert into items (rowid, text) values (?, ?)');
  database.exec('begin');
  for (const [position, text] of texts.entries()) insert.run(position + 1, text);
  database.exec('commit');
  const select = database.prepare(`select rowid from items where items match ? order by rank limit ${most}`).raw();
  return (match: string): number[] => select.all(match).map((row) => Number([row].flat()[0]) - 1);
}

function quoted(term: string): string {
  return `"${term.replaceAll('"', '""')}"`;
}

/** SQLite's own trigrams, which cannot answer less than three characters. */
export function fts5Trigrams(catalog: Catalog): System {
  const ask = fts5(
    'trigram',
    catalog.items.map((item) => fullText(item).normalize('NFKC')),
  );
  return {
    name: 'SQLite FTS5, trigrams',
    find: async (query) => {
      const found = query.normalize('NFKC').trim() === '' ? [] : ask(quoted(query.normalize('NFKC')));
      return found.flatMap((position) => catalog.items[position]?.id ?? []);
    },
  };
}

/** SQLite over the words that our tokenizer makes: every word, or where no item holds them all, any. */
export function fts5Words(catalog: Catalog, tokenise: Tokenise): System {
  const words = (text: string): string[] =>
    tokenise(normalise(text)).flatMap((token) =>
      token.class === 'content' || token.class === 'affix' ? [token.base] : [],
    );
  const ask = fts5(
    'unicode61',
    catalog.items.map((item) => words(fullText(item)).join(' ')),
  );
  return {
    name: 'SQLite FTS5, our words',
    find: async (query) => {
      const terms = words(query).map(quoted);
      if (terms.length === 0) return [];
      const every = ask(terms.join(' AND '));
      return (every.length > 0 ? every : ask(terms.join(' OR '))).flatMap(
        (position) => catalog.items[position]?.id ?? [],
      );
    },
  };
}
