import type { Filter } from '../ask/answer.ts';
import type { KpiStatus } from '../plan/comparison.ts';
import { type FiscalYear, longEraYear, monthName, shortEraYear } from '../plan/fiscal-year.ts';
import type { Item } from '../plan/item.ts';
import type { Measurement } from '../plan/kpi.ts';
import type { Plan } from '../plan/plan.ts';
import type { ViewContext } from './context.ts';

/** Short phrases that several views share. All are plain text, to be escaped where they are put into a message. */

export function planName(plan: Plan, { wording }: ViewContext): string {
  const [first] = plan.years;
  const last = plan.years.at(-1);
  return wording.plain('words.plan', {
    title: plan.title,
    edition: plan.edition,
    from: first ? shortEraYear(first) : '',
    to: last ? shortEraYear(last) : '',
  });
}

export function endedWord(plan: Plan, { wording, thisYear }: ViewContext): string | null {
  const last = plan.years.at(-1) ?? thisYear;
  return last < thisYear ? wording.plain('words.ended', {}) : null;
}

/** «震災復興・企画部 情報政策課、情報システム課» */
export function sectionsOf(item: Item): string {
  if (item.sections.length === 0) return item.department ?? '';
  const names = item.sections.filter((name) => name !== item.department).join('、');
  return [item.department, names].filter((part) => part).join(' ');
}

/** A figure as printed, with its unit where the print is a bare number. */
export function valueText(
  measurement: Measurement | null | undefined,
  unit: string | null,
  { wording }: ViewContext,
): string {
  if (!measurement) return wording.plain('item.no_value', {});
  const bare = /^[\d,.]+$/u.test(measurement.text);
  return wording.plain('item.value', { text: measurement.text, unit: bare ? unit : null });
}

export function actualText({ kpi }: KpiStatus, context: ViewContext): string {
  return valueText(kpi.actuals.at(-1), kpi.unit, context);
}

export function targetText({ kpi }: KpiStatus, context: ViewContext): string {
  return valueText(kpi.target, kpi.unit, context);
}

export function stateWord({ judgement }: KpiStatus, { wording }: ViewContext): string {
  return wording.plain('words.state', { state: judgement.state });
}

/** «7.3%»; below zero only that it is below, since how far below nothing says nothing. */
export function rateText({ judgement }: KpiStatus, { wording }: ViewContext): string | null {
  if (!('rate' in judgement) || judgement.rate === null) return null;
  return wording.plain('item.rate', { rate: judgement.rate < 0 ? null : (judgement.rate * 100).toFixed(1) });
}

/** How it went, words first: KPI, self-evaluation, review or that nothing is printed. */
export function statusText(item: Item, kpis: readonly KpiStatus[], context: ViewContext): string {
  const { wording } = context;
  const [kpi, ...more] = kpis;
  if (kpi) {
    return wording.plain('card.kpi', {
      state: stateWord(kpi, context),
      name: kpi.kpi.name,
      actual: actualText(kpi, context),
      target: targetText(kpi, context),
      more: more.length,
    });
  }
  if (item.evaluation) {
    return wording.plain('card.mark', { mark: wording.plain('words.mark', { mark: item.evaluation.mark }) });
  }
  if (item.review) return wording.plain('words.review', { review: item.review });
  return wording.plain('card.none', { kind: wording.plain('words.kind', { kind: item.kind }) });
}

/** «平成23年度～平成25年度», or the one year. */
function yearsText(years: readonly FiscalYear[]): string {
  const first = years.at(0);
  const last = years.at(-1);
  if (first === undefined || last === undefined) return '';
  return first === last ? longEraYear(first) : `${longEraYear(first)}～${longEraYear(last)}`;
}

export function filterName(filter: Filter, { wording, catalog }: ViewContext): string {
  const name = (): string => {
    switch (filter.kind) {
      case 'section':
        return filter.sections.join('・');
      case 'department':
        return filter.name;
      case 'mark':
        return filter.mark;
      case 'outcome':
        return wording.plain('words.outcome', { outcome: filter.outcome });
      case 'years':
        return yearsText(filter.years);
      case 'month':
        return monthName(filter.month);
      case 'plan': {
        const titles = filter.plans
          .map((id) => catalog.plan(id))
          .map(({ title, edition }) => [title, edition] as const);
        const [only] = titles;
        return only && titles.length === 1 && only[1]
          ? only.join(' ')
          : [...new Set(titles.map(([title]) => title))].join('・');
      }
      case 'kpi':
        return '';
    }
  };
  return wording.plain('words.filter', { kind: filter.kind, name: name() });
}
