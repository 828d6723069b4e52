import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jsonPath } from '../../src/plan/fault.ts';
import { dataDirectory } from './catalog.ts';

/** A copy of data/ that a test may break. */
export interface DataCopy {
  directory: string;
  path: (file: string) => string;
  /** Sets one place of a file, such as `items[it2013/1-1-1].title` or `[+]` for a new last entry. */
  set: (file: string, place: string, value: unknown) => void;
  /** The place with indexes in place of ids, as a fault names it. */
  resolve: (file: string, place: string) => string;
  read: (file: string, place: string) => unknown;
  remove: () => void;
}

function child(parent: unknown, key: string | number): unknown {
  return typeof parent === 'object' && parent !== null ? Reflect.get(parent, key) : undefined;
}

/** `[id]` is the entry with that id, `[2]` the third, `[+]` the one after the last. */
function keyIn(parent: unknown, step: string): string | number {
  const inner = /^\[(.+)\]$/u.exec(step)?.[1];
  if (inner === undefined) return step;
  if (!Array.isArray(parent)) throw new Error(`${step} asks for a list`);
  if (inner === '+') return parent.length;
  if (/^\d+$/u.test(inner)) return Number(inner);
  const index = parent.findIndex((entry) => child(entry, 'id') === inner);
  if (index === -1) throw new Error(`there is no entry ${inner}`);
  return index;
}

/** The keys of a place, and the object that holds its last one. */
function walk(json: unknown, place: string): { parent: unknown; keys: (string | number)[] } {
  const keys: (string | number)[] = [];
  let parent = json;
  for (const step of place.match(/\[[^\]]+\]|[^.[\]]+/gu) ?? []) {
    const last = keys.at(-1);
    if (last !== undefined) parent = child(parent, last);
    keys.push(keyIn(parent, step));
  }
  return { parent, keys };
}

export function copyOfData(): DataCopy {
  const directory = mkdtempSync(join(tmpdir(), 'plan-data-'));
  cpSync(dataDirectory, directory, { recursive: true });
  const path = (file: string): string => join(directory, file);
  const json = (file: string): unknown => JSON.parse(readFileSync(path(file), 'utf8'));
  return {
    directory,
    path,
    set: (file, place, value) => {
      const whole = json(file);
      const { parent, keys } = walk(whole, place);
      if (typeof parent !== 'object' || parent === null) throw new Error(`${place} has no place in ${file}`);
      Reflect.set(parent, keys.at(-1) ?? '', value);
      writeFileSync(path(file), JSON.stringify(whole));
    },
    resolve: (file, place) => jsonPath(walk(json(file), place).keys),
    read: (file, place) => {
      const { parent, keys } = walk(json(file), place);
      return child(parent, keys.at(-1) ?? '');
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}
