import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sortValues } from '../../../src/local/blocks/sort-values.ts';

const cells = (...texts: string[]) => texts.map((text) => ({ text }));

describe('a column is sorted by number where it holds', () => {
  test.each([
    ['numbers', ['1,234', '▲5', '０．５', '約300'], [1234, -5, 0.5, 300]],
    ['percentages', ['87.59 %', '100％'], [87.59, 100]],
    ['values with units and remarks', ['347 データセット', '74.7 (R5年度数値)'], [347, 74.7]],
    ['large numbers', ['2億円', '13.5万人'], [200_000_000, 135_000]],
    ['values, some of them absent', ['13件', '17件', '—', '未計測'], [13, 17, null, null]],
    ['dates', ['2026-04-01', '2025年12月', '令和8年4月2日'], [20260401, 20251200, 20260402]],
    ['fiscal years', ['令和元年度', 'H30', 'R6'], [20190000, 20180000, 20240000]],
  ])('%s', (_, texts, values) => {
    expect(sortValues(cells(...texts))).toEqual(values);
  });

  test('the bot’s own numbers, whatever is printed', () => {
    expect(
      sortValues([
        { text: '達成', value: 1 },
        { text: '未達成', value: 2 },
      ]),
    ).toEqual([1, 2]);
  });

  test('any number as Japanese print it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (value) => {
        expect(sortValues(cells(value.toLocaleString('ja-JP')))).toEqual([value]);
      }),
    );
  });
});

describe('a column stays one of words where it holds', () => {
  test.each([
    ['words', ['達成', '未達成']],
    ['numbers of items', ['2-1-4', '4-2-1①②', '復1-1-5']],
    ['mostly words', ['5G実証', '電子申請', 'オープンデータ']],
    ['numbers and dates', ['2026-04-01', '12件']],
    ['nothing', ['', '—']],
  ])('%s', (_, texts) => {
    expect(sortValues(cells(...texts))).toBeNull();
  });
});
