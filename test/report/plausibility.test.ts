import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fiscalYear } from '../../src/plan/fiscal-year.ts';
import { day } from '../../src/report/day.ts';
import { type Claim, type Question, questions } from '../../src/report/plausibility.ts';
import { anyKpi, printed } from '../support/kpis.ts';

function claim(value: number, before: number | null, changes: Partial<Claim> = {}): Claim {
  return {
    kpi: anyKpi(),
    value,
    before,
    measuredOn: day('2025-03-31'),
    year: fiscalYear(2024),
    today: day('2026-05-20'),
    ...changes,
  };
}

const falling = anyKpi({ rule: 'lower', baseline: printed(100), target: printed(10) });
const percent = anyKpi({ unit: '%', baseline: printed(66.5), target: printed(72.5) });
const hundred = anyKpi({ unit: '%', rule: 'keep-at-least', baseline: printed(100), target: printed(100) });

test('a figure that goes on as before raises no question', () => {
  expect(questions(claim(360, 347))).toEqual([]);
});

test('where nothing is known of before, there is nothing to compare', () => {
  expect(questions(claim(360, null))).toEqual([]);
});

describe('a question is asked', () => {
  test.each<[string, Claim, Question[]]>([
    ['when what should rise has fallen', claim(300, 491), [{ code: 'decreased', before: 491, now: 300 }]],
    ['when what should fall has risen', claim(60, 50, { kpi: falling }), [{ code: 'increased', before: 50, now: 60 }]],
    ['when a digit may be missing', claim(34.7, 347), [{ code: 'slip', factor: 0.1, before: 347, perhaps: 347 }]],
    ['when there may be one too many', claim(3_600, 347), [{ code: 'slip', factor: 10, before: 347, perhaps: 360 }]],
    ['when two are', claim(35_000, 347), [{ code: 'slip', factor: 100, before: 347, perhaps: 350 }]],
    [
      'when 万 was overlooked',
      claim(659_000, 65.9, { kpi: anyKpi({ unit: '万人', target: printed(60) }) }),
      [{ code: 'slip', factor: 10_000, before: 65.9, perhaps: 65.9 }],
    ],
    ['when a rate is over 100', claim(101.2, 100, { kpi: hundred }), [{ code: 'over-hundred' }]],
    ['when a rate looks like a ratio', claim(0.747, 70.1, { kpi: percent }), [{ code: 'ratio', perhaps: 74.7 }]],
    ['when it is below zero', claim(-5, null), [{ code: 'negative' }]],
    ['when nothing has moved', claim(347, 347), [{ code: 'same-as-before', before: 347 }]],
    ['when it is far above the target', claim(1_527, 700), [{ code: 'far-above-target', target: 500 }]],
    [
      'when it was measured in another fiscal year',
      claim(360, 347, { measuredOn: day('2025-04-01') }),
      [{ code: 'outside-year', year: fiscalYear(2024) }],
    ],
    ['when it is yet to be measured', claim(360, 347, { measuredOn: day('2026-05-21') }), [{ code: 'in-future' }]],
  ])('%s', (_, given, expected) => {
    expect(questions(given)).toEqual(expected);
  });
});

describe('no question is asked', () => {
  test.each<[string, Claim]>([
    ['of a tenfold rise that the target foresaw', claim(700, 70, { kpi: anyKpi({ target: printed(680) }) })],
    ['of a rate that stays at its target', claim(100, 100, { kpi: hundred })],
    ['of a fall that is wanted', claim(40, 50, { kpi: falling })],
    [
      'of 0.5 % where everything is below one percent',
      claim(0.5, 0.4, { kpi: anyKpi({ unit: '%', target: printed(0.6) }) }),
    ],
    ['of a figure below zero where it was so before', claim(-5, -6, { kpi: anyKpi({ target: printed(1) }) })],
    ['of a day nobody gave', claim(360, 347, { measuredOn: null })],
    ['of the first and last day of the fiscal year', claim(360, 347, { measuredOn: day('2024-04-01') })],
  ])('%s', (_, given) => {
    expect(questions(given)).toEqual([]);
  });
});

test('whatever the figures, it is a list, each question once', () => {
  const figure = fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: -10, max: 2_000 }));
  fc.assert(
    fc.property(
      figure,
      fc.option(figure),
      fc.constantFrom(anyKpi(), falling, percent, hundred),
      (value, before, kpi) => {
        const codes = questions(claim(value, before, { kpi })).map(({ code }) => code);
        expect(new Set(codes).size).toBe(codes.length);
      },
    ),
  );
});
