import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Catalog, createCatalog } from '../../src/plan/catalog.ts';
import { readEntries } from '../../src/search/entry.ts';
import { createMemoryIndex } from '../../src/search/memory-index.ts';
import { createSearch, type Search } from '../../src/search/search.ts';
import { createFileIndex } from '../../src/search-index/file-index.ts';
import { loadDictionary } from '../../src/text/dictionary.ts';
import { createTokenise, type Tokenise } from '../../src/text/tokenise.ts';
import { realCatalog } from '../support/catalog.ts';
import { newIndexFile } from '../support/search-indexes.ts';

const catalog = realCatalog();
let tokenise: Tokenise;

beforeAll(async () => {
  tokenise = createTokenise(await loadDictionary());
});

/** Opens the index of a file, and tells how many items were read for it. */
async function opened(file: string, of: Catalog = catalog): Promise<number> {
  let read = 0;
  function* counted() {
    for (const entry of readEntries(of, tokenise)) {
      read += 1;
      yield entry;
    }
  }
  await createFileIndex(file, of)(counted());
  return read;
}

/** The same plans but the oldest. */
function withoutOne(): Catalog {
  const { plans, sections, lineage, words } = catalog;
  return createCatalog({ plans: plans.slice(0, -1), sections, lineage, words });
}

describe('the file of an index', () => {
  test('is made once', async () => {
    const file = newIndexFile();
    expect(await opened(file)).toBe(catalog.items.length);
    expect(await opened(file)).toBe(0);
  });

  test('is made anew when the plans have changed', async () => {
    const file = newIndexFile();
    await opened(file);
    const fewer = withoutOne();
    expect(await opened(file, fewer)).toBe(fewer.items.length);
  });

  test.each([
    ['something else', () => 'no database'],
    ['cut in the middle', (whole: Buffer) => whole.subarray(0, 5_000)],
    ['empty', () => ''],
  ])('is made anew when it is %s', async (_, spoilt) => {
    const file = newIndexFile();
    await opened(file);
    writeFileSync(file, spoilt(readFileSync(file)));
    expect(await opened(file)).toBe(catalog.items.length);
  });
});

describe('where a word stands in more items than are named', () => {
  let few: Search;
  let all: Search;

  beforeAll(async () => {
    few = await createSearch(catalog, tokenise, createFileIndex(newIndexFile(), catalog, 5));
    all = await createSearch(catalog, tokenise, createMemoryIndex);
  });

  test.each(['情報 放射線', 'システム 電子入札', '情報 研修 教員'])(
    'what holds a rarer word as well is found all the same: «%s»',
    (question) => {
      expect(new Set(few(question).hits)).toEqual(new Set(all(question).hits));
    },
  );

  test.each(['情報 健康推進課', 'システム 税務課', '情報 △'])(
    'what the filters let through is found all the same: «%s»',
    (question) => {
      const found = new Set(few(question).hits);
      expect(all(question).hits.length).toBeGreaterThan(0);
      expect(all(question).hits.filter((item) => !found.has(item))).toEqual([]);
    },
  );

  test('the most telling ones are named', () => {
    const [first] = few('システム').hits;
    expect(first?.title).toContain('システム');
  });
});
