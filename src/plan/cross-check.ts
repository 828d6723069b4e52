import { type Expectation, type Fault, shown } from './fault.ts';
import type { Item } from './item.ts';
import type { LineageLink } from './lineage.ts';
import type { Figure, Plan } from './plan.ts';
import type { Section } from './section.ts';

/** A plan with the file it came from. */
export interface PlanFile {
  file: string;
  plan: Plan;
}

interface Parts {
  plans: readonly PlanFile[];
  /** Null where the file could not be read; what depends on it is then left unchecked. */
  sections: readonly Section[] | null;
  lineage: readonly LineageLink[] | null;
  /** Whether every plan file could be read: otherwise a missing id proves nothing. */
  complete: boolean;
}

type Report = (path: string, found: unknown, expected: Expectation) => void;

/** Everything a schema cannot see: references, printed totals, years, order. */
export function crossCheck({ plans, sections, lineage, complete }: Parts): Fault[] {
  const faults: Fault[] = [];
  const reportIn =
    (file: string): Report =>
    (path, found, expected) => {
      faults.push({ file, path, found: shown(found), expected });
    };

  checkUniqueIds(plans, reportIn);
  for (const { file, plan } of plans) checkPlan(plan, file, reportIn(file));
  if (complete) checkReferences(plans, reportIn);
  if (sections) {
    checkSections(sections, reportIn('sections.json'));
    checkPrintedSections(plans, sections, complete, reportIn);
  }
  if (lineage && complete) checkLineage(plans, lineage, reportIn('lineage.json'));
  return faults;
}

function checkUniqueIds(plans: readonly PlanFile[], reportIn: (file: string) => Report): void {
  const seen = new Map<string, string>();
  const check = (id: string, file: string, path: string): void => {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, `${file} ${path}`);
    else reportIn(file)(path, id, { code: 'unique', first });
  };
  for (const { file, plan } of plans) {
    check(plan.id, file, 'id');
    for (const [index, item] of plan.items.entries()) {
      check(item.id, file, `items[${index}].id`);
      for (const [number, kpi] of item.kpis.entries()) check(kpi.id, file, `items[${index}].kpis[${number}].id`);
    }
  }
}

/** `<plan>/<number>` for a numbered measure, `<plan>/<title>` for one without number; other kinds only share the plan. */
function expectedId(plan: Plan, item: Item): string | null {
  if (item.kind !== 'measure') return null;
  return `${plan.id}/${item.number ?? item.title.replace(/\s/gu, '')}`;
}

function checkPlan(plan: Plan, file: string, report: Report): void {
  if (file !== `plans/${plan.id}.json`) report('id', plan.id, { code: 'file-name', name: file });
  for (const [index, item] of plan.items.entries()) {
    const path = `items[${index}]`;
    const id = expectedId(plan, item);
    if (id !== null && item.id !== id) report(`${path}.id`, item.id, { code: 'item-id', id });
    if (!item.id.startsWith(`${plan.id}/`)) report(`${path}.id`, item.id, { code: 'item-id', id: `${plan.id}/…` });
    for (const [number, kpi] of item.kpis.entries()) {
      if (!kpi.id.startsWith(`${item.id}#`))
        report(`${path}.kpis[${number}].id`, kpi.id, { code: 'kpi-id', prefix: `${item.id}#` });
      const months = kpi.actuals.flatMap(({ asOf }) => (asOf === null ? [] : [asOf]));
      if (months.some((month, at) => at > 0 && month < (months[at - 1] ?? ''))) {
        report(`${path}.kpis[${number}].actuals`, months, { code: 'ascending' });
      }
    }
    const years = item.schedule.map(({ year }) => year);
    for (const [cell, year] of years.entries()) {
      if (!plan.years.includes(year))
        report(`${path}.schedule[${cell}].year`, year, { code: 'plan-year', years: plan.years });
    }
    if (years.some((year, at) => at > 0 && year <= (years[at - 1] ?? 0)))
      report(`${path}.schedule`, years, { code: 'ascending' });
  }
  checkPrintedTotals(plan, report);
}

function checkPrintedTotals(plan: Plan, report: Report): void {
  for (const [index, { mark, total }] of plan.marks.entries()) {
    const counted = plan.items.filter((item) => item.evaluation?.mark === mark).length;
    if (counted !== total) report(`marks[${index}].total`, counted, { code: 'mark-total', mark, printed: total });
  }
  for (const [index, figure] of plan.figures.entries()) {
    const path = `figures[${index}]`;
    const { label, value } = figure;
    if (value === null || figure.check === null) continue;
    const counted = recount(figure, plan);
    // Sums of printed decimals (70.5億円) are compared to half a unit of the last digit.
    const same = Math.abs(counted - value) < 0.05;
    if (!same)
      report(path, counted, { code: figure.check === 'sum-of-parts' ? 'sum' : 'count', label, printed: value });
  }
}

