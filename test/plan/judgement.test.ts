import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Judgement, judge } from '../../src/plan/judgement.ts';
import { type Kpi, type KpiRule, kpiRules, kpiSchema } from '../../src/plan/kpi.ts';

interface Figures {
  baseline?: number | null;
  target?: number;
  actual?: number;
}

function kpi(rule: KpiRule, { baseline, target, actual }: Figures): Kpi {
  const measured = (value: number | null) => ({ value, asOf: null, text: String(value ?? '未計測') });
  return kpiSchema.parse({
    id: 'plan/item#1',
    name: '指標',
    unit: null,
    rule,
    baseline: baseline === undefined ? null : measured(baseline),
    target: target === undefined ? null : measured(target),
    actuals: actual === undefined ? [] : [measured(actual)],
    printed: [],
    analysis: null,
  });
}

/** State and rate alone; the rate as a percentage with one decimal, as it is shown. */
function verdict(judgement: Judgement): [string, number | null] {
  const rate = 'rate' in judgement ? judgement.rate : null;
  return [judgement.state, rate === null ? null : Math.round(rate * 1000) / 10];
}

const text = (value: string) => ({ value: null, asOf: null, text: value });
const count = fc.integer({ min: -1_000_000, max: 1_000_000 });
const positive = fc.integer({ min: 1, max: 1_000_000 });

describe('each rule reads the same figures its own way', () => {
  test.each<[string, KpiRule, Figures, [string, number | null]]>([
    ['raise: a little of the way up is missed', 'raise', { baseline: 335, target: 500, actual: 347 }, ['missed', 7.3]],
    ['raise: the target itself is met', 'raise', { baseline: 18, target: 65, actual: 65 }, ['met', 100]],
    ['raise: beyond the target is over 100%', 'raise', { baseline: 400, target: 700, actual: 961 }, ['met', 187]],
    ['raise: below the baseline is negative', 'raise', { baseline: 915, target: 2003, actual: 491 }, ['missed', -39]],
    ['lower: halfway down is missed', 'lower', { baseline: 100, target: 90, actual: 95 }, ['missed', 50]],
    ['lower: at the target is met', 'lower', { baseline: 100, target: 99.5, actual: 99.5 }, ['met', 100]],
    ['lower: below the target is met', 'lower', { baseline: 100, target: 80, actual: 70 }, ['met', 150]],
    ['keep-at-least: at the target is met', 'keep-at-least', { baseline: 100, target: 100, actual: 100 }, ['met', 100]],
    [
      'keep-at-least: under it is missed',
      'keep-at-least',
      { baseline: 97, target: 95, actual: 93.56 },
      ['missed', 98.5],
    ],
    ['keep-at-most: at the target is met', 'keep-at-most', { baseline: 8, target: 10, actual: 10 }, ['met', 100]],
    ['keep-at-most: over it is missed', 'keep-at-most', { baseline: 8, target: 10, actual: 12 }, ['missed', 80]],
  ])('%s', (_, rule, figures, expected) => {
    expect(verdict(judge(kpi(rule, figures)))).toEqual(expected);
  });
});

describe('a rate is left out where the figures give none', () => {
  test.each<[string, KpiRule, Figures, string]>([
    ['a target of zero that is kept is met', 'keep-at-most', { baseline: 0, target: 0, actual: 0 }, 'met'],
    ['a target of zero that is passed is missed', 'keep-at-most', { baseline: 0, target: 0, actual: 1 }, 'missed'],
    ['at least zero', 'keep-at-least', { target: 0, actual: 3 }, 'met'],
    ['a rise without a baseline', 'raise', { target: 80, actual: 95.8 }, 'met'],
    ['a rise from an unmeasured baseline', 'raise', { baseline: null, target: 80, actual: 79 }, 'missed'],
    ['a fall without a baseline', 'lower', { target: 10, actual: 11 }, 'missed'],
    ['a rise to where it already was', 'raise', { baseline: 5, target: 5, actual: 6 }, 'met'],
    ['a fall to where it already was', 'lower', { baseline: 5, target: 5, actual: 6 }, 'missed'],
  ])('%s', (_, rule, figures, state) => {
    expect(verdict(judge(kpi(rule, figures)))).toEqual([state, null]);
  });

  test('a hold needs no baseline for its rate', () => {
    expect(verdict(judge(kpi('keep-at-least', { target: 6, actual: 5 })))).toEqual(['missed', 83.3]);
  });
});

