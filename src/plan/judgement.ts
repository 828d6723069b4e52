import type { Kpi, Measurement } from './kpi.ts';

/**
 * What the figures of a KPI say, apart from what is printed about it.
 * `rate` is a ratio (1 = target reached); null where the rule has no rate for these figures.
 */
export type Judgement =
  | { state: 'met' | 'missed'; rate: number | null; actual: Measurement; target: Measurement }
  /** «—»: it was to be measured and was not. */
  | { state: 'not-measured' }
  /** The document prints no actual: a plan made before there was one, a slide whose chart is lost. */
  | { state: 'no-actual' }
  | { state: 'no-target' }
  /** Target or actual is not a number («全所属», «前年度越え»). */
  | { state: 'not-comparable' };

/** The newest measurement, or null when nothing was measured. */
export function latestActual(kpi: Kpi): Measurement | null {
  return kpi.actuals.at(-1) ?? null;
}

function reached(kpi: Kpi, actual: number, target: number): boolean {
  return kpi.rule === 'raise' || kpi.rule === 'keep-at-least' ? actual >= target : actual <= target;
}

function rate(kpi: Kpi, actual: number, target: number): number | null {
  const baseline = kpi.baseline?.value ?? null;
  switch (kpi.rule) {
    case 'raise':
      return baseline === null || target === baseline ? null : (actual - baseline) / (target - baseline);
    case 'lower':
      return baseline === null || target === baseline ? null : (baseline - actual) / (baseline - target);
    case 'keep-at-least':
      return target === 0 ? null : actual / target;
    case 'keep-at-most':
      return target === 0 ? null : (2 * target - actual) / target;
  }
}

/** Judges the newest actual against the target by the KPI's own rule; never reads the printed judgement. */
export function judge(kpi: Kpi): Judgement {
  const actual = latestActual(kpi);
  if (!kpi.target) return { state: 'no-target' };
  if (!actual) return { state: 'no-actual' };
  if (actual.value === null) {
    return { state: actual.text === '—' ? 'not-measured' : 'not-comparable' };
  }
  if (kpi.target.value === null) return { state: 'not-comparable' };
  return {
    state: reached(kpi, actual.value, kpi.target.value) ? 'met' : 'missed',
    rate: rate(kpi, actual.value, kpi.target.value),
    actual,
    target: kpi.target,
  };
}
