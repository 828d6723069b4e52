import type { KpiOverviewAnswer, KpisAnswer } from '../ask/answer.ts';
import type { KpiStatus } from '../plan/comparison.ts';
import { actionIds, numbered } from './action-ids.ts';
import { actions, button, chart, lines, type NewerBlock, type Part, section, table } from './blocks.ts';
import type { ViewContext } from './context.ts';
import { actualText, endedWord, planName, sectionsOf, stateWord, targetText, valueText } from './describe.ts';
import { filtersView, readingsView } from './found-view.ts';
import { kpiParts, kpiText } from './kpi-part.ts';
import type { View } from './lay-out.ts';
import { shareButton } from './share-view.ts';
import { encode } from './values.ts';

/** Up to this many KPIs are told in full with their charts; more make a table. */
const mostInFull = 2;

function counts(kpis: readonly KpiStatus[]): { count: number; met: number; missed: number; other: number } {
  const met = kpis.filter(({ judgement }) => judgement.state === 'met').length;
  const missed = kpis.filter(({ judgement }) => judgement.state === 'missed').length;
  return { count: kpis.length, met, missed, other: kpis.length - met - missed };
}

/** KPIs in a table, the status first in words. */
function kpiTable(kpis: readonly KpiStatus[], caption: string, context: ViewContext): NewerBlock {
  const { wording } = context;
  return table({
    caption,
    columns: [
      wording.plain('kpi.column_name', {}),
      wording.plain('kpi.column_state', {}),
      wording.plain('kpi.column_actual', {}),
      wording.plain('kpi.column_target', {}),
      wording.plain('kpi.column_baseline', {}),
      wording.plain('kpi.column_printed', {}),
      wording.plain('kpi.column_section', {}),
    ],
    rows: kpis.map((status) => [
      { text: status.kpi.name },
      { text: stateWord(status, context) },
      { text: actualText(status, context) },
      { text: targetText(status, context) },
      { text: valueText(status.kpi.baseline, status.kpi.unit, context) },
      { text: status.kpi.printed.join('・') },
      { text: sectionsOf(status.item) },
    ]),
    empty: wording.plain('kpi.empty', {}),
    fallback: lines(kpis.map((status) => kpiText(status, context))),
  });
}

/** The KPIs of what the words find. */
export function kpisView(answer: KpisAnswer, context: ViewContext): View {
  const { wording } = context;
  const { question, kpis } = answer;
  const tally = { question, ...counts(kpis) };
  return {
    text: wording.plain('kpi.text', tally),
    parts: [
      ...section(wording.mrkdwn('kpi.headline', tally)),
      ...readingsView(answer.readAs, context),
      ...filtersView(answer.filters, context),
      ...(kpis.length <= mostInFull
        ? kpiParts(kpis, context)
        : [kpiTable(kpis, wording.plain('kpi.caption', { question }), context)]),
      ...actions([shareButton({ q: `指標 ${question}` }, context)]),
    ],
  };
}

function areasPart({ areas }: KpiOverviewAnswer, context: ViewContext): Part[] {
  const { wording } = context;
  const columns = [
    wording.plain('kpi.column_area', {}),
    wording.plain('kpi.column_met', {}),
    wording.plain('kpi.column_missed', {}),
    wording.plain('kpi.column_unmeasured', {}),
  ];
  const rows = areas.map(
    ({ area, met, missed, notMeasured, notComparable }) => [area, met, missed, notMeasured + notComparable] as const,
  );
  return [
    ...chart({
      title: wording.plain('kpi.overview_chart', {}),
      categories: areas.map(({ area }) => area),
      series: [
        { name: wording.plain('kpi.column_met', {}), values: areas.map(({ met }) => met) },
        { name: wording.plain('kpi.column_missed', {}), values: areas.map(({ missed }) => missed) },
      ],
    }),
    table({
      caption: wording.plain('kpi.overview_caption', {}),
      columns,
      rows: rows.map(([area, ...numbers]) => [
        { text: area },
        ...numbers.map((value) => ({ text: String(value), value })),
      ]),
      empty: wording.plain('kpi.empty', {}),
      fallback: lines(
        rows.map(
          ([area, ...numbers]) =>
            `• ${area}　${numbers.map((value, index) => `${columns[index + 1]} ${value}`).join('　')}`,
        ),
      ),
    }),
  ];
}

/** The tally over all areas of an overview. */
function totals({ areas }: KpiOverviewAnswer) {
  const sum = (key: 'met' | 'missed' | 'notMeasured' | 'notComparable'): number =>
    areas.reduce((all, area) => all + area[key], 0);
  const met = sum('met');
  const missed = sum('missed');
  const unmeasured = sum('notMeasured');
  const incomparable = sum('notComparable');
  return { count: met + missed + unmeasured + incomparable, met, missed, unmeasured, incomparable };
}

/** The overview's headline, chart and tables, without buttons. */
export function overviewParts(answer: KpiOverviewAnswer, context: ViewContext): Part[] {
  const { wording } = context;
  const { plan, headlines } = answer;
  return [
    ...section(
      wording.mrkdwn('kpi.overview', {
        plan: planName(plan, context),
        ended: endedWord(plan, context),
        ...totals(answer),
      }),
    ),
    ...areasPart(answer, context),
    ...(headlines.length > 0
      ? [
          ...section(wording.mrkdwn('kpi.headlines', {})),
          kpiTable(headlines, wording.plain('kpi.caption', { question: plan.title }), context),
        ]
      : []),
  ];
}

/** How the newest plan's KPIs stand, area by area. */
export function overviewView(answer: KpiOverviewAnswer, context: ViewContext): View {
  const { wording } = context;
  const { plan } = answer;
  const list = (index: number, text: string, outcome: string) =>
    button({ id: numbered(actionIds.ask, index), text, value: encode({ q: `指標 ${plan.title} ${outcome}` }) });
  return {
    text: wording.plain('kpi.overview_text', { plan: planName(plan, context), ...totals(answer) }),
    parts: [
      ...overviewParts(answer, context),
      ...actions([
        list(0, wording.plain('kpi.list_missed', {}), wording.plain('words.outcome', { outcome: 'missed' })),
        list(1, wording.plain('kpi.list_met', {}), wording.plain('words.outcome', { outcome: 'met' })),
        shareButton({ q: '指標' }, context),
      ]),
    ],
  };
}
