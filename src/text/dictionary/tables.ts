import type { Parts } from './files.ts';

/** Words by what they may stand for: those of a key are `ids[from[key]]` to, and without, `ids[from[key + 1]]`. */
export interface WordTable {
  from: Int32Array;
  ids: Int32Array;
  /** At a word's id its left class, its right class and its cost. */
  costs: Int16Array;
  /** The line of a word: surface, part of speech, …, reading, pronunciation. */
  line: (id: number) => string;
}

/** What becomes of characters of a class that make no known word. */
interface CharacterClass {
  /** A word may begin here even where a known one does. */
  always: boolean;
  /** All that follow and are of the class belong to the word. */
  grouped: boolean;
}

/** The dictionary made ready for looking up. */
export interface Tables {
  base: Int32Array;
  check: Int32Array;
  known: WordTable;
  unknown: WordTable;
  /** The cost of a left class after a right one is at `right * leftClasses + left + 2`. */
  connections: Int16Array;
  leftClasses: number;
  categories: Uint8Array;
  classes: readonly CharacterClass[];
}

/** Where a line of features begins → the line. */
type ReadLine = (at: number) => string;

/** Lines out of memory. */
export function linesIn(features: Buffer): ReadLine {
  return (at) => features.toString('utf8', at, features.indexOf(0, at));
}

/** Copied where its place in memory does not let it be read as numbers. */
function aligned(content: Buffer, size: number): Buffer<ArrayBuffer> {
  return content.byteOffset % size === 0
    ? (content as Buffer<ArrayBuffer>)
    : Buffer.from(Uint8Array.from(content).buffer);
}

function integers(content: Buffer): Int32Array {
  const { buffer, byteOffset, length } = aligned(content, 4);
  return new Int32Array(buffer, byteOffset, Math.floor(length / 4));
}

function shorts(content: Buffer): Int16Array {
  const { buffer, byteOffset, length } = aligned(content, 2);
  return new Int16Array(buffer, byteOffset, Math.floor(length / 2));
}

/** The file counts bytes from word to word, `costs` holds 16 bit numbers. */
function wordTable(surfaces: Buffer, words: Buffer, readLine: ReadLine): WordTable {
  const listed = integers(surfaces);
  const count = listed[0] ?? 0;
  const costs = shorts(words);
  const ids = new Int32Array(listed.length - 1 - 2 * count);
  // A key is the number of the first word of the surface, so that there are gaps between them.
  const from = new Int32Array(ids.length + 1);
  let next = 0;
  let at = 1;
  for (let index = 0; index < count; index += 1) {
    const key = listed[at] ?? 0;
    const end = at + 2 + (listed[at + 1] ?? 0);
    from[key] = next;
    for (at += 2; at < end; at += 1) ids[next++] = (listed[at] ?? 0) / 2;
    from[key + 1] = next;
  }
  return {
    from,
    ids,
    costs,
    line: (id) => readLine(((costs[id + 4] ?? 0) << 16) | ((costs[id + 3] ?? 0) & 0xffff)),
  };
}

function readClasses(content: Buffer): CharacterClass[] {
  const classes: CharacterClass[] = [];
  for (let at = 0; at + 6 < content.length && content[at + 6] !== 0; at = content.indexOf(0, at + 6) + 1) {
    classes.push({ always: content[at] === 1, grouped: content[at + 1] === 1 });
  }
  return classes;
}

/** Looks the words up in what was read; the lines of known ones may stay elsewhere. */
export function createTables(parts: Omit<Parts, 'features'>, readLine: ReadLine): Tables {
  const connections = shorts(parts.connections);
  return {
    base: integers(parts.base),
    check: integers(parts.check),
    known: wordTable(parts.surfaces, parts.words, readLine),
    unknown: wordTable(parts.unknownSurfaces, parts.unknownWords, linesIn(parts.unknownFeatures)),
    connections,
    leftClasses: connections[1] ?? 0,
    categories: parts.categories,
    classes: readClasses(parts.classes),
  };
}
