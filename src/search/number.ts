import { normalise } from '../text/normalise.ts';

/** A measure's number as typed: 復4－1－2② is recovery, [4, 1, 2, 2]. */
export interface TypedNumber {
  recovery: boolean;
  digits: readonly number[];
  start: number;
  end: number;
}

// Dashes of every kind and the long vowel mark arrive as separators from Japanese keyboards; circled digits are (n) by now.
const separated = '(?:\\s?[-~ー.の]\\s?\\(?\\d{1,2}\\)?|\\s?\\(\\d{1,2}\\))';
const typed = new RegExp(
  `(復\\s?)?(?<![\\da-z.])\\d{1,2}${separated}+(?:\\s\\d{1,2}(?![\\d]))?(?!\\s?[\\d月日年件人%./])`,
  'u',
);

function digitsOf(text: string): number[] {
  return Array.from(text.matchAll(/\d+/gu), ([digits]) => Number(digits));
}

/** The first measure number in normalised text, however loosely typed; null where there is none. */
export function readNumber(text: string): TypedNumber | null {
  const match = typed.exec(text);
  if (!match) return null;
  return {
    recovery: match[1] !== undefined,
    digits: digitsOf(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  };
}

/** A printed number as digit sequences: 4-2-1①② is [4,2,1,1] and [4,2,1,2], 3-1-(1)-1 is [3,1,1,1]. */
export function sequences(printed: string): { recovery: boolean; digits: number[] }[] {
  const all: { recovery: boolean; digits: number[] }[] = [];
  for (const [, recovery, base = '', branches = ''] of normalise(printed).matchAll(
    /(復)?(\d+(?:-\(?\d+\)?)*)((?:\(\d+\))*)/gu,
  )) {
    const trunk = digitsOf(base);
    const tails = digitsOf(branches).map((branch) => [branch]);
    for (const tail of tails.length > 0 ? tails : [[]]) {
      all.push({ recovery: recovery !== undefined, digits: [...trunk, ...tail] });
    }
  }
  return all;
}

export type NumberMatch = 'exact' | 'branch' | 'sibling';

/**
 * How a typed number meets a printed one. A branch lies below it (1-1-5 → 1-1-5③), a sibling beside it (1-1-5③ → 1-1-5①).
 * Typed with 復 it meets only recovery numbers; typed without, both: the caller puts the recovery twin last.
 */
export function matchNumber(number: Pick<TypedNumber, 'recovery' | 'digits'>, printed: string): NumberMatch | null {
  let best: NumberMatch | null = null;
  for (const sequence of sequences(printed)) {
    if (number.recovery && !sequence.recovery) continue;
    const shared = number.digits.findIndex((digit, index) => sequence.digits[index] !== digit);
    if (shared === -1 && sequence.digits.length === number.digits.length) return 'exact';
    if (shared === -1) best = 'branch';
    else if (number.digits.length === 4 && shared === 3 && sequence.digits.length >= 3) best ??= 'sibling';
  }
  return best;
}
