import { type FiscalYear, fiscalYearOf } from '../plan/fiscal-year.ts';
import type { Kpi } from '../plan/kpi.ts';
import { type Day, yearAndMonth } from './day.ts';

/** Something about a figure that is worth asking before it is sent. A question, never a refusal. */
export type Question =
  /** It went the way the KPI does not want: «前回915→491、減少していますが正しいですか». */
  | { code: 'decreased' | 'increased'; before: number; now: number }
  /** A digit too many or too few, or a unit of 万 or 千 overlooked; `perhaps` is what it would have been. */
  | { code: 'slip'; factor: number; before: number; perhaps: number }
  | { code: 'over-hundred' }
  /** 0.958 where percent are asked: perhaps 95.8. */
  | { code: 'ratio'; perhaps: number }
  | { code: 'negative' }
  | { code: 'same-as-before'; before: number }
  | { code: 'far-above-target'; target: number }
  | { code: 'outside-year'; year: FiscalYear }
  | { code: 'in-future' };

/** A figure about to be reported, and what it is held against. */
export interface Claim {
  kpi: Kpi;
  value: number;
  measuredOn: Day | null;
  /** The figure before this one; null where there is none. */
  before: number | null;
  /** The fiscal year asked for. */
  year: FiscalYear;
  today: Day;
}

/** Within this factor of a figure it is compared with, a value is of the usual size. */
const usual = 3;
/** How near a power of ten the relation must come to look like a slip: 10 % to either side. */
const nearPower = 0.05;
/** «By a lot» above the target. */
const farAbove = 2;

function isPercent(unit: string | null): boolean {
  return unit !== null && /^[%％]/u.test(unit);
}

function ofUsualSize(value: number, other: number): boolean {
  return value / other <= usual && other / value <= usual;
}

function slip(value: number, before: number, target: number | null): Question[] {
  if (value <= 0 || before <= 0) return [];
  if (ofUsualSize(value, before) || (target !== null && target > 0 && ofUsualSize(value, target))) return [];
  const power = Math.log10(value / before);
  const whole = Math.round(power);
  if (whole === 0 || Math.abs(power - whole) > nearPower) return [];
  // Through text, so that 3470 / 10 is 347 and 0.3 × 10 is 3.
  return [{ code: 'slip', factor: 10 ** whole, before, perhaps: Number((value / 10 ** whole).toPrecision(15)) }];
}

function wrongWay({ kpi, value }: Claim, before: number): Question[] {
  const wantsMore = kpi.rule === 'raise' || kpi.rule === 'keep-at-least';
  if (wantsMore && value < before) return [{ code: 'decreased', before, now: value }];
  return !wantsMore && value > before ? [{ code: 'increased', before, now: value }] : [];
}

function againstBefore(claim: Claim, before: number): Question[] {
  const { kpi, value } = claim;
  // A rate that stays at 100 or 0 is no news; another figure that stays to the digit may be last year's.
  if (value === before) {
    return value === kpi.target?.value ? [] : [{ code: 'same-as-before', before }];
  }
  const slipped = slip(value, before, kpi.target?.value ?? null);
  // A digit lost explains the decrease; one question is enough.
  return slipped.length > 0 ? slipped : wrongWay(claim, before);
}

function ofPercent({ kpi, value, before }: Claim): Question[] {
  if (!isPercent(kpi.unit)) return [];
  if (value > 100) return [{ code: 'over-hundred' }];
  const inPercent = [before, kpi.target?.value ?? null].some((other) => other !== null && other > 1);
  return value > 0 && value <= 1 && inPercent
    ? [{ code: 'ratio', perhaps: Number((value * 100).toPrecision(15)) }]
    : [];
}

function ofDate({ measuredOn, year, today }: Claim): Question[] {
  if (measuredOn === null) return [];
  if (measuredOn > today) return [{ code: 'in-future' }];
  return fiscalYearOf(yearAndMonth(measuredOn)) === year ? [] : [{ code: 'outside-year', year }];
}

function ofTarget({ kpi, value }: Claim): Question[] {
  const target = kpi.target?.value ?? null;
  const wantsMore = kpi.rule === 'raise' || kpi.rule === 'keep-at-least';
  return wantsMore && target !== null && target > 0 && value > target * farAbove
    ? [{ code: 'far-above-target', target }]
    : [];
}

/** Everything worth asking about a figure, the likeliest mistake first; the figure counts whatever the answer. */
export function questions(claim: Claim): Question[] {
  const percent = ofPercent(claim);
  const ratio = percent.some(({ code }) => code === 'ratio');
  const before = claim.before === null || ratio ? [] : againstBefore(claim, claim.before);
  const slipped = before.some(({ code }) => code === 'slip');
  const wasNegative = (claim.before ?? 0) < 0 || (claim.kpi.baseline?.value ?? 0) < 0;
  return [
    ...percent,
    ...(claim.value < 0 && !wasNegative ? [{ code: 'negative' } as const] : []),
    ...before,
    ...(slipped ? [] : ofTarget(claim)),
    ...ofDate(claim),
  ];
}
