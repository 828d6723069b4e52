import type { Report } from './fault.ts';
import type { Item } from './item.ts';
import type { Kpi, Measurement } from './kpi.ts';
import type { Figure, Plan } from './plan.ts';

/** Everything about one plan that a schema cannot see: ids, order, years, figures, printed totals. */
export function checkPlan(plan: Plan, file: string, report: Report): void {
  if (file !== `plans/${plan.id}.json`) report('id', plan.id, { code: 'file-name', name: file });
  for (const [index, item] of plan.items.entries()) {
    const path = `items[${index}]`;
    checkItem(plan, item, path, report);
    for (const [number, kpi] of item.kpis.entries()) checkKpi(item, kpi, `${path}.kpis[${number}]`, report);
  }
  checkPrintedTotals(plan, report);
}

/** `<plan>/<number>` for a numbered measure, `<plan>/<title>` for one without number; other kinds only share the plan. */
function expectedId(plan: Plan, item: Item): string | null {
  if (item.kind !== 'measure') return null;
  return `${plan.id}/${item.number ?? item.title.replace(/\s/gu, '')}`;
}

function checkItem(plan: Plan, item: Item, path: string, report: Report): void {
  const id = expectedId(plan, item);
  if (id !== null && item.id !== id) report(`${path}.id`, item.id, { code: 'item-id', id });
  else if (!item.id.startsWith(`${plan.id}/`)) report(`${path}.id`, item.id, { code: 'item-id', id: `${plan.id}/…` });
  if (item.evaluation && !item.evaluation.reason && !item.evaluation.sameAs) {
    report(`${path}.evaluation`, item.evaluation.mark, { code: 'reason-or-same' });
  }
  const years = item.schedule.map(({ year }) => year);
  for (const [cell, year] of years.entries()) {
    if (!plan.years.includes(year)) {
      report(`${path}.schedule[${cell}].year`, year, { code: 'plan-year', years: plan.years });
    }
  }
  if (years.some((year, at) => at > 0 && year <= (years[at - 1] ?? 0))) {
    report(`${path}.schedule`, years, { code: 'ascending' });
  }
}

/** The numbers of a print, without the dates and notes in brackets behind it: «335 (R3.3)» → 335. */
function numbersOf(text: string): number[] {
  return (text.normalize('NFKC').match(/\d[\d,]*(?:\.\d+)?/gu) ?? []).map((digits) =>
    Number(digits.replaceAll(',', '')),
  );
}

function checkKpi(item: Item, kpi: Kpi, path: string, report: Report): void {
  if (!kpi.id.startsWith(`${item.id}#`)) report(`${path}.id`, kpi.id, { code: 'kpi-id', prefix: `${item.id}#` });
  const months = kpi.actuals.flatMap(({ asOf }) => (asOf === null ? [] : [asOf]));
  if (months.some((month, at) => at > 0 && month < (months[at - 1] ?? ''))) {
    report(`${path}.actuals`, months, { code: 'ascending' });
  }
  const checkValue = (figure: Measurement | null | undefined, name: string): void => {
    if (!figure || figure.value === null || numbersOf(figure.text).includes(figure.value)) return;
    report(`${path}.${name}.value`, figure.value, { code: 'value-of-text', text: figure.text });
  };
  checkValue(kpi.baseline, 'baseline');
  checkValue(kpi.target, 'target');
  for (const [number, actual] of kpi.actuals.entries()) checkValue(actual, `actuals[${number}]`);

  const baseline = kpi.baseline?.value ?? null;
  const target = kpi.target?.value ?? null;
  if (kpi.rule === 'raise' && baseline !== null && target !== null && target <= baseline) {
    report(`${path}.target.value`, target, { code: 'target-above', baseline });
  }
}

/** Sums of printed decimals (70.5億円) are compared to half a unit of the last digit. */
const roundingError = 0.05;

function checkPrintedTotals(plan: Plan, report: Report): void {
  const marked = new Map<string, string>();
  for (const [index, { mark, total }] of plan.marks.entries()) {
    const path = `marks[${index}]`;
    const first = marked.get(mark);
    if (first !== undefined) report(`${path}.mark`, mark, { code: 'unique', first });
    marked.set(mark, `${path}.mark`);
    const counted = plan.items.filter((item) => item.evaluation?.mark === mark).length;
    if (counted !== total) report(`${path}.total`, counted, { code: 'mark-total', mark, printed: total });
  }
  for (const [index, figure] of plan.figures.entries()) {
    const { label, value } = figure;
    if (value === null || figure.check === null) continue;
    const counted = recount(figure, plan);
    if (Math.abs(counted - value) < roundingError) continue;
    const code = figure.check === 'sum-of-parts' ? 'sum' : 'count';
    report(`figures[${index}]`, counted, { code, label, printed: value });
  }
}

function recount(figure: Figure, plan: Plan): number {
  const count = (holds: (item: Item) => boolean): number => plan.items.filter(holds).length;
  switch (figure.check) {
    case 'evaluated':
      return count((item) => item.evaluation !== null);
    case 'reviewed':
      return count((item) => item.review !== null);
    case 'evaluated-or-reviewed':
      return count((item) => item.evaluation !== null || item.review !== null);
    case 'sum-of-parts':
      return plan.figures
        .filter(
          (part) =>
            part !== figure && part.label === figure.label && part.year === figure.year && part.unit === figure.unit,
        )
        .reduce((sum, part) => sum + (part.value ?? 0), 0);
    case null:
      return figure.value ?? 0;
  }
}
