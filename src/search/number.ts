import { normalise } from '../text/normalise.ts';

/** One reading of a measure's number: 復4-1-2② is recovery, [4, 1, 2, 2]. */
export interface Sequence {
  recovery: boolean;
  digits: readonly number[];
}

/** A measure's number as typed, with the place where it stands. */
export interface TypedNumber {
  /** A number with several branches (4-2-1①②) is one reading a branch, and one for all of them. */
  sequences: readonly Sequence[];
  /** As typed, without spaces: 1(1)② is the direction printed so before it is a loose form of 1-1-2. */
  text: string;
  start: number;
  end: number;
}

// Dashes of every kind and the long vowel mark arrive as separators from Japanese keyboards; circled digits are (n) by now.
const separated = '(?:\\s?[-~ー.の]\\s?\\(?\\d{1,2}\\)?|\\s?\\(\\d{1,2}\\))';
/** What makes digits a quantity, a date or a decimal: 2-3社, 2024-11-21, 4-2-1.5. */
const quantity = '[\\d月日年度件人名社校台回円個枚点位%/]|[-.]\\d';
const typed = new RegExp(
  `(?:(?<![a-z])no\\.?\\s?|第|(?<![\\da-z.]|\\d-))(?:復\\s?)?\\d{1,2}${separated}+(?:\\s\\d{1,2}(?!\\d))?(?:\\s?復\\d{1,2}${separated}+)?(?!\\s?(?:${quantity}))`,
  'gu',
);

function digitsOf(text: string): number[] {
  return Array.from(text.matchAll(/\d+/gu), ([digits]) => Number(digits));
}

/** 事業番号 have three digits before their branches: chapter, category, measure. */
export const trunkLength = 3;

/** The readings of a number in normalised text: the digits in a row, and one for each of several branches at its end. */
function readings(text: string): Sequence[] {
  return text.split(/(?=復)/u).flatMap((part) => {
    const recovery = part.includes('復');
    const digits = digitsOf(part);
    if (digits.length === 0) return [];
    const branches = /(?:\(\d+\)\s?){2,}$/u.exec(part.trim())?.[0];
    const last = branches === undefined ? [] : digitsOf(branches);
    const trunk = digits.slice(0, digits.length - last.length);
    // Below a trunk that is short of three, brackets nest: 1(1)②.
    if (trunk.length < trunkLength) return [{ recovery, digits }];
    return [{ recovery, digits }, ...last.map((branch) => ({ recovery, digits: [...trunk, branch] }))];
  });
}

/** A number in the form in which two prints are compared. */
function printedForm(number: string): string {
  return normalise(number).replace(/^(?:no\.?|第)|\s/gu, '');
}

/** Every measure number in normalised text, however loosely typed. */
export function readNumbers(text: string): TypedNumber[] {
  return Array.from(text.matchAll(typed), (match) => ({
    sequences: readings(match[0]),
    text: printedForm(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** A printed number as digit sequences: 4-2-1①② is [4,2,1,1] and [4,2,1,2], 3-1-(1)-1 is [3,1,1,1]. */
export function sequences(printed: string): Sequence[] {
  // Only circled digits in a row are branches of one row; brackets nest: 2-1(3) is [2,1,3].
  const circled = /[\u2460-\u2473]{2,}/u.test(printed);
  const all = readings(normalise(printed));
  return circled ? all.filter(({ digits }) => digits.length === Math.min(...all.map((one) => one.digits.length))) : all;
}

export type NumberMatch = 'exact' | 'branch' | 'sibling';

function matchSequences(asked: Sequence, printed: Sequence): NumberMatch | null {
  if (asked.recovery && !printed.recovery) return null;
  const differs = asked.digits.findIndex((digit, index) => printed.digits[index] !== digit);
  if (differs === -1) return printed.digits.length === asked.digits.length ? 'exact' : 'branch';
  const last = asked.digits.length - 1;
  const sibling = last >= trunkLength - 1 && differs === last && printed.digits.length >= trunkLength;
  return sibling ? 'sibling' : null;
}

const order: readonly NumberMatch[] = ['exact', 'branch', 'sibling'];

/** A number as a document prints it, read once. */
export interface PrintedNumber {
  sequences: readonly Sequence[];
  /** As it is compared with what was typed. */
  form: string;
}

export function readPrinted(printed: string): PrintedNumber {
  return { sequences: sequences(printed), form: printedForm(printed) };
}

/**
 * How a typed number meets a printed one. A branch lies below it (1-1-5 → 1-1-5③), a sibling beside it (1-1-5③ → 1-1-5①,
 * 4-2-99 → 4-2-2).
 * Typed with 復 it meets only recovery numbers; typed without, both: the caller puts the recovery twin last.
 */
export function matchNumber(
  number: Pick<TypedNumber, 'sequences'>,
  printed: Pick<PrintedNumber, 'sequences'>,
): NumberMatch | null {
  const matches = number.sequences.flatMap((asked) => printed.sequences.map((own) => matchSequences(asked, own)));
  return order.find((kind) => matches.includes(kind)) ?? null;
}
