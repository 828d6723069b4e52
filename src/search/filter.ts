import type { FiscalYear } from '../plan/fiscal-year.ts';
import type { Item } from '../plan/item.ts';
import { judge } from '../plan/judgement.ts';
import type { Kpi } from '../plan/kpi.ts';
import type { Mark } from '../plan/mark.ts';
import type { Plan, PlanId } from '../plan/plan.ts';
import type { SectionId } from '../plan/section.ts';

/** What became of a measure, in the words staff use for it. */
export const outcomes = [
  /** 未達成 */ 'missed',
  /** 達成 */ 'met',
  /** 一部達成 */ 'partly-met',
  /** 目標を下回った */ 'below',
  /** 目標を上回った */ 'above',
  /** 計画どおり */ 'as-planned',
  /** 評価できない */ 'not-judged',
  /** 未測定 */ 'not-measured',
  /** 廃止 */ 'abolished',
  /** 震災により見直し */ 'reviewed',
  /** 統合 */ 'merged',
] as const;
export type Outcome = (typeof outcomes)[number];

/** A condition recognised in the words; every item shown meets all of them. */
export type Filter =
  /** Several sections where they share a short name (県警). */
  | { kind: 'section'; sections: readonly SectionId[]; names: readonly string[] }
  | { kind: 'department'; name: string }
  | { kind: 'mark'; mark: Mark }
  | { kind: 'outcome'; outcome: Outcome }
  /** `covered`: some plan's period includes them; else they can only be mentioned. */
  | { kind: 'years'; years: readonly FiscalYear[]; covered: boolean }
  /** YYYY-MM; a KPI measured then, or a text that names it. */
  | { kind: 'month'; month: string }
  | { kind: 'plan'; plans: readonly PlanId[] }
  | { kind: 'kpi' };

function missed(kpi: Kpi): boolean {
  return kpi.printed.includes('未達成') || judge(kpi).state === 'missed';
}

function met(kpi: Kpi): boolean {
  return kpi.printed.includes('達成') || judge(kpi).state === 'met';
}

/**
 * 1 where the document itself says it, 0.9 where the figures do, 0.5 where it comes near (△ for 未達成), 0 otherwise.
 */
function outcomeOf(item: Item, outcome: Outcome): number {
  const mark = item.evaluation?.mark;
  switch (outcome) {
    case 'missed':
      if (item.kpis.some((kpi) => kpi.printed.includes('未達成'))) return 1;
      return item.kpis.some(missed) ? 0.9 : mark === '△' || mark === '×' ? 0.5 : 0;
    case 'met':
      return item.kpis.some(met) ? 1 : mark === '◎' || mark === '○' ? 0.5 : 0;
    case 'partly-met':
      return item.kpis.some((kpi) => kpi.printed.includes('一部達成')) ? 1 : 0;
    case 'below':
      return mark === '△' || mark === '×' ? 1 : item.kpis.some(missed) ? 0.9 : 0;
    case 'above':
      return mark === '◎' ? 1 : item.kpis.some(met) ? 0.5 : 0;
    case 'as-planned':
      return mark === '○' ? 1 : 0;
    case 'not-judged':
      return mark === '—' ? 1 : 0;
    case 'not-measured':
      return item.kpis.some((kpi) => judge(kpi).state === 'not-measured') ? 1 : 0;
    case 'abolished':
      return item.review === 'abolished' ? 1 : 0;
    case 'reviewed':
      return item.review !== null ? 1 : 0;
    case 'merged':
      return item.links.some((link) => link.kind === 'merged-into') ? 1 : 0;
  }
}

function measuredIn(item: Item, month: string): boolean {
  return item.kpis.some((kpi) => [kpi.baseline, kpi.target, ...kpi.actuals].some((figure) => figure?.asOf === month));
}

/** Times that an item's texts name. */
export interface Mentioned {
  years: ReadonlySet<FiscalYear>;
  months: ReadonlySet<string>;
}

/** How well an item meets a filter: 1 fully, down to 0.5 nearly, 0 not. */
export function meets(filter: Filter, item: Item, plan: Plan, mentioned: () => Mentioned): number {
  switch (filter.kind) {
    case 'section':
      return item.sections.some((name) => filter.names.includes(name)) ? 1 : 0;
    case 'department':
      return item.department === filter.name || item.department?.startsWith(`${filter.name} `) ? 1 : 0;
    case 'mark':
      return item.evaluation?.mark === filter.mark ? 1 : 0;
    case 'outcome':
      return outcomeOf(item, filter.outcome);
    case 'years':
      if (filter.covered) return filter.years.some((year) => plan.years.includes(year)) ? 1 : 0;
      return filter.years.some((year) => mentioned().years.has(year)) ? 1 : 0;
    case 'month':
      return measuredIn(item, filter.month) ? 1 : mentioned().months.has(filter.month) ? 0.9 : 0;
    case 'plan':
      return filter.plans.includes(plan.id) ? 1 : 0;
    case 'kpi':
      return item.kpis.length > 0 ? 1 : 0;
  }
}
