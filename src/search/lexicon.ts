import type { Token } from '../text/tokenise.ts';
import { type ReadEntry, zones } from './entry.ts';
import { lazily } from './lazily.ts';
import { compounds } from './phrase.ts';

/** A word or compound that the plans print. */
export interface Word {
  /** Folded; the form compared. */
  compact: string;
  printed: string;
  count: number;
  /** Stands in a title, a KPI's name or a heading: only such words are taken for a short misspelling. */
  telling: boolean;
}

/** How a slip is compared: as it is written, or as it sounds. */
export type Form = 'spelling' | 'reading';

/** The words of the plans, wherever they are kept. */
export interface Lexicon {
  has(compact: string): boolean;
  /** Words read alike, in no order. */
  readAs(reading: string): readonly Word[];
  /** Telling words of Latin letters that go on from some: lgw → lgwan. */
  begunWith(letters: string): Iterable<Word>;
  /** Words that may be within some errors of one, with the form compared; at least all that are, in the order they were learnt. */
  like(typed: string, form: Form, errors: number): Iterable<readonly [string, Word]>;
}

/** A word where it stands. */
interface Occurrence {
  compact: string;
  printed: string;
  reading: string;
  telling: boolean;
}

const longestCompound = 4;
const longestReading = 24;
const longestForm = 255;

/** Every word and short compound of an item. */
function* wordsIn({ tokens }: ReadEntry): Generator<Occurrence> {
  for (const [at, zone] of zones.entries()) {
    const telling = zone !== 'body' && zone !== 'borrowed';
    const longest = telling ? longestCompound : 2;
    for (const compound of compounds(tokens[at] ?? [])) {
      for (let from = 0; from < compound.length; from += 1) {
        for (let to = from + 1; to <= Math.min(compound.length, from + longest); to += 1) {
          const part = compound.slice(from, to);
          if (part.length > 1 || part[0]?.class === 'content') yield { ...occurrence(part), telling };
        }
      }
    }
  }
}

function occurrence(part: readonly Token[]): Omit<Occurrence, 'telling'> {
  return {
    compact: part.map((token) => token.surface).join(''),
    printed: part.map((token) => token.text).join(''),
    reading: part.map((token) => token.reading).join(''),
  };
}

/** Which characters a form has, in the bits of one number: an error changes at most two of them. */
function signatureOf(form: string): number {
  let bits = 0;
  for (let index = 0; index < form.length; index += 1) {
    bits |= 1 << (Math.imul(form.charCodeAt(index), 0x9e3779b1) >>> 27);
  }
  return bits;
}

function bitsOf(number: number): number {
  let rest = number - ((number >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Some forms, by length and signature only. */
export interface Sieve {
  lengths: Uint8Array;
  signatures: Int32Array;
}

export function createSieve(forms: readonly string[]): Sieve {
  return {
    lengths: Uint8Array.from(forms, (form) => Math.min(form.length, longestForm)),
    signatures: Int32Array.from(forms, signatureOf),
  };
}

/** The forms, by their order, that may be within some errors of one: two numbers are compared where else two words would be. */
export function* sift({ lengths, signatures }: Sieve, typed: string, errors: number): Generator<number> {
  const signature = signatureOf(typed);
  for (let index = 0; index < lengths.length; index += 1) {
    if (Math.abs((lengths[index] ?? 0) - typed.length) > errors) continue;
    if (bitsOf((signatures[index] ?? 0) ^ signature) <= 2 * errors) yield index;
  }
}

/** The words of items, in the order in which they were met. */
export interface Learnt {
  words: ReadonlyMap<string, Word>;
  byReading: ReadonlyMap<string, readonly Word[]>;
}

/** Takes in item after item. */
export function learnWords(): { learnt: Learnt; add(read: ReadEntry): void } {
  const words = new Map<string, Word>();
  const byReading = new Map<string, Word[]>();
  const add = (read: ReadEntry): void => {
    for (const { compact, printed, reading, telling } of wordsIn(read)) {
      const word = words.get(compact) ?? { compact, printed, count: 0, telling };
      word.count += 1;
      word.telling ||= telling;
      words.set(compact, word);
      if (reading.length > longestReading) continue;
      const alike = byReading.get(reading);
      if (!alike) byReading.set(reading, [word]);
      else if (!alike.includes(word)) alike.push(word);
    }
  };
  return { learnt: { words, byReading }, add };
}

/** Each word with each form by which a slip of it is found. */
export function formsOf({ words, byReading }: Learnt): Record<Form, (readonly [string, Word])[]> {
  return {
    spelling: Array.from(words),
    reading: Array.from(byReading).flatMap(([reading, alike]) => alike.map((word) => [reading, word] as const)),
  };
}

/** All of it in memory. */
export function createLexicon(learnt: Learnt): Lexicon {
  const { words, byReading } = learnt;
  // Only slips need them.
  const forms = lazily(() => formsOf(learnt));
  const sieves = {
    spelling: lazily(() => createSieve(forms().spelling.map(([form]) => form))),
    reading: lazily(() => createSieve(forms().reading.map(([form]) => form))),
  };
  const latin = lazily(() => [...words.values()].filter((word) => word.telling && /^[a-z0-9]/u.test(word.compact)));
  return {
    has: (compact) => words.has(compact),
    readAs: (reading) => byReading.get(reading) ?? [],
    begunWith: (letters) => latin().filter(({ compact }) => compact.startsWith(letters)),
    *like(typed, form, errors) {
      for (const index of sift(sieves[form](), typed, errors)) {
        const found = forms()[form][index];
        if (found) yield found;
      }
    },
  };
}
