import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Catalog } from '../../src/plan/catalog.ts';
import { gather } from '../../src/search/gather.ts';
import { createMemoryIndex, openMemoryIndex } from '../../src/search/memory-index.ts';
import type { CreateIndex } from '../../src/search/search.ts';
import { createFileIndex } from '../../src/search-index/file-index.ts';

/** A file in which no index is yet. */
export const newIndexFile = (): string => join(mkdtempSync(join(tmpdir(), 'keikaku-navi-index-')), 'index.db');

/** Every way to keep what the search finds by; each must answer alike. */
export const searchIndexes: readonly { name: string; createIndex: (catalog: Catalog) => CreateIndex }[] = [
  { name: 'in memory', createIndex: () => createMemoryIndex },
  {
    name: 'in memory, kept since the program was built',
    createIndex: () => async (entries) => openMemoryIndex(deserialize(serialize(await gather(entries)))),
  },
  { name: 'in a file', createIndex: (catalog) => createFileIndex(newIndexFile(), catalog) },
  // As of a hundred thousand items, of which a common word is found in half.
  { name: 'in a file that names few', createIndex: (catalog) => createFileIndex(newIndexFile(), catalog, 30) },
];
