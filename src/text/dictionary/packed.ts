import { closeSync, fstatSync, mkdirSync, openSync, read, readSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { fingerprint, type Parts, partNames, readParts } from './files.ts';
import { createTables, type Tables } from './tables.ts';

/**
 * The dictionary inflated into one file: a first block that says what it was made of and how long each part is, then the
 * parts. The lines of the words come last and stay on disk, 36 MB of which a question needs a few hundred bytes.
 */
const layout = [...partNames.filter((part) => part !== 'features'), 'features'] as const;
const headerLength = 1_024;
/** The longest line has 150 bytes. */
const longestLine = 512;

/** Off the main thread. */
const readLater = promisify(read);

async function readAt(file: number, at: number, length: number): Promise<Buffer> {
  const content = Buffer.allocUnsafeSlow(length);
  const { bytesRead } = await readLater(file, content, 0, length, at);
  return content.subarray(0, bytesRead);
}

/** A packed dictionary that was opened. */
interface Opened {
  file: number;
  /** Of each part where it begins in the file, and how long it is. */
  places: readonly { at: number; length: number }[];
}

/** Where the parts lie, one after the other; the last is the end. */
function placesOf(lengths: readonly number[]): Opened['places'] {
  let at = headerLength;
  return [...lengths, 0].map((length) => {
    const place = { at, length };
    at += length;
    return place;
  });
}

/** Opens the file; null where there is none that is whole and was made of what is installed. */
async function open(path: string): Promise<Opened | null> {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return null;
  }
  const [found, lengths = ''] = (await readAt(file, 0, headerLength)).toString('latin1').split('\n');
  const places = placesOf(lengths.split(' ').map(Number));
  if (
    found === (await fingerprint()) &&
    places.length === layout.length + 1 &&
    places.at(-1)?.at === fstatSync(file).size
  ) {
    return { file, places };
  }
  closeSync(file);
  return null;
}

/** The packed dictionary; null where there is none that is whole and was made of the files that are installed. */
export async function openPacked(path: string): Promise<Tables | null> {
  const opened = await open(path);
  if (opened === null) return null;
  const { file, places } = opened;
  const features = places.at(-2)?.at ?? 0;
  const parts = await Promise.all(
    layout.slice(0, -1).map(async (part, index) => {
      const { at, length } = places[index] ?? { at: 0, length: 0 };
      return [part, await readAt(file, at, length)] as const;
    }),
  );
  const line = Buffer.alloc(longestLine);
  // Every part but the last is there.
  return createTables(Object.fromEntries(parts) as Omit<Parts, 'features'>, (at) => {
    readSync(file, line, 0, longestLine, features + at);
    return line.toString('utf8', 0, line.indexOf(0));
  });
}

/** Whether such a file is there. */
export async function isPacked(path: string): Promise<boolean> {
  const opened = await open(path);
  if (opened !== null) closeSync(opened.file);
  return opened !== null;
}

/** Packs the dictionary into a file. @throws Error when it cannot be written. */
export async function writePacked(path: string): Promise<void> {
  const parts = await readParts();
  const lengths = layout.map((part) => parts[part].length);
  mkdirSync(dirname(path), { recursive: true });
  // Renamed when it is whole, so that nobody ever reads half of it.
  const unfinished = `${path}.${process.pid}`;
  const file = openSync(unfinished, 'w');
  try {
    writeFileSync(file, `${await fingerprint()}\n${lengths.join(' ')}\n`.padEnd(headerLength));
    for (const part of layout) {
      writeFileSync(file, parts[part]);
    }
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}
