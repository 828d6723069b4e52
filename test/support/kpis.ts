import { type Kpi, kpiSchema } from '../../src/plan/kpi.ts';

/** A measurement as the plans print one. */
export function printed(value: number | null, asOf: string | null = '2024-03'): NonNullable<Kpi['target']> {
  return { value, asOf, text: value === null ? '全所属' : String(value) };
}

/** A sound KPI, each part to be changed where a test is about it. */
export function anyKpi(changes: Partial<Kpi> = {}): Kpi {
  return {
    ...kpiSchema.parse({
      id: 'policy2021/オープンデータみやぎ推進事業#1',
      name: 'オープンデータみやぎ公開数',
      unit: 'データセット',
      rule: 'raise',
      baseline: { value: 335, asOf: '2021-03', text: '335 (R3.3)' },
      target: { value: 500, asOf: '2025-03', text: '500' },
      actuals: [],
      printed: [],
      analysis: null,
    }),
    ...changes,
  };
}
