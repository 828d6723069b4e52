/** What the build makes of data/ and prompts/, so that a start need not: a file each in dist/prepared/. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Knowledge } from './knowledge.ts';
import type { Gathered } from './search/gather.ts';
import type { ReadWords } from './search/read-words.ts';

/** One thing that was made of some files, good as long as neither they nor the program change. */
interface Kept<T> {
  /** Null where there is nothing, or something that was made of other files or by another program. */
  read(): T | null;
  /** For the starts to come. @throws Error when it cannot be written. */
  write(made: T): void;
}

/** Everything that is made in advance. */
export interface Prepared {
  /** kuromoji's dictionary, in a file that knows itself whether it fits. */
  dictionary: string;
  /** Whether the messages were rendered against their samples and had no fault. */
  sentences: Kept<'sound'>;
  knowledge: Kept<Knowledge>;
  /** The texts of all items, read for the index in memory. */
  index: Kept<Gathered>;
  /** The synonyms and fillers, read as well. */
  words: Kept<ReadWords>;
}

/** All files in a folder, those behind links too, whatever the order in which they are listed. */
function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .toSorted()
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesIn(path) : [path]));
}

/** Stands for the names and bytes of all files in a folder. */
function contentsOf(folder: string): string {
  const hash = createHash('sha256');
  for (const file of filesIn(folder)) {
    const content = readFileSync(file);
    hash.update(`${relative(folder, file)}\n${content.length}\n`).update(content);
  }
  return hash.digest('base64');
}

function keptIn<T>(file: string, sources: () => string): Kept<T> {
  return {
    read() {
      try {
        const { of, made } = deserialize(readFileSync(file));
        // What this very program wrote here is what it takes it for.
        return of === sources() ? (made as T) : null;
      } catch {
        return null;
      }
    },
    write(made) {
      mkdirSync(dirname(file), { recursive: true });
      // Renamed when it is whole: another process may be starting just now.
      const unfinished = `${file}.${process.pid}`;
      writeFileSync(unfinished, serialize({ of: sources(), made }));
      renameSync(unfinished, file);
    },
  };
}

const nothing: Kept<never> = { read: () => null, write: () => undefined };

/**
 * What was prepared below a folder.
 * @param program tells this program from any other, see .deploy/bundle.js; nothing is prepared for one that is null.
 */
export function openPrepared(root: string, program: string | null): Prepared {
  const folder = join(root, 'dist', 'prepared');
  const madeOf = (name: string): (() => string) => {
    let sources: string | null = null;
    return () => {
      // Another version of Node may write it otherwise.
      sources ??= [program, process.versions.v8, contentsOf(join(root, name))].join(' ');
      return sources;
    };
  };
  const kept = <T>(name: string, sources: () => string): Kept<T> =>
    program === null ? nothing : keptIn(join(folder, name), sources);
  const data = madeOf('data');
  return {
    dictionary: join(folder, 'dictionary.bin'),
    sentences: kept('sentences.bin', madeOf(join('prompts', 'messages'))),
    knowledge: kept('knowledge.bin', data),
    index: kept('index.bin', data),
    words: kept('words.bin', data),
  };
}
