import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fiscalYear, fiscalYearOf, fiscalYearOfMonth, longEraYear, shortEraYear } from '../../src/plan/fiscal-year.ts';

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
});
