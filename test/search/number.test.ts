import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  matchNumber,
  readNumbers,
  readPrinted,
  type Sequence,
  sequences,
  type TypedNumber,
} from '../../src/search/number.ts';
import { normalise } from '../../src/text/normalise.ts';
import { realCatalog } from '../support/catalog.ts';
import { looselyTyped } from '../support/loose-number.ts';

const cases = z
  .strictObject({
    /** What is typed, and the number it means, its parts joined by «-». */
    read: z.array(z.strictObject({ typed: z.string(), number: z.string() })),
    /** Dates, quantities, telephone numbers. */
    none: z.array(z.string()),
  })
  .parse(JSON.parse(readFileSync('test/cases/numbers.json', 'utf8')));

/** A number as it is typed plainly. @throws Error when the text holds none. */
function typed(text: string): TypedNumber {
  const [number] = readNumbers(normalise(text));
  if (!number) throw new Error(`no number in «${text}»`);
  return number;
}

function shown({ recovery, digits }: Sequence): string {
  return `${recovery ? '復' : ''}${digits.join('-')}`;
}

describe('reading a number', () => {
  test.each(cases.read)('«$typed» is $number', ({ typed: text, number }) => {
    expect(typed(text).sequences.map(shown)).toContain(number);
  });

  test.each(cases.none)('«%s» is none', (text) => {
    expect(readNumbers(normalise(text))).toEqual([]);
  });

  test('it says where in the text it stood', () => {
    const text = normalise('事業番号 復4-1-2② の担当課');
    const { start, end } = typed('事業番号 復4-1-2② の担当課');
    expect(text.slice(start, end)).toBe('復4-1-2(2)');
  });

  test('several numbers are read in their order', () => {
    const numbers = readNumbers(normalise('4-2-1と4-2-2'));
    expect(numbers.flatMap((number) => number.sequences.map(shown))).toEqual(['4-2-1', '4-2-2']);
  });

  test('several branches are read one by one and as one', () => {
    expect(typed('4-2-1①②').sequences.map(shown)).toEqual(['4-2-1-1-2', '4-2-1-1', '4-2-1-2']);
  });

  test('no text makes it throw', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789-ー.の() 復年件') }));
    fc.assert(
      fc.property(text, (one) => {
        expect(readNumbers(normalise(one)).every(({ start, end }) => end > start)).toBe(true);
      }),
    );
  });
});

describe('a printed number', () => {
  test.each([
    ['4-2-2', ['4-2-2']],
    ['4-2-1①②', ['4-2-1-1', '4-2-1-2']],
    ['1-1-5③', ['1-1-5-3']],
    ['4-4-1(3)', ['4-4-1-3']],
    ['3-1-(1)-1', ['3-1-1-1']],
    ['復4-1-2⑤', ['復4-1-2-5']],
    ['復1-1-2①復1-1-2②', ['復1-1-2-1', '復1-1-2-2']],
  ])('%s stands for %s', (printed, meant) => {
    expect(sequences(printed).map(shown)).toEqual(meant);
  });
});

describe('a typed number meets a printed one', () => {
  test.each([
    ['4-2-2', '4-2-2', 'exact'],
    ['1-1-5③', '1-1-5③', 'exact'],
    ['4-2-1①', '4-2-1①②', 'exact'],
    ['4-2-1②', '4-2-1①②', 'exact'],
    ['1-1-5', '1-1-5③', 'branch'],
    ['4-2-1', '4-2-1①②', 'branch'],
    ['4-2', '4-2-1①②', 'branch'],
    ['3-1-1', '3-1-(1)-2', 'branch'],
    ['1-1-5③', '1-1-5①', 'sibling'],
    ['4-2-1③', '4-2-1①②', 'sibling'],
    ['4-4-1(2)', '4-4-1', 'sibling'],
    ['4-2-1', '4-2-10', 'sibling'],
    ['4-2-1', '4-2-2', 'sibling'],
    ['4-2-10', '4-2-1①②', 'sibling'],
    ['4-2-1', '1-4-2', null],
    ['4-2-1', '4-3-1', null],
  ])('%s and %s: %s', (text, printed, match) => {
    expect(matchNumber(typed(text), readPrinted(printed))).toBe(match);
  });

  test('typed with 復 it meets recovery numbers only', () => {
    expect(matchNumber(typed('復1-1-1'), readPrinted('復1-1-1'))).toBe('exact');
    expect(matchNumber(typed('復1-1-1'), readPrinted('1-1-1'))).toBeNull();
  });

  test('typed without 復 it meets both', () => {
    expect(matchNumber(typed('1-1-1'), readPrinted('復1-1-1'))).toBe('exact');
    expect(matchNumber(typed('1-1-1'), readPrinted('1-1-1'))).toBe('exact');
  });
});

describe('every number printed in the plans', () => {
  const measures = realCatalog().items.filter(({ kind, number }) => kind === 'measure' && number !== null);

  test('is met exactly when it is typed in any loose form', () => {
    const number = fc.constantFrom(...measures.map((item) => item.number ?? ''));
    fc.assert(
      fc.property(
        number.chain((printed) => looselyTyped(printed).map((text) => ({ printed, text }))),
        ({ printed, text }) => {
          expect(matchNumber(typed(text), readPrinted(printed))).toBe('exact');
        },
      ),
      { numRuns: 500 },
    );
  });
});
