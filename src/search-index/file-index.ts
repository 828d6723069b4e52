/** search-index/: the index of plans too many for memory: a file of SQLite's full-text search, which can be made again from the data at any time. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Libsql from 'libsql';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Catalog } from '../plan/catalog.ts';
import { fiscalYear } from '../plan/fiscal-year.ts';
import { zones } from '../search/entry.ts';
import type { Mentioned } from '../search/filter.ts';
import type { ItemIndex, ZoneHolding } from '../search/item-index.ts';
import type { CreateIndex } from '../search/search.ts';
import { bigrams } from '../text/grams.ts';
import { openLexicon } from './file-lexicon.ts';
import { commonKey, fingerprintOf, holding, zoneBreak } from './layout.ts';
import { type Written, writeIndex } from './write-index.ts';

/** Of what stands nearly everywhere so many items are named, those first in whose most telling zones it stands. */
const named = 500;
/** Items kept after they were read: a question about common words reads a few thousand. */
const mostKept = 10_000;
/** A text that stands in none of so many items that hold all its pairs stands in none. */
const mostTried = 200;

const madeSchema = z.tuple([z.string()]);
const positionsSchema = z.array(z.tuple([z.int()]));
const commonSchema = z.array(z.tuple([z.string(), z.int()]));
const textsSchema = z.tuple([z.string(), z.string()]);
const linesSchema = z.tuple([z.string()]);
const timesSchema = z.array(z.tuple([z.int(), z.string(), z.string()]));

const allZones = [...zones.keys()];
const titleZone = zones.indexOf('title');
const nothing: Mentioned = { years: new Set(), months: new Set() };

function words(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}

/** Whether a file is an index of these data; what cannot be read is none. */
function isMade(file: string, fingerprint: string): boolean {
  if (!existsSync(file)) return false;
  try {
    const database = new Libsql(file);
    try {
      return madeSchema.parse(database.prepare('select fingerprint from made').raw().get())[0] === fingerprint;
    } finally {
      database.close();
    }
  } catch {
    return false;
  }
}

/** Makes the file, which takes as long as reading all texts does. */
async function make(file: string, written: Written): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  // Another process may have the old one open, and two may make the new one.
  const unfinished = `${file}.${process.pid}`;
  rmSync(unfinished, { force: true });
  await writeIndex(unfinished, written);
  renameSync(unfinished, file);
}

/** What keeps the items of a catalog in a file: one made earlier from the same data is opened as it is. */
export function createFileIndex(file: string, catalog: Catalog, mostNamed: number = named): CreateIndex {
  return async (entries) => {
    const fingerprint = fingerprintOf(catalog);
    if (!isMade(file, fingerprint)) await make(file, { fingerprint, entries, common: mostNamed });
    return openFileIndex(file, mostNamed);
  };
}

function openFileIndex(file: string, mostNamed: number): ItemIndex {
  const database = new Libsql(file);
  const rows = (sql: string) => database.prepare(sql).raw();
  const selectHolding = rows('select rowid from terms where terms match ? limit ?');
  const selectTexts = rows('select compact, words from items where position = ?');
  const selectLines = rows('select lines from items where position = ?');
  const common = new Map(commonSchema.parse(rows('select term, held from common').all()));
  const times = new Map(
    timesSchema
      .parse(rows("select position, years, months from items where years <> '' or months <> ''").all())
      .map(([position, years, months]): [number, Mentioned] => [
        position,
        { years: new Set(words(years).map(Number).map(fiscalYear)), months: new Set(words(months)) },
      ]),
  );
  const kept = new LRUCache<number, { compact: string[]; words: string[] }>({ max: mostKept });

  function texts(position: number): { compact: string[]; words: string[] } {
    const known = kept.get(position);
    if (known) return known;
    const [compact, words] = textsSchema.parse(selectTexts.get(position));
    const read = { compact: compact.split(zoneBreak), words: words.split(zoneBreak) };
    kept.set(position, read);
    return read;
  }
  const zoneOfText: ZoneHolding = (position, wanted, behind = -1) =>
    texts(position).compact.findIndex((text, zone) => zone > behind && text.includes(wanted));

  function positionsOf(match: string, most: number): number[] {
    return positionsSchema.parse(selectHolding.all(match, most)).map(([position]) => position);
  }
  /** In how many items the rarest of some terms stands, as far as it is common. */
  function rarestOf(kind: 'words' | 'grams', terms: readonly string[]): number {
    return Math.min(...terms.map((term) => common.get(commonKey(kind, term)) ?? 0));
  }

  return {
    lexicon: openLexicon(database),
    zoneOfText,
    zoneOfWord: (position, wanted, behind = -1) =>
      texts(position).words.findIndex((words, zone) => zone > behind && words.includes(` ${wanted} `)),
    title: (position) => texts(position).compact[titleZone]?.split('\n')[0] ?? '',
    isNamed: (position, wanted) => texts(position).compact[titleZone]?.includes(wanted) ?? false,
    lines: (position) => {
      const [lines] = linesSchema.parse(selectLines.get(position));
      return lines.split(zoneBreak).map((zone) => zone.split('\n').filter((line) => line !== ''));
    },
    mentioned: (position) => times.get(position) ?? nothing,
    candidates: (phrase, words) => {
      const terms = { grams: phrase.runs.flatMap(bigrams), words };
      // A sign that folds to nothing is a word of no letters, which no item holds.
      const kinds = (['grams', 'words'] as const).filter((kind) => terms[kind].length > 0 && !terms[kind].includes(''));
      if (kinds.length === 0) return { scores: new Map(), held: 0 };
      const inZones = (where: readonly number[]): string =>
        kinds.map((kind) => holding(kind, terms[kind], where)).join(' OR ');
      const some = positionsOf(inZones(allZones), mostNamed + 1);
      const scores = (positions: Iterable<number>) => new Map(Array.from(positions, (position) => [position, 0]));
      if (some.length <= mostNamed) return { scores: scores(some), held: some.length };

      const telling = new Set<number>();
      for (const zone of allZones) {
        if (telling.size >= mostNamed) break;
        for (const position of positionsOf(inZones([zone]), mostNamed)) telling.add(position);
      }
      const held = Math.max(some.length, telling.size, ...kinds.map((kind) => rarestOf(kind, terms[kind])));
      return { scores: scores(telling), held };
    },
    stands: (compact, upTo = 'borrowed') => {
      const last = zones.indexOf(upTo);
      const match = holding('grams', bigrams(compact), allZones.slice(0, last + 1));
      return positionsOf(match, mostTried).some((position) => {
        const zone = zoneOfText(position, compact);
        return zone !== -1 && zone <= last;
      });
    },
  };
}
