import { latestActual } from '../plan/judgement.ts';
import type { Kpi, KpiId } from '../plan/kpi.ts';
import { lastDayOf } from '../report/day.ts';
import { shownValue } from '../report/parse-value.ts';
import type { AcceptedLine } from '../report/prefill.ts';
import type { Circumstances } from './circumstances.ts';
import type { DueItem } from './reminder.ts';

type LastValue = DueItem['kpis'][number]['last'];

/** A figure with its unit, where it is a bare number: «65.9 万人», but «全所属». */
function withUnit(text: string, { unit }: Kpi): string {
  return unit !== null && /^[\d,.]+$/u.test(text) ? `${text} ${unit}` : text;
}

function acceptedValue(kpi: Kpi, { line }: AcceptedLine): LastValue {
  if (line.reported.kind !== 'value') return null;
  return { text: withUnit(shownValue(line.reported.value), kpi), measuredOn: line.measuredOn };
}

function printedValue(kpi: Kpi): LastValue {
  const printed = latestActual(kpi);
  if (!printed || printed.text === '—') return null;
  return { text: withUnit(printed.text, kpi), measuredOn: printed.asOf === null ? null : lastDayOf(printed.asOf) };
}

/** The last figure known of each KPI: the newest that was accepted, else the newest that the plan prints. Lines come the newest first. */
export function lastValuesOf(kpis: readonly Kpi[], accepted: readonly AcceptedLine[]): Circumstances['lastValues'] {
  const figures = accepted.filter(({ line }) => line.reported.kind === 'value').toReversed();
  const newest = new Map<KpiId, AcceptedLine>(figures.map((one) => [one.line.kpi, one]));
  return new Map(
    kpis.map((kpi): [KpiId, LastValue] => {
      const before = newest.get(kpi.id);
      return [kpi.id, before ? acceptedValue(kpi, before) : printedValue(kpi)];
    }),
  );
}
