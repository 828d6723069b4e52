import { checkPlan } from './check-plan.ts';
import { type Fault, type Report, shown } from './fault.ts';
import type { Item } from './item.ts';
import type { LineageLink } from './lineage.ts';
import type { Plan } from './plan.ts';
import type { Section } from './section.ts';

/** A plan with the file it came from. */
interface PlanFile {
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

type ReportIn = (file: string) => Report;

/** Everything a schema cannot see: unique ids, references, printed totals, years, order. */
export function crossCheck({ plans, sections, lineage, complete }: Parts): Fault[] {
  const faults: Fault[] = [];
  const reportIn: ReportIn = (file) => (path, found, expected) => {
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

/** Reports a key that stood before, with the place where it first stood. */
function onlyOnce(): (key: string, place: string, report: () => Report, path: string) => void {
  const seen = new Map<string, string>();
  return (key, place, report, path) => {
    const first = seen.get(key);
    if (first === undefined) seen.set(key, place);
    else report()(path, key, { code: 'unique', first });
  };
}

function checkUniqueIds(plans: readonly PlanFile[], reportIn: ReportIn): void {
  const once = onlyOnce();
  for (const { file, plan } of plans) {
    const check = (id: string, path: string): void => once(id, `${file} ${path}`, () => reportIn(file), path);
    check(plan.id, 'id');
    for (const [index, item] of plan.items.entries()) {
      check(item.id, `items[${index}].id`);
      for (const [number, kpi] of item.kpis.entries()) check(kpi.id, `items[${index}].kpis[${number}].id`);
    }
  }
}

function checkReferences(plans: readonly PlanFile[], reportIn: ReportIn): void {
  const items = new Map<string, Item>(plans.flatMap(({ plan }) => plan.items.map((item) => [item.id, item] as const)));
  const planIds = new Set<string>(plans.map(({ plan }) => plan.id));
  for (const { file, plan } of plans) {
    const report = reportIn(file);
    if (plan.successor !== null && (!planIds.has(plan.successor) || plan.successor === plan.id)) {
      report('successor', plan.successor, { code: 'existing-plan' });
    }
    for (const [index, item] of plan.items.entries()) {
      for (const [number, link] of item.links.entries()) {
        const path = `items[${index}].links[${number}].to`;
        if (!items.has(link.to)) report(path, link.to, { code: 'existing-item' });
        else if (link.to === item.id) report(path, link.to, { code: 'another-item' });
      }
      checkSameAs(item, `items[${index}].evaluation.sameAs`, items, report);
    }
  }
}

function checkSameAs(item: Item, path: string, items: ReadonlyMap<string, Item>, report: Report): void {
  const { evaluation } = item;
  if (!evaluation?.sameAs) return;
  const other = items.get(evaluation.sameAs);
  if (!other) report(path, evaluation.sameAs, { code: 'existing-item' });
  else if (other === item) report(path, evaluation.sameAs, { code: 'another-item' });
  else if (!other.evaluation) report(path, evaluation.sameAs, { code: 'evaluated-item' });
  else if (other.evaluation.mark !== evaluation.mark) {
    report(path, evaluation.mark, { code: 'same-mark', of: evaluation.sameAs, mark: other.evaluation.mark });
  }
}

function officeOf(department: string | null, name: string): string {
  return `${department ?? ''} ${name}`;
}

function checkSections(sections: readonly Section[], report: Report): void {
  const once = onlyOnce();
  const ids = new Set<string>(sections.map(({ id }) => id));
  for (const [index, section] of sections.entries()) {
    once(section.id, `[${index}].id`, () => report, `[${index}].id`);
    for (const [number, { department, name }] of section.spans.entries()) {
      const path = `[${index}].spans[${number}]`;
      once(officeOf(department, name), path, () => report, path);
    }
    for (const [number, { to }] of section.successors.entries()) {
      if (!ids.has(to) || to === section.id) {
        report(`[${index}].successors[${number}].to`, to, { code: 'existing-section' });
      }
    }
  }
}

function checkPrintedSections(
  plans: readonly PlanFile[],
  sections: readonly Section[],
  complete: boolean,
  reportIn: ReportIn,
): void {
  const known = new Set(
    sections.flatMap((section) => section.spans.map((span) => officeOf(span.department, span.name))),
  );
  const used = new Set<string>();
  for (const { file, plan } of plans) {
    for (const [index, item] of plan.items.entries()) {
      for (const [number, name] of item.sections.entries()) {
        const printed = officeOf(item.department, name);
        used.add(printed);
        if (!known.has(printed)) {
          reportIn(file)(`items[${index}].sections[${number}]`, printed, { code: 'existing-section' });
        }
      }
    }
  }
  if (!complete) return;
  for (const [index, section] of sections.entries()) {
    for (const [number, span] of section.spans.entries()) {
      const printed = officeOf(span.department, span.name);
      if (span.basis === 'printed' && !used.has(printed)) {
        reportIn('sections.json')(`[${index}].spans[${number}]`, printed, { code: 'used-section' });
      }
    }
  }
}

function checkLineage(plans: readonly PlanFile[], lineage: readonly LineageLink[], report: Report): void {
  const planOf = new Map<string, Plan>(plans.flatMap(({ plan }) => plan.items.map((item) => [item.id, plan] as const)));
  const once = onlyOnce();
  for (const [index, link] of lineage.entries()) {
    const from = planOf.get(link.from);
    const to = planOf.get(link.to);
    if (!from) report(`[${index}].from`, link.from, { code: 'existing-item' });
    if (!to) report(`[${index}].to`, link.to, { code: 'existing-item' });
    if (link.from === link.to) report(`[${index}].to`, link.to, { code: 'another-item' });
    // The 2013 plan's two editions share their years; a step between them is a step forward too.
    else if (from && to && (to.years[0] ?? 0) < (from.years[0] ?? 0)) {
      report(`[${index}].to`, link.to, { code: 'newer-plan' });
    }
    once([link.from, link.to].toSorted().join(' → '), `[${index}]`, () => report, `[${index}]`);
  }
}
