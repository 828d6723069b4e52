import { describe, expect, test } from 'vitest';
import { lastValuesOf } from '../../src/notice/last-values.ts';
import { fiscalYear } from '../../src/plan/fiscal-year.ts';
import type { Kpi } from '../../src/plan/kpi.ts';
import { day } from '../../src/report/day.ts';
import type { AcceptedLine } from '../../src/report/prefill.ts';
import type { ReportLine } from '../../src/report/report.ts';
import { anyKpi, printed } from '../support/kpis.ts';
import { digital, line, roundId } from '../support/rounds.ts';

function accepted(year: number, changes: Partial<ReportLine> = {}): AcceptedLine {
  const round = roundId(`year-${year}`);
  return { round, year: fiscalYear(year), section: digital, line: line(changes), preliminary: false };
}

const lastValue = (changes: Partial<Kpi>, lines: readonly AcceptedLine[] = []) =>
  lastValuesOf([anyKpi(changes)], lines).get(anyKpi().id);

describe('the last figure of a KPI is', () => {
  test('the newest that was accepted, with its unit', () => {
    const lines = [accepted(2025, { reported: { kind: 'value', value: 1357.5 } }), accepted(2024)];
    expect(lastValue({}, lines)).toEqual({ text: '1,357.5 データセット', measuredOn: day('2025-03-31') });
  });

  test('the one before where the newest says only that nothing was measured', () => {
    const lines = [accepted(2025, { reported: { kind: 'not-measured', reason: '調査中' } }), accepted(2024)];
    expect(lastValue({}, lines)).toMatchObject({ text: '347 データセット' });
  });

  test('what the plan prints where nothing was accepted', () => {
    expect(lastValue({ actuals: [printed(300), printed(347)] })).toEqual({
      text: '347 データセット',
      measuredOn: day('2024-03-31'),
    });
  });

  test('without a unit where the print is not a number, or there is none', () => {
    expect(lastValue({ actuals: [printed(null, null)] })).toEqual({ text: '全所属', measuredOn: null });
    expect(lastValue({ unit: null, actuals: [printed(347)] })).toMatchObject({ text: '347' });
  });

  test('none where nothing is known', () => {
    expect(lastValue({})).toBeNull();
    expect(lastValue({ actuals: [{ value: null, asOf: null, text: '—' }] })).toBeNull();
  });
});
