import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fiscalYear, longEraYear, shortEraYear } from '../../src/plan/fiscal-year.ts';
import { readFiscalYears, readMonths } from '../../src/plan/read-years.ts';
import { normalise } from '../../src/text/normalise.ts';
import { readCases } from '../support/cases.ts';

const cases = readCases(
  'year-forms',
  z.strictObject({
    years: z.array(z.strictObject({ text: z.string(), years: z.array(z.int()) })),
    notYears: z.array(z.string()),
    months: z.array(z.strictObject({ text: z.string(), months: z.array(z.string()) })),
    notMonths: z.array(z.string()),
  }),
);

const anyYear = fc.integer({ min: 1989, max: 2100 }).map(fiscalYear);

/** What was typed or printed reaches the reader normalised, as in search. */
function yearsIn(text: string): number[] {
  return readFiscalYears(normalise(text)).flatMap(({ years }) => years);
}

function fullWidth(text: string): string {
  return text.replace(/[!-~]/gu, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}

describe('the years of a sentence', () => {
  test('every year is read back from its short name, its long name and both in full width', () => {
    fc.assert(
      fc.property(anyYear, (year) => {
        for (const name of [shortEraYear(year), longEraYear(year)]) {
          expect(yearsIn(name)).toEqual([year]);
          expect(yearsIn(fullWidth(name))).toEqual([year]);
        }
      }),
    );
  });

  test('a span of years is all the years in it, whichever end is written first', () => {
    fc.assert(
      fc.property(anyYear, anyYear, fc.constantFrom('~', '～', '〜', '-', '–', 'から'), (from, to, between) => {
        expect(yearsIn(`${shortEraYear(from)}${between}${longEraYear(to)}`)).toEqual(
          Array.from({ length: Math.abs(to - from) + 1 }, (_, index) => Math.min(from, to) + index),
        );
      }),
    );
  });

  test('a reader can be shown exactly what was taken for a year', () => {
    fc.assert(
      fc.property(anyYear, fc.constantFrom('電子申請の', '「', ''), fc.constantFrom('', '末'), (year, before, end) => {
        const printed = `${longEraYear(year)}${end}`;
        const text = `${before}${printed}の実績`;
        const [mention] = readFiscalYears(text);
        expect(text.slice(mention?.start, mention?.end)).toBe(printed);
      }),
    );
  });
});

describe('years as the documents print them and staff type them', () => {
  test.each(cases.years)('«$text» names $years', ({ text, years }) => {
    expect(yearsIn(text)).toEqual(years);
  });

  test.each(cases.notYears)('«%s» names no year', (text) => {
    expect(yearsIn(text)).toEqual([]);
  });

  test('whatever is typed, the years found stand in order and never overlap', () => {
    const pieces = fc.constantFrom(...'HRhr平成令和元年度末月0123456789 .,-/~件', '20', '199', 'fy', 'から');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const mentions = readFiscalYears(normalise(parts.join('')));
        const ends = mentions.flatMap(({ start, end }) => [start, end]);
        expect(ends).toEqual(ends.toSorted((one, other) => one - other));
      }),
      { numRuns: 500 },
    );
  });
});

describe('months as the documents print them and staff type them', () => {
  const monthsIn = (text: string): string[] => readMonths(normalise(text)).map(({ month }) => month);

  test.each(cases.months)('«$text» names $months', ({ text, months }) => {
    expect(monthsIn(text)).toEqual(months);
  });

  test.each(cases.notMonths)('«%s» names no month', (text) => {
    expect(monthsIn(text)).toEqual([]);
  });

  test('the month of an era lies in the calendar year, not the fiscal year, of its number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const printed = [`R${year}.${month}`, `令和${year}年${month}月`];
        const date = `${2018 + year}-${String(month).padStart(2, '0')}`;
        expect(printed.flatMap(monthsIn)).toEqual([date, date]);
      }),
    );
  });

  test('a reader can be shown exactly what was taken for a month', () => {
    const text = '登録者数は平成24年11月末から増えた';
    const [mention] = readMonths(text);
    expect(text.slice(mention?.start, mention?.end)).toBe('平成24年11月末');
  });
});
