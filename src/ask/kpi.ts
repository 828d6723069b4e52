import type { Catalog } from '../plan/catalog.ts';
import { type KpiStatus, kpiStatus } from '../plan/comparison.ts';
import { areaOf, type Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { Answer, AreaTally } from './answer.ts';
import type { AskCommand } from './context.ts';
import { none } from './none.ts';
import { findSubject } from './subject.ts';

function statuses(items: readonly Item[]): KpiStatus[] {
  return items.flatMap((item) => item.kpis.map((kpi) => kpiStatus(item, kpi)));
}

function tally(area: string, kpis: readonly KpiStatus[]): AreaTally {
  const count = (...states: string[]): number =>
    kpis.filter(({ judgement }) => states.includes(judgement.state)).length;
  return {
    area,
    met: count('met'),
    missed: count('missed'),
    notMeasured: count('not-measured', 'no-actual'),
    notComparable: count('not-comparable', 'no-target'),
  };
}

function overview(plan: Plan): Answer {
  const measures = plan.items.filter((item) => item.kind === 'measure' && item.kpis.length > 0);
  const areas = [...new Set(measures.map(areaOf))];
  return {
    kind: 'kpi-overview',
    question: '',
    items: measures.map(({ id }) => id),
    plan,
    areas: areas.map((area) => tally(area, statuses(measures.filter((item) => areaOf(item) === area)))),
    headlines: statuses(plan.items.filter((item) => item.kind !== 'measure')),
  };
}

function newestKpiPlan(catalog: Catalog): Plan | undefined {
  return catalog.plans.find((plan) => plan.items.some((item) => item.kpis.length > 0));
}

/** `/plan 指標`: alone the overview; with words, the KPIs of what they find. */
export const askKpi: AskCommand = async (words, context) => {
  const { catalog } = context;
  if (context.isFillerOnly(words)) {
    const plan = newestKpiPlan(catalog);
    return plan ? overview(plan) : none(words, { reason: 'no-kpi' });
  }
  const { hits, near, filters, readAs, suggestions, unknown } = await findSubject(words, context);
  const items = [...hits, ...near].filter((item) => item.kpis.length > 0);
  if (items.length === 0) {
    const offered = [...hits, ...suggestions].slice(0, 5);
    return none(words, {
      reason: unknown.length > 0 ? 'unknown-words' : 'no-kpi',
      unknown,
      filters,
      readAs,
      suggestions: offered,
    });
  }
  return { kind: 'kpis', question: words, items: items.map(({ id }) => id), filters, readAs, kpis: statuses(items) };
};
