import { describe, expect, test } from 'vitest';
import { fiscalYear } from '../../src/plan/fiscal-year.ts';
import { type AcceptedLine, prefill, valueBefore } from '../../src/report/prefill.ts';
import { anyKpi, printed } from '../support/kpis.ts';
import { digital, line, roundId } from '../support/rounds.ts';

const earlier: AcceptedLine = {
  round: roundId('r5-results'),
  year: fiscalYear(2023),
  section: digital,
  line: line({ reported: { kind: 'value', value: 320 } }),
  preliminary: false,
};
const kpi = anyKpi({ actuals: [printed(340, '2024-03')] });

describe('a form begins with', () => {
  test('what was sent for this round, when it is being corrected', () => {
    expect(prefill({ kpi, current: line(), earlier })).toEqual({ from: 'this-report', line: line() });
  });

  test('else what was accepted last', () => {
    expect(prefill({ kpi, current: undefined, earlier })).toEqual({ from: 'earlier-report', accepted: earlier });
  });

  test('else what the plan prints, measured on the last day of the month', () => {
    expect(prefill({ kpi, current: undefined, earlier: undefined })).toEqual({
      from: 'plan',
      value: 340,
      text: '340',
      measuredOn: '2024-03-31',
    });
  });

  test.each([
    ['the plan prints nothing', anyKpi()],
    ['it was not measured then', anyKpi({ actuals: [{ value: null, asOf: '2025-03', text: '—' }] })],
  ])('nothing where %s', (_, unmeasured) => {
    expect(prefill({ kpi: unmeasured, current: undefined, earlier: undefined })).toEqual({ from: 'nothing' });
  });
});

describe('a figure is compared with', () => {
  const unmeasured = { ...earlier, line: line({ reported: { kind: 'not-measured', reason: '集計中' } }) };

  test.each([
    ['what was accepted last', kpi, earlier, 320],
    ['what the plan prints, where that was not measured', kpi, unmeasured, 340],
    ['the baseline, where there is no figure yet', anyKpi(), undefined, 335],
    ['nothing, where there is no number at all', anyKpi({ baseline: printed(null) }), undefined, null],
  ])('%s', (_, of, accepted, expected) => {
    expect(valueBefore({ kpi: of, earlier: accepted })).toBe(expected);
  });
});
