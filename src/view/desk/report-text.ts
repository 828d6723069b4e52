import type { Kpi, KpiId } from '../../plan/kpi.ts';
import { type Day, dayOf, type Moment } from '../../report/day.ts';
import { judgeLine } from '../../report/line-status.ts';
import { shownValue } from '../../report/parse-value.ts';
import type { Person } from '../../report/person.ts';
import type { Report, ReportLine, Signature } from '../../report/report.ts';
import type { ViewContext } from '../context.ts';
import { valueText } from '../describe.ts';
import { shorten } from '../limits.ts';
import { clockText, dayText as dayWords } from './day-words.ts';

/** Short phrases about reports that several views share. Plain text, to be escaped where they are put into a message. */

/** Titles and names are data, and may be longer than a line wants to be. */
const longestName = 80;
/** Notes and reasons where they are only quoted, on one line; the whole stands in the form and in the sheet. */
const longestQuote = 200;
/** For all notes and reasons of one sheet together: few are shown whole, many share. */
const quotesTogether = 12_000;

export function nameText(name: string): string {
  return shorten(name, longestName);
}

export function quoteText(text: string, longest = longestQuote): string {
  return shorten(longest === longestQuote ? text.replaceAll('\n', ' ') : text, longest);
}

/** How much of each note a sheet of so many lines can show. */
export function quoteLength(lines: number): number {
  return Math.max(longestQuote, Math.floor(quotesTogether / Math.max(1, lines)));
}

/** «2026年5月29日（金）» */
export function dayText(on: Day, context: ViewContext): string {
  return dayWords(on, context, { withYear: true });
}

/** «2026年5月29日（金）9:05», by a clock in Japan. */
export function momentText(at: Moment, context: ViewContext): string {
  return context.wording.plain('round.moment', { day: dayText(dayOf(at), context), time: clockText(at) });
}

/** «課長（デジタルみやぎ推進課長）» */
export function personText({ name, post }: Person, { wording }: ViewContext): string {
  return wording.plain('report.person', { name: nameText(name), post: nameText(post) });
}

type Step = 'submitted' | 'confirmed' | 'accepted' | 'returned';

function signedStep(step: Step, by: Signature, report: Report, context: ViewContext): string {
  return context.wording.plain('report.step', {
    step,
    who: personText(by.by, context),
    when: momentText(by.at, context),
    reason: step === 'returned' && report.returned ? report.returned.reason : null,
    via: step === 'submitted' ? report.receivedVia : null,
  });
}

/** Every step a report has taken since it was last handed in, oldest first. */
export function stepTexts(report: Report, context: ViewContext): string[] {
  return (['submitted', 'confirmed', 'accepted', 'returned'] as const).flatMap((step) => {
    const by = report[step];
    return by ? [signedStep(step, by, report, context)] : [];
  });
}

/** The step that brought a report where it is; empty before the first. */
export function lastStepText(report: Report, context: ViewContext): string {
  const by = report.state === 'open' ? null : report[report.state];
  return by && report.state !== 'open' ? signedStep(report.state, by, report, context) : '';
}

/** A figure with its unit: «65.9 万人». */
export function figureText(value: number, unit: string | null, { wording }: ViewContext): string {
  return wording.plain('item.value', { text: shownValue(value), unit: unit === null ? null : nameText(unit) });
}

/** The KPI of an id; a report outlives changes of the plan, so that it may be gone. */
export function kpiOf(id: KpiId, { catalog }: ViewContext): Kpi | null {
  const item = catalog.item(id.slice(0, id.lastIndexOf('#')));
  return item?.kpis.find((kpi) => kpi.id === id) ?? null;
}

export function kpiName(id: KpiId, context: ViewContext): string {
  return nameText(kpiOf(id, context)?.name ?? id);
}

/** What a line reports: the figure, or that there is none and why. */
export function saidText(
  { reported }: ReportLine,
  unit: string | null,
  context: ViewContext,
  longest = longestQuote,
): string {
  return reported.kind === 'value'
    ? figureText(reported.value, unit, context)
    : context.wording.plain('report.line_unmeasured', { reason: quoteText(reported.reason, longest) });
}

/** Whether a line's figure meets the target, by the plan's own rule; null where nothing was measured. */
export function lineStateText(kpi: Kpi, line: ReportLine, context: ViewContext): string | null {
  if (line.reported.kind !== 'value') return null;
  const judgement = judgeLine(kpi, line);
  const rate = 'rate' in judgement && judgement.rate !== null && judgement.rate >= 0 ? judgement.rate : null;
  return context.wording.plain('report.line_state', {
    state: judgement.state,
    target: nameText(valueText(kpi.target, kpi.unit, context)),
    rate: rate === null ? null : `${(rate * 100).toFixed(1)}%`,
  });
}

/** How many lines meet their targets. */
export function outcomeCounts(lines: readonly ReportLine[], context: ViewContext) {
  const states = lines.map((line) => {
    const kpi = kpiOf(line.kpi, context);
    return kpi ? judgeLine(kpi, line).state : null;
  });
  const met = states.filter((state) => state === 'met').length;
  const missed = states.filter((state) => state === 'missed').length;
  return { met, missed, other: states.length - met - missed };
}

/** A line with everything it says, as mrkdwn. */
export function lineText(line: ReportLine, said: string, context: ViewContext, longest = longestQuote): string {
  const { wording } = context;
  const kpi = kpiOf(line.kpi, context);
  return wording.mrkdwn('report.line', {
    name: kpiName(line.kpi, context),
    said,
    state: kpi ? lineStateText(kpi, line, context) : null,
    measured: line.measuredOn === null ? null : dayText(line.measuredOn, context),
    mark: line.mark === null ? null : wording.plain('words.mark', { mark: line.mark }),
    note: line.note === null ? null : quoteText(line.note, longest),
  });
}
