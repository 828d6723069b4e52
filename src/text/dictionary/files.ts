import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/** The files of kuromoji's dictionary that are read, by what they hold; all numbers little-endian. */
const files = {
  /** A double array of all surfaces in UTF-8 (32 bit). */
  base: 'base',
  check: 'check',
  /** How many surfaces there are; then of each its number, how many words it may be, and where in `words` those begin (32 bit). */
  surfaces: 'tid_map',
  /** Of each word its left and right class and its cost (16 bit), and where in `features` its line begins (32 bit). */
  words: 'tid',
  /** A line of each word, ended by NUL: surface, part of speech, … dictionary form, reading, pronunciation. */
  features: 'tid_pos',
  /** Both dimensions; then, for each right class, the costs of each left class after it (16 bit). */
  connections: 'cc',
  /** The class of every UTF-16 unit (8 bit). */
  categories: 'unk_char',
  /** Of each class whether it is always tried, whether a run of it is one word (8 bit), its longest word (32 bit) and its name, ended by NUL. */
  classes: 'unk_invoke',
  /** As `surfaces`, `words` and `features`, of what the dictionary does not hold; classes stand in place of surfaces. */
  unknownSurfaces: 'unk_map',
  unknownWords: 'unk',
  unknownFeatures: 'unk_pos',
} as const;

/** What a file of the dictionary holds. */
export type Part = keyof typeof files;

/** The whole dictionary as it was built, inflated. */
export type Parts = Record<Part, Buffer>;

/** Filled up with zeros after their end. */
const padded: readonly Part[] = [
  ...(['surfaces', 'words', 'features', 'classes'] as const),
  ...(['unknownSurfaces', 'unknownWords', 'unknownFeatures'] as const),
];

/** In the order in which they are listed above. */
export const partNames = Object.keys(files) as Part[];

const directory = join(dirname(createRequire(import.meta.url).resolve('kuromoji/package.json')), 'dict');
const inflate = promisify(gunzip);

function pathOf(part: Part): string {
  return join(directory, `${files[part]}.dat.gz`);
}

/** A number may end with zeros that belong to it. */
function withoutPadding(content: Buffer): Buffer {
  let end = content.length;
  while (end > 0 && content[end - 1] === 0) end -= 1;
  return content.subarray(0, Math.min(content.length, end + 8 - (end % 8)));
}

/** In one piece of the right size: by itself zlib hands out a hundred megabytes in pieces of 16 kB, which takes three times as long. */
async function readPart(part: Part): Promise<Buffer> {
  const compressed = await readFile(pathOf(part));
  // The format gives the length in its last four bytes.
  const length = compressed.readUInt32LE(compressed.length - 4);
  const content = await inflate(compressed, { chunkSize: Math.max(64, length) });
  return padded.includes(part) ? withoutPadding(content) : content;
}

/**
 * Inflates the dictionary, off the main thread.
 * @throws Error when a file is missing or damaged.
 */
export async function readParts(): Promise<Parts> {
  const contents = await Promise.all(partNames.map(async (part) => [part, await readPart(part)] as const));
  // Every part is there.
  return withoutUnused(Object.fromEntries(contents) as Parts);
}

/** The double array ends with nodes that are not used: those whose parent is negative. */
function withoutUnused(parts: Parts): Parts {
  const { base, check } = parts;
  let end = check.length;
  while (end > 0 && check.readInt32LE(end - 4) < 0) end -= 4;
  return { ...parts, base: base.subarray(0, end), check: check.subarray(0, end) };
}

/** What tells one dictionary from another: the sizes of its files. */
export async function fingerprint(): Promise<string> {
  const sizes = await Promise.all(partNames.map(async (part) => (await stat(pathOf(part))).size));
  return sizes.join(' ');
}
