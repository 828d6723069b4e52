import { type Judgement, judge } from '../plan/judgement.ts';
import type { Kpi, KpiId } from '../plan/kpi.ts';
import type { ReportLine } from './report.ts';

/** Why a line cannot be sent yet. */
export type LineFault =
  /** Nothing is said of a KPI that is asked for. */
  | { code: 'missing'; kpi: KpiId }
  | { code: 'twice'; kpi: KpiId }
  /** The section is not, or no longer, asked for it: the round changed while the form was open. */
  | { code: 'not-asked'; kpi: KpiId }
  /** The target is missed, and nothing says why. */
  | { code: 'note-required'; kpi: KpiId }
  | { code: 'date-required'; kpi: KpiId };

/** What a reported figure means for its KPI, by the plan's own rule; what the plan printed itself is not looked at. */
export function judgeLine(kpi: Kpi, { reported, measuredOn }: Pick<ReportLine, 'reported' | 'measuredOn'>): Judgement {
  const asOf = measuredOn?.slice(0, 7) ?? null;
  const actual =
    reported.kind === 'value'
      ? { value: reported.value, asOf, text: String(reported.value) }
      : { value: null, asOf, text: '—' };
  return judge({ ...kpi, actuals: [actual] });
}

function faultsOf(kpi: Kpi, line: ReportLine): LineFault[] {
  const faults: LineFault[] = [];
  if (line.reported.kind === 'value' && line.measuredOn === null) faults.push({ code: 'date-required', kpi: kpi.id });
  if (judgeLine(kpi, line).state === 'missed' && line.note === null)
    faults.push({ code: 'note-required', kpi: kpi.id });
  return faults;
}

/** Everything that keeps a section's lines from being sent; empty where all that is asked is answered. */
export function lineFaults(asked: readonly Kpi[], lines: readonly ReportLine[]): LineFault[] {
  const ids = new Set(asked.map(({ id }) => id));
  const strange = lines.flatMap(({ kpi }, index): LineFault[] => {
    if (!ids.has(kpi)) return [{ code: 'not-asked', kpi }];
    return lines.findIndex((line) => line.kpi === kpi) < index ? [{ code: 'twice', kpi }] : [];
  });
  const answered = asked.flatMap((kpi): LineFault[] => {
    const line = lines.find((candidate) => candidate.kpi === kpi.id);
    return line ? faultsOf(kpi, line) : [{ code: 'missing', kpi: kpi.id }];
  });
  return [...strange, ...answered];
}
