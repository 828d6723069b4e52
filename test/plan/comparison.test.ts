import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type KpiStatus, kpiStatus } from '../../src/plan/comparison.ts';
import type { Item } from '../../src/plan/item.ts';
import type { Kpi } from '../../src/plan/kpi.ts';
import { readCases } from '../support/cases.ts';
import { realCatalog } from '../support/catalog.ts';

const { kpis: oddities } = readCases(
  'report-oddities',
  z.strictObject({
    document: z.string(),
    kpis: z.array(
      z.strictObject({
        says: z.string(),
        id: z.string(),
        state: z.string(),
        /** To four decimals. */
        rate: z.number().nullable(),
        printed: z.array(z.string()),
        difference: z.string().nullable(),
        measuredEarlier: z.string().nullable(),
      }),
    ),
  }),
);

const statuses = new Map<string, KpiStatus>(
  realCatalog().items.flatMap((item) => item.kpis.map((kpi) => [kpi.id, kpiStatus(item, kpi)] as const)),
);
/** The rows of the report's tables, without the headline figures of its slides. */
const inTables = [...statuses.values()].filter(
  ({ item }) => item.id.startsWith('policy2021/') && item.kind === 'measure',
);

function statusOf(id: string): KpiStatus {
  const status = statuses.get(id);
  if (!status) throw new Error(`no plan has the KPI ${id}`);
  return status;
}

describe('print beside figures in the R6 report', () => {
  test.each(oddities)('$says', ({ id, ...expected }) => {
    const { judgement, kpi, difference, measuredEarlier } = statusOf(id);
    const rate = 'rate' in judgement ? judgement.rate : null;
    expect({
      says: expected.says,
      state: judgement.state,
      rate: rate === null ? null : Number(rate.toFixed(4)),
      printed: kpi.printed,
      difference,
      measuredEarlier: measuredEarlier?.asOf ?? null,
    }).toEqual(expected);
  });

  test('no other row differs from its print', () => {
    const differing = inTables.filter(({ difference }) => difference !== null).map(({ kpi }) => kpi.id);
    const known = oddities.filter(({ difference }) => difference !== null).map(({ id }) => id);
    expect(differing.toSorted()).toEqual(known.toSorted());
  });

  test('no other row shows a figure older than its target, but for the slide that repeats one', () => {
    const older = [...statuses.values()].filter(({ measuredEarlier }) => measuredEarlier).map(({ kpi }) => kpi.id);
    expect(older.toSorted()).toEqual([
      'policy2021/ICTを活用した授業改善・活用能力向上#1',
      'policy2021/ICTを活用した教育環境の整備#1',
      'policy2021/教育情報化推進の加速#1',
    ]);
  });

  test.each([
    ['met', 19],
    ['missed', 10],
    ['not-measured', 1],
  ])('by the figures alone, %s: %i of the 30', (state, count) => {
    expect(inTables.filter(({ judgement }) => judgement.state === state)).toHaveLength(count);
  });
});

describe('a figure and a print that the report does not have', () => {
  const { item, kpi } = statusOf('policy2021/DX推進研修#1');
  const differenceOf = (printed: Kpi['printed'], kpis: Item['kpis'] = [kpi], changes: Partial<Kpi> = {}) =>
    kpiStatus({ ...item, kpis }, { ...kpi, ...changes, printed }).difference;

  test('a met figure printed as missed, alone in its row, is left unexplained', () => {
    expect(differenceOf(['未達成'])).toBe('unexplained');
  });

  test('the same beside a second figure is the judgement of the row', () => {
    expect(differenceOf(['未達成'], [kpi, kpi])).toBe('row-label');
  });

  test('a judgement without any actual is told as such', () => {
    expect(differenceOf(['達成'], [kpi], { actuals: [] })).toBe('printed-without-actual');
  });

  test('nothing printed is nothing to differ from', () => {
    expect(differenceOf([])).toBeNull();
  });

  test('a judgement beside a rate is still one judgement', () => {
    expect(differenceOf(['達成', '達成率224%'])).toBeNull();
  });

  test('a figure without a month is not called old', () => {
    const actuals = [{ value: 1, asOf: null, text: '1' }];
    expect(kpiStatus(item, { ...kpi, actuals }).measuredEarlier).toBeNull();
  });

  test('a figure from within the fiscal year of the target is not called old', () => {
    const actuals = [{ value: 1, asOf: '2024-04', text: '1' }];
    expect(kpiStatus(item, { ...kpi, actuals }).measuredEarlier).toBeNull();
  });

  test('a figure from the last month of the year before is', () => {
    const actuals = [{ value: 1, asOf: '2024-03', text: '1' }];
    expect(kpiStatus(item, { ...kpi, actuals }).measuredEarlier).toEqual(actuals[0]);
  });
});
