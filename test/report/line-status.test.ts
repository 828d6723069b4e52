import { describe, expect, test } from 'vitest';
import type { Kpi } from '../../src/plan/kpi.ts';
import { judgeLine, lineFaults } from '../../src/report/line-status.ts';
import type { ReportLine } from '../../src/report/report.ts';
import { anyKpi, printed } from '../support/kpis.ts';
import { kpi as kpiId, line } from '../support/rounds.ts';

const value = (figure: number, changes: Partial<ReportLine> = {}) =>
  line({ reported: { kind: 'value', value: figure }, note: null, ...changes });
const unmeasured = line({ reported: { kind: 'not-measured', reason: '集計中' }, measuredOn: null, note: null });
const codes = (...faults: Parameters<typeof lineFaults>) => lineFaults(...faults).map(({ code }) => code);

describe('what a reported figure means', () => {
  test.each<[string, Kpi, ReportLine, string]>([
    ['at the target', anyKpi(), value(500), 'met'],
    ['below it', anyKpi(), value(499), 'missed'],
    ['not measured', anyKpi(), unmeasured, 'not-measured'],
    ['without a target', anyKpi({ target: null }), value(499), 'no-target'],
    ['against a target in words', anyKpi({ target: printed(null) }), value(499), 'not-comparable'],
  ])('%s', (_, kpi, given, state) => {
    expect(judgeLine(kpi, given).state).toBe(state);
  });

  test('has nothing to do with what the plan printed before', () => {
    expect(judgeLine(anyKpi({ actuals: [printed(900)] }), value(499)).state).toBe('missed');
  });
});

describe('lines can be sent', () => {
  test.each<[string, ReportLine]>([
    ['when the target is reached, without a word', value(500)],
    ['when it is missed and the note says why', value(499, { note: '公開が一巡したため。' })],
    ['when it was not measured, for the reason given', unmeasured],
  ])('%s', (_, given) => {
    expect(lineFaults([anyKpi()], [given])).toEqual([]);
  });
});

describe('lines cannot be sent', () => {
  const other = anyKpi({ id: kpiId('policy2021/DX推進研修#1') });

  test('when the target is missed and nothing says why', () => {
    expect(lineFaults([anyKpi()], [value(499)])).toEqual([{ code: 'note-required', kpi: anyKpi().id }]);
  });

  test('when a figure has no day', () => {
    expect(codes([anyKpi()], [value(500, { measuredOn: null })])).toEqual(['date-required']);
  });

  test('when a KPI is left out', () => {
    expect(lineFaults([anyKpi(), other], [value(500)])).toEqual([{ code: 'missing', kpi: other.id }]);
  });

  test('when one is answered twice, or was never asked', () => {
    expect(codes([anyKpi()], [value(500), value(501)])).toEqual(['twice']);
    expect(codes([other], [value(500)])).toEqual(['not-asked', 'missing']);
  });
});
