import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  fiscalYear,
  fiscalYearOf,
  fiscalYearOfMonth,
  longEraYear,
  readFiscalYears,
  shortEraYear,
} from '../../src/plan/fiscal-year.ts';
import { normalise } from '../../src/text/normalise.ts';
import { readCases } from '../support/cases.ts';

const cases = readCases(
  'year-forms',
  z.strictObject({
    years: z.array(z.strictObject({ text: z.string(), years: z.array(z.int()) })),
    notYears: z.array(z.string()),
  }),
);

const anyYear = fc.integer({ min: 1989, max: 2100 }).map(fiscalYear);

/** What was typed or printed reaches the reader normalised, as in search. */
function yearsIn(text: string): number[] {
  return readFiscalYears(normalise(text)).map(({ year }) => year);
}

function fullWidth(text: string): string {
  return text.replace(/[!-~]/gu, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}

describe('a fiscal year begins in April', () => {
  test.each([
    ['2025-03', 2024],
    ['2025-04', 2025],
    ['2024-12', 2024],
    ['2025-01', 2024],
    ['2019-04', 2019],
    ['2019-05', 2019],
    ['1989-04', 1989],
  ])('%s lies in fiscal year %i', (month, year) => {
    expect(fiscalYearOfMonth(month)).toBe(year);
  });

  test('all twelve months from an April on belong to the year of that April', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1989, max: 2099 }), fc.integer({ min: 0, max: 11 }), (year, after) => {
        const date = { year: year + (after >= 9 ? 1 : 0), month: ((after + 3) % 12) + 1 };
        expect(fiscalYearOf(date)).toBe(year);
      }),
    );
  });

  test('a month written out and its numbers give the same year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2100 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const written = `${year}-${String(month).padStart(2, '0')}`;
        expect(fiscalYearOfMonth(written)).toBe(fiscalYearOf({ year, month }));
      }),
    );
  });

  test.each([1988, 2101, 2013.5, Number.NaN])('%d is no fiscal year of any plan', (year) => {
    expect(() => fiscalYear(year)).toThrow();
  });
});

describe('a year is named by its era', () => {
  test.each([
    [1989, 'H1', '平成元年度'],
    [2013, 'H25', '平成25年度'],
    [2018, 'H30', '平成30年度'],
    [2019, 'R1', '令和元年度'],
    [2024, 'R6', '令和6年度'],
  ])('%i is %s and %s', (year, short, long) => {
    expect([shortEraYear(fiscalYear(year)), longEraYear(fiscalYear(year))]).toEqual([short, long]);
  });

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

  test('both ends of a span of years are read, in the order written', () => {
    fc.assert(
      fc.property(anyYear, anyYear, fc.constantFrom('~', '～', '〜', 'から', '、', ' '), (from, to, between) => {
        expect(yearsIn(`${shortEraYear(from)}${between}${longEraYear(to)}`)).toEqual([from, to]);
      }),
    );
  });

  test('a reader can be shown exactly what was taken for a year', () => {
    fc.assert(
      fc.property(anyYear, fc.constantFrom('電子申請の', '「', '', '目標は'), (year, before) => {
        const text = `${before}${longEraYear(year)}の実績`;
        const [mention] = readFiscalYears(text);
        expect(text.slice(mention?.start, mention?.end)).toBe(longEraYear(year));
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
