import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '../../../src/report/day.ts';
import { readDay } from '../../../src/report/sheet/read-day.ts';
import { anyText } from '../../support/any-text.ts';

const typed = (text: string): string | null => readDay({ kind: 'text', text });

describe('31 March 2026', () => {
  test.each([
    '2026/3/31',
    '2026/03/31',
    '2026-03-31',
    '2026.3.31',
    '２０２６／３／３１',
    '2026年3月31日',
    '2026年 3月31日（火）',
    '20260331',
    'R8.3.31',
    'Ｒ８．３．３１',
    'r8/3/31',
    '令和8年3月31日',
    '令和８年３月３１日',
    '令8.3.31',
    'H38.3.31',
  ])('is understood as %s', (text) => {
    expect(typed(text)).toBe('2026-03-31');
  });

  test.each([46_112, 46_112.75])('is understood as the date cell %d', (value) => {
    expect(readDay({ kind: 'number', value, shown: 'date' })).toBe('2026-03-31');
    expect(readDay({ kind: 'number', value, shown: 'plain' })).toBe('2026-03-31');
  });

  test('is understood as the number 20260331', () => {
    expect(readDay({ kind: 'number', value: 20_260_331, shown: 'plain' })).toBe('2026-03-31');
  });
});

test.each([
  ['令和元年5月1日', '2019-05-01'],
  ['H31.4.30', '2019-04-30'],
  ['平成元年4月1日', '1989-04-01'],
  ['2024/2/29', '2024-02-29'],
])('%s is %s', (text, expected) => {
  expect(typed(text)).toBe(expected);
});

test.each([
  '2026/2/29',
  '2026/13/1',
  '2026/3',
  '3/31',
  '8.3.31',
  '26/3/31',
  '1912/3/31',
  '3026/3/31',
  'S64.1.7',
  'R0.1.1',
  '2026/3/31頃',
  '令和8年度',
  '未定',
  '',
])('%j is no day, or could be two', (text) => {
  expect(typed(text)).toBeNull();
});

test('a share, a time of day and a count are no days', () => {
  expect(readDay({ kind: 'number', value: 0.5, shown: 'date' })).toBeNull();
  expect(readDay({ kind: 'number', value: 46_112, shown: 'percent' })).toBeNull();
  expect(readDay({ kind: 'number', value: 347, shown: 'plain' })).toBeNull();
});

test('every day is read back from each way of writing it', () => {
  const days = fc.integer({ min: 0, max: 40_000 }).map((later) => addDays(day('1989-04-01'), later));
  fc.assert(
    fc.property(days, (on) => {
      const [year = 0, month, date] = on.split('-').map(Number);
      fc.pre(year <= 2098);
      expect(
        [`${year}/${month}/${date}`, `${year}年${month}月${date}日`, `H${year - 1988}.${month}.${date}`].map(typed),
      ).toEqual(year - 1988 < 100 ? [on, on, on] : [on, on, null]);
    }),
  );
});

test('any text at all is a day or none', () => {
  fc.assert(
    fc.property(anyText(20), (text) => {
      expect(typed(text) ?? '2026-03-31').toMatch(/^(?:19|20|21)\d\d-[01]\d-[0-3]\d$/u);
    }),
  );
});
