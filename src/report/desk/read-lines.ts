import type { KpiId } from '../../plan/kpi.ts';
import { markSchema } from '../../plan/mark.ts';
import { type Day, daySchema } from '../day.ts';
import type { Draft } from '../draft.ts';
import { type LineFault, lineFaults } from '../line-status.ts';
import { parseValue, type ValueFault } from '../parse-value.ts';
import type { Reported, ReportLine } from '../report.ts';
import type { AskedKpi } from '../scope.ts';

/** One KPI's fields as they were typed. */
export type TypedLine = Draft['lines'][number];

/** What is wrong with one field of one KPI, or with the KPI as a whole. */
export type FieldFault =
  /** neither, both: a figure and a reason for having none exclude each other, and one of them is needed. */
  | { field: 'value'; kpi: KpiId; fault: ValueFault | { code: 'neither' | 'both' } }
  | { field: 'measuredOn'; kpi: KpiId; fault: { code: 'not-a-date' } }
  | { field: 'whole'; kpi: KpiId; fault: LineFault };

type Read<T> = { ok: true; value: T } | { ok: false; fault: FieldFault };

export interface ReadLines {
  /** The lines that could be read, in the order asked. */
  lines: ReportLine[];
  faults: FieldFault[];
}

function readReported(typed: TypedLine, unit: string | null): Read<Reported> {
  const reason = typed.reason.trim();
  const fail = (fault: ValueFault | { code: 'neither' | 'both' }): Read<Reported> => ({
    ok: false,
    fault: { field: 'value', kpi: typed.kpi, fault },
  });
  if (reason !== '') {
    return typed.value.trim() === '' ? { ok: true, value: { kind: 'not-measured', reason } } : fail({ code: 'both' });
  }
  const parsed = parseValue(typed.value, unit);
  if (parsed.ok) return { ok: true, value: { kind: 'value', value: parsed.value } };
  return fail(parsed.fault.code === 'empty' ? { code: 'neither' } : parsed.fault);
}

function readDay(typed: TypedLine): Read<Day | null> {
  const text = typed.measuredOn.trim();
  if (text === '') return { ok: true, value: null };
  const read = daySchema.safeParse(text);
  if (read.success) return { ok: true, value: read.data };
  return { ok: false, fault: { field: 'measuredOn', kpi: typed.kpi, fault: { code: 'not-a-date' } } };
}

/** Reads a form's fields; every fault of every field is found in one go, and what a section owes beside the fields. */
export function readLines(asked: readonly AskedKpi[], typed: readonly TypedLine[]): ReadLines {
  const lines: ReportLine[] = [];
  const faults: FieldFault[] = [];
  for (const { kpi } of asked) {
    const own = typed.find((line) => line.kpi === kpi.id);
    if (!own) continue;
    const reported = readReported(own, kpi.unit);
    const measuredOn = readDay(own);
    for (const read of [reported, measuredOn]) if (!read.ok) faults.push(read.fault);
    if (!reported.ok || !measuredOn.ok) continue;
    const note = own.note.trim();
    const mark = markSchema.safeParse(own.mark).data ?? null;
    const line = { kpi: kpi.id, reported: reported.value, measuredOn: measuredOn.value, mark };
    lines.push({ ...line, note: note === '' ? null : note });
  }
  const broken = new Set(faults.map(({ kpi }) => kpi));
  const owed = lineFaults(
    asked.map(({ kpi }) => kpi),
    lines,
  )
    .filter(({ kpi, code }) => !(code === 'missing' && broken.has(kpi)))
    .map((fault): FieldFault => ({ field: 'whole', kpi: fault.kpi, fault }));
  return { lines, faults: [...faults, ...owed] };
}
