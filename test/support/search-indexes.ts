import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Catalog } from '../../src/plan/catalog.ts';
import { createMemoryIndex } from '../../src/search/memory-index.ts';
import type { CreateIndex } from '../../src/search/search.ts';
import { createFileIndex } from '../../src/search-index/file-index.ts';

/** A file in which no index is yet. */
export const newIndexFile = (): string => join(mkdtempSync(join(tmpdir(), 'keikaku-navi-index-')), 'index.db');

/** Every way to keep what the search finds by; each must answer alike. */
export const searchIndexes: readonly { name: string; createIndex: (catalog: Catalog) => CreateIndex }[] = [
  { name: 'in memory', createIndex: () => createMemoryIndex },
  { name: 'in a file', createIndex: (catalog) => createFileIndex(newIndexFile(), catalog) },
  // As of a hundred thousand items, of which a common word is found in half.
  { name: 'in a file that names few', createIndex: (catalog) => createFileIndex(newIndexFile(), catalog, 30) },
];
