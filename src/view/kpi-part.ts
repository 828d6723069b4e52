import type { KpiStatus } from '../plan/comparison.ts';
import { fiscalYearOfMonth, longEraYear, shortEraYear } from '../plan/fiscal-year.ts';
import type { Kpi } from '../plan/kpi.ts';
import { judgeLine } from '../report/line-status.ts';
import { shownValue } from '../report/parse-value.ts';
import { chart, lines, type Part } from './blocks.ts';
import type { ViewContext } from './context.ts';
import { actualText, rateText, stateWord, targetText, valueText } from './describe.ts';

/** «R7 速報　350 データセット（未達成）»: what the section reported since the plan was printed, once it is accepted. */
function acceptedText(kpi: Kpi, { accepted, wording }: ViewContext): string | null {
  const found = accepted?.get(kpi.id);
  if (!found) return null;
  const { line, year, preliminary } = found;
  return wording.plain('item.accepted', {
    year: shortEraYear(year),
    preliminary,
    value: line.reported.kind === 'value' ? shownValue(line.reported.value) : null,
    unit: kpi.unit,
    reason: line.reported.kind === 'not-measured' ? line.reported.reason : null,
    state: wording.plain('words.state', { state: judgeLine(kpi, line).state }),
  });
}

/** One KPI in words: figures, print and judgement side by side, and why they differ where they do. */
export function kpiText(status: KpiStatus, context: ViewContext): string {
  const { wording } = context;
  const { item, kpi, difference, measuredEarlier } = status;
  const printed = kpi.printed.join('・');
  return wording.mrkdwn('item.kpi', {
    name: kpi.name,
    state: stateWord(status, context),
    rate: rateText(status, context),
    baseline: valueText(kpi.baseline, kpi.unit, context),
    target: targetText(status, context),
    actual: actualText(status, context),
    earlier: measuredEarlier?.asOf ? longEraYear(fiscalYearOfMonth(measuredEarlier.asOf)) : null,
    printed,
    difference:
      difference === null
        ? null
        : wording.plain('words.difference', {
            difference,
            printed,
            computed: stateWord(status, context),
            count: item.kpis.length,
          }),
    rule: wording.plain('words.rule', { rule: kpi.rule }),
    analysis: kpi.analysis,
    accepted: acceptedText(kpi, context),
  });
}

/** Baseline, actual and target as bars; nothing where fewer than two of them are numbers. */
function kpiChart({ kpi }: KpiStatus, { wording }: ViewContext): Part[] {
  const bars = [
    { label: wording.plain('kpi.chart_baseline', {}), value: kpi.baseline?.value },
    { label: wording.plain('kpi.chart_actual', {}), value: kpi.actuals.at(-1)?.value },
    { label: wording.plain('kpi.chart_target', {}), value: kpi.target?.value },
  ].flatMap(({ label, value }) => (value === null || value === undefined ? [] : [{ label, value }]));
  if (bars.length < 2) return [];
  return chart({
    title: wording.plain('kpi.chart_title', { name: kpi.name }),
    categories: bars.map(({ label }) => label),
    series: [{ name: kpi.unit ?? kpi.name, values: bars.map(({ value }) => value) }],
  });
}

/** KPIs one below the other, each with its chart. */
export function kpiParts(kpis: readonly KpiStatus[], context: ViewContext): Part[] {
  return kpis.flatMap((status) => [...lines([kpiText(status, context)]), ...kpiChart(status, context)]);
}