describe('what cannot be judged has a state of its own', () => {
  const whole = kpi('raise', { baseline: 1, target: 2, actual: 3 });

  test.each<[string, Kpi, string]>([
    ['no target is printed', { ...whole, target: null }, 'no-target'],
    ['neither target nor actual is printed', { ...whole, target: null, actuals: [] }, 'no-target'],
    ['no actual is printed', { ...whole, actuals: [] }, 'no-actual'],
    ['the actual is printed as —', { ...whole, actuals: [text('—')] }, 'not-measured'],
    ['the actual is a word', { ...whole, actuals: [text('全所属')] }, 'not-comparable'],
    ['the target is a word', { ...whole, target: text('前年度越え') }, 'not-comparable'],
    [
      'the target is a word and nothing was measured',
      { ...whole, target: text('全所属'), actuals: [text('—')] },
      'not-measured',
    ],
  ])('%s', (_, unjudged, state) => {
    expect(judge(unjudged)).toEqual({ state });
  });
});

describe('of several actuals the newest counts', () => {
  const rising = kpi('keep-at-least', { target: 13.1, actual: 12.9 });
  const newest = { value: 65.9, asOf: '2025-03', text: '65.9万人 (R6)' };

  test('an older miss does not hide a newer success', () => {
    expect(judge({ ...rising, actuals: [...rising.actuals, newest] })).toMatchObject({ state: 'met', actual: newest });
  });

  test('a year that was not measured is not filled with the year before', () => {
    expect(judge({ ...rising, actuals: [newest, text('—')] })).toEqual({ state: 'not-measured' });
  });
});

describe('whatever the figures', () => {
  const rated = (rule: KpiRule, figures: Figures): { met: boolean; rate: number } => {
    const judgement = judge(kpi(rule, figures));
    if (!('rate' in judgement) || judgement.rate === null) throw new Error('these figures have a rate');
    return { met: judgement.state === 'met', rate: judgement.rate };
  };
  /** Figures for which the rule has a rate: the target lies where the rule wants to go. */
  const aimed = (rule: KpiRule): fc.Arbitrary<Required<Figures> & { baseline: number }> =>
    fc.tuple(count, positive, count).map(([baseline, way, actual]) => {
      if (rule === 'raise') return { baseline, target: baseline + way, actual };
      if (rule === 'lower') return { baseline, target: baseline - way, actual };
      return { baseline, target: way, actual };
    });

  test.each(kpiRules)('%s is met exactly where its rate is 100% or more', (rule) => {
    fc.assert(
      fc.property(aimed(rule), (figures) => {
        const { met, rate } = rated(rule, figures);
        expect(met).toBe(rate >= 1);
      }),
    );
  });

  test.each(kpiRules)('%s does not depend on the unit: in thousands it reads the same', (rule) => {
    fc.assert(
      fc.property(aimed(rule), positive, ({ baseline, target, actual }, scale) => {
        const plain = rated(rule, { baseline, target, actual });
        const scaled = rated(rule, { baseline: baseline * scale, target: target * scale, actual: actual * scale });
        expect(scaled.met).toBe(plain.met);
        expect(scaled.rate / (plain.rate || 1)).toBeCloseTo(plain.rate === 0 ? 0 : 1, 9);
      }),
    );
  });

  test('a fall is a rise seen in the mirror', () => {
    fc.assert(
      fc.property(aimed('raise'), ({ baseline, target, actual }) => {
        expect(rated('lower', { baseline: -baseline, target: -target, actual: -actual })).toEqual(
          rated('raise', { baseline, target, actual }),
        );
      }),
    );
  });

  test('more never makes a rise look worse, nor a fall better', () => {
    fc.assert(
      fc.property(aimed('raise'), aimed('lower'), positive, (rise, fall, more) => {
        expect(rated('raise', { ...rise, actual: rise.actual + more }).rate).toBeGreaterThan(rated('raise', rise).rate);
        expect(rated('lower', { ...fall, actual: fall.actual + more }).rate).toBeLessThan(rated('lower', fall).rate);
      }),
    );
  });

  test('the printed judgement is never read', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kpiRules),
        count,
        count,
        fc.array(fc.string({ minLength: 1 })),
        (rule, target, actual, printed) => {
          const silent = kpi(rule, { target, actual });
          expect(judge({ ...silent, printed })).toEqual(judge(silent));
        },
      ),
    );
  });
});