function recount(figure: Figure, plan: Plan): number {
  switch (figure.check) {
    case 'evaluated':
      return plan.items.filter((item) => item.evaluation !== null).length;
    case 'reviewed':
      return plan.items.filter((item) => item.review !== null).length;
    case 'evaluated-or-reviewed':
      return plan.items.filter((item) => item.evaluation !== null || item.review !== null).length;
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

function checkReferences(plans: readonly PlanFile[], reportIn: (file: string) => Report): void {
  const items = new Map<string, Item>(plans.flatMap(({ plan }) => plan.items.map((item) => [item.id, item] as const)));
  const planIds = new Set<string>(plans.map(({ plan }) => plan.id));
  for (const { file, plan } of plans) {
    const report = reportIn(file);
    if (plan.successor !== null && !planIds.has(plan.successor))
      report('successor', plan.successor, { code: 'existing-plan' });
    for (const [index, item] of plan.items.entries()) {
      for (const [number, link] of item.links.entries()) {
        if (!items.has(link.to)) report(`items[${index}].links[${number}].to`, link.to, { code: 'existing-item' });
      }
      const { evaluation } = item;
      if (!evaluation?.sameAs) continue;
      const path = `items[${index}].evaluation.sameAs`;
      const same = items.get(evaluation.sameAs)?.evaluation;
      if (!same) report(path, evaluation.sameAs, { code: 'existing-item' });
      else if (same.mark !== evaluation.mark) {
        report(path, evaluation.mark, { code: 'same-mark', of: evaluation.sameAs, mark: same.mark });
      }
    }
  }
}

function checkSections(sections: readonly Section[], report: Report): void {
  const ids = new Set<string>();
  for (const [index, section] of sections.entries()) {
    if (ids.has(section.id)) report(`[${index}].id`, section.id, { code: 'unique', first: section.id });
    ids.add(section.id);
  }
  for (const [index, section] of sections.entries()) {
    for (const [number, { to }] of section.successors.entries()) {
      if (!ids.has(to)) report(`[${index}].successors[${number}].to`, to, { code: 'existing-section' });
    }
  }
}

function checkPrintedSections(
  plans: readonly PlanFile[],
  sections: readonly Section[],
  complete: boolean,
  reportIn: (file: string) => Report,
): void {
  const pair = (department: string | null, name: string): string => `${department ?? ''} ${name}`;
  const known = new Set(sections.flatMap((section) => section.spans.map((span) => pair(span.department, span.name))));
  const used = new Set<string>();
  for (const { file, plan } of plans) {
    for (const [index, item] of plan.items.entries()) {
      for (const [number, name] of item.sections.entries()) {
        const printed = pair(item.department, name);
        used.add(printed);
        if (!known.has(printed))
          reportIn(file)(`items[${index}].sections[${number}]`, printed, { code: 'existing-section' });
      }
    }
  }
  if (!complete) return;
  for (const [index, section] of sections.entries()) {
    for (const [number, span] of section.spans.entries()) {
      const printed = pair(span.department, span.name);
      if (span.basis === 'printed' && !used.has(printed)) {
        reportIn('sections.json')(`[${index}].spans[${number}]`, printed, { code: 'used-section' });
      }
    }
  }
}

function checkLineage(plans: readonly PlanFile[], lineage: readonly LineageLink[], report: Report): void {
  const planOf = new Map<string, Plan>(plans.flatMap(({ plan }) => plan.items.map((item) => [item.id, plan] as const)));
  const seen = new Map<string, string>();
  for (const [index, link] of lineage.entries()) {
    const from = planOf.get(link.from);
    const to = planOf.get(link.to);
    if (!from) report(`[${index}].from`, link.from, { code: 'existing-item' });
    if (!to) report(`[${index}].to`, link.to, { code: 'existing-item' });
    // The 2013 plan's two editions share their years; a step between them is a step forward too.
    if (from && to && (to.years[0] ?? 0) < (from.years[0] ?? 0))
      report(`[${index}].to`, link.to, { code: 'newer-plan' });
    const key = `${link.from} → ${link.to}`;
    const first = seen.get(key);
    if (first) report(`[${index}]`, key, { code: 'unique', first });
    else seen.set(key, `[${index}]`);
  }
}
