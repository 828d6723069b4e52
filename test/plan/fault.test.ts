import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Expectation, faultDetail, jsonPath, shown } from '../../src/plan/fault.ts';

describe('where a fault stands is written as people write it', () => {
  test.each<[PropertyKey[], string]>([
    [['items', 3, 'kpis', 0, 'id'], 'items[3].kpis[0].id'],
    [[0, 'spans', 1], '[0].spans[1]'],
    [['successor'], 'successor'],
    [[], ''],
  ])('%j is %s', (keys, path) => {
    expect(jsonPath(keys)).toBe(path);
  });
});

describe('what was found fits into one line', () => {
  test('short values are shown whole', () => {
    expect([shown('○'), shown(5), shown(null), shown(undefined), shown(['a'])]).toEqual([
      '"○"',
      '5',
      'null',
      'undefined',
      '["a"]',
    ]);
  });

  test('a long value is cut, and the cut is told', () => {
    expect(shown('あ'.repeat(500))).toBe(`"${'あ'.repeat(79)}…`);
  });

  test('never more than 81 characters and never a line break', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(shown(value)).toMatch(/^.{1,81}$/u);
      }),
    );
  });
});

describe('the particular of each expectation', () => {
  test.each<[Expectation, string]>([
    [{ code: 'json', problem: 'Unexpected end' }, 'Unexpected end'],
    [{ code: 'shape', problem: '数値ではない' }, '数値ではない'],
    [{ code: 'file-name', name: 'plans/it2013.json' }, 'plans/it2013.json'],
    [{ code: 'unique', first: 'plans/it2013.json items[0].id' }, 'plans/it2013.json items[0].id'],
    [{ code: 'item-id', id: 'it2013/1-1-1' }, 'it2013/1-1-1'],
    [{ code: 'kpi-id', prefix: 'it2013/1-1-1#' }, 'it2013/1-1-1#'],
    [{ code: 'plan-year', years: [2011, 2012] }, '2011、2012'],
    [{ code: 'same-mark', of: 'it2013/1-1-1', mark: '○' }, 'it2013/1-1-1（○）'],
    [{ code: 'mark-total', mark: '◎', printed: 16 }, '◎ 16'],
    [{ code: 'count', label: '個別事業', printed: 106 }, '個別事業 106'],
    [{ code: 'sum', label: '決算額', printed: 70.5 }, '決算額 70.5'],
    [{ code: 'readable' }, ''],
    [{ code: 'existing-item' }, ''],
  ])('%j', (expected, detail) => {
    expect(faultDetail(expected)).toBe(detail);
  });
});
