import { createHash } from 'node:crypto';
import type { Catalog } from '../plan/catalog.ts';
import { zones } from '../search/entry.ts';
import type { Terms } from '../search/terms.ts';

/** Goes up whenever what stands in the file changes its meaning, or what the tokens are. */
const format = 1;

/** Where each kind of term stands, by the order of the zones. */
export const columns: Readonly<Record<keyof Terms, readonly string[]>> = {
  words: zones.map((zone) => `${zone}_words`),
  grams: zones.map((zone) => `${zone}_grams`),
};

export const schema = `
  create table made (fingerprint text not null);
  create virtual table terms using fts5 (
    ${[...columns.words, ...columns.grams].join(', ')}, content = '', detail = column, tokenize = 'ascii'
  );
  create table common (term text primary key, held integer not null) without rowid;
  create table items (
    position integer primary key, compact text not null, words text not null, lines text not null,
    years text not null, months text not null
  );
  create table words (id integer primary key, compact text not null, printed text not null, facts integer not null);
  create table readings (reading text not null, word integer not null);
  create table forms (kind text primary key, texts text not null, words text not null, facts text not null);
`;
/** Made when everything is in. */
export const keys = `
  create index words_by_compact on words (compact);
  create index readings_by_reading on readings (reading, word);
`;

/** Between zones; text that was normalised holds no such character. */
export const zoneBreak = '\u001f';

/** Tells a file made from these data, by a program that means the same by it, from any other. */
export function fingerprintOf({ items }: Catalog): string {
  const hash = createHash('sha256');
  for (const item of items) hash.update(JSON.stringify(item));
  return `${format} ${hash.digest('base64')}`;
}

/** A term in the letters and figures of ASCII: whatever SQLite takes for a letter, its tokens are ours. */
export function encoded(term: string): string {
  return Array.from(term, (character) => (character.codePointAt(0) ?? 0).toString(36).padStart(4, '0')).join('');
}

/** What stands in `common` of a term: a word and a pair may be written alike. */
export function commonKey(kind: keyof Terms, term: string): string {
  return `${kind} ${term}`;
}

/** The items that hold every term of a kind in some zones, as FTS5 is asked for them. */
export function holding(kind: keyof Terms, terms: readonly string[], where: readonly number[]): string {
  const among = where.map((zone) => columns[kind][zone]).join(' ');
  return `({${among}} : (${terms.map(encoded).join(' AND ')}))`;
}

/** Numbers as a text: libsql takes nothing else that holds many. */
export function packed(numbers: Int32Array): string {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString('base64');
}

export function unpacked(text: string): Int32Array {
  return new Int32Array(Uint8Array.from(Buffer.from(text, 'base64')).buffer);
}

/** How often a word stands, and whether in a telling place, in one number. */
export function factsOf({ count, telling }: { count: number; telling: boolean }): number {
  return count * 2 + (telling ? 1 : 0);
}

export function readFacts(facts: number): { count: number; telling: boolean } {
  return { count: Math.floor(facts / 2), telling: facts % 2 === 1 };
}
