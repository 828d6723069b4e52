import type { Kpi, KpiId } from '../plan/kpi.ts';
import { markSchema } from '../plan/mark.ts';
import { daySchema } from './day.ts';
import type { DraftLine } from './draft.ts';
import { parseValue, type ValueFault } from './parse-value.ts';
import { type ReportLine, reportLineSchema } from './report.ts';

/** Which field of a form cannot be taken as it is, and why. */
export type FieldFault =
  | { field: 'value'; fault: ValueFault }
  /** A figure, and a reason for not having one. */
  | { field: 'reason'; fault: { code: 'both' } }
  | { field: 'measuredOn'; fault: { code: 'not-a-day' } }
  | { field: 'mark'; fault: { code: 'not-a-mark' } }
  | { field: 'reason' | 'note'; fault: { code: 'text-too-long' } };

export type ReadLine =
  /** `shown` is the figure as it was understood, to be shown back; null where it was not measured. */
  | { ok: true; line: ReportLine; shown: string | null; approximate: boolean }
  | { ok: false; kpi: KpiId; faults: readonly FieldFault[] };

/** Null where nothing but blanks was typed. */
function filled(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

/** Reads the fields of one KPI as they were typed, in a form or a sheet; everything that is wrong with them at once. */
export function readLine(kpi: Kpi, typed: DraftLine): ReadLine {
  const faults: FieldFault[] = [];
  const reason = filled(typed.reason);
  const parsed = reason !== null && filled(typed.value) === null ? null : parseValue(typed.value, kpi.unit);
  if (parsed && reason !== null) faults.push({ field: 'reason', fault: { code: 'both' } });
  else if (parsed && !parsed.ok) faults.push({ field: 'value', fault: parsed.fault });

  const measuredOn = daySchema.nullable().safeParse(filled(typed.measuredOn));
  if (!measuredOn.success) faults.push({ field: 'measuredOn', fault: { code: 'not-a-day' } });
  const mark = markSchema.nullable().safeParse(filled(typed.mark));
  if (!mark.success) faults.push({ field: 'mark', fault: { code: 'not-a-mark' } });

  const line = reportLineSchema.safeParse({
    kpi: kpi.id,
    reported: parsed?.ok ? { kind: 'value', value: parsed.value } : { kind: 'not-measured', reason: reason ?? '—' },
    measuredOn: measuredOn.data ?? null,
    mark: mark.data ?? null,
    note: filled(typed.note),
  });
  if (!line.success) {
    // All that is left to be wrong is the length of a text.
    const field = line.error.issues.some(({ path }) => path[0] === 'note') ? 'note' : 'reason';
    return { ok: false, kpi: kpi.id, faults: [...faults, { field, fault: { code: 'text-too-long' } }] };
  }
  if (faults.length > 0) return { ok: false, kpi: kpi.id, faults };
  return parsed?.ok
    ? { ok: true, line: line.data, shown: parsed.shown, approximate: parsed.approximate }
    : { ok: true, line: line.data, shown: null, approximate: false };
}
