import type { FiscalYear } from '../plan/fiscal-year.ts';
import { latestActual } from '../plan/judgement.ts';
import type { Kpi } from '../plan/kpi.ts';
import type { SectionId } from '../plan/section.ts';
import { type Day, lastDayOf } from './day.ts';
import type { ReportLine } from './report.ts';
import type { RoundId } from './round.ts';

/** A line as it was accepted in some round. */
export interface AcceptedLine {
  round: RoundId;
  year: FiscalYear;
  section: SectionId;
  line: ReportLine;
  /** «速報»: no formal approval has been recorded yet. */
  preliminary: boolean;
}

/** What a form starts with for one KPI, and where that comes from, which is said beside it. */
export type Prefill =
  /** This round's own report, sent before: it is being corrected. */
  | { from: 'this-report'; line: ReportLine }
  | { from: 'earlier-report'; accepted: AcceptedLine }
  /** The last figure the plan prints. `value` is null where the print is not a number. */
  | { from: 'plan'; value: number | null; text: string; measuredOn: Day | null }
  | { from: 'nothing' };

interface Sources {
  kpi: Kpi;
  current: ReportLine | undefined;
  /** The newest of other rounds. */
  earlier: AcceptedLine | undefined;
}

/** The best beginning for a KPI's line: what was sent for this round, else what was accepted last, else what the plan prints. */
export function prefill({ kpi, current, earlier }: Sources): Prefill {
  if (current) return { from: 'this-report', line: current };
  if (earlier) return { from: 'earlier-report', accepted: earlier };
  const printed = latestActual(kpi);
  if (!printed || printed.text === '—') return { from: 'nothing' };
  const { value, text, asOf } = printed;
  return { from: 'plan', value, text, measuredOn: asOf === null ? null : lastDayOf(asOf) };
}

/** The figure a new one is compared with: what was reported before, else what the plan prints; null where neither is a number. */
export function valueBefore({ kpi, earlier }: Pick<Sources, 'kpi' | 'earlier'>): number | null {
  if (earlier?.line.reported.kind === 'value') return earlier.line.reported.value;
  return latestActual(kpi)?.value ?? kpi.baseline?.value ?? null;
}
