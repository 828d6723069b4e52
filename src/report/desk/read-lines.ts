import type { KpiId } from '../../plan/kpi.ts';
import type { Draft } from '../draft.ts';
import { type LineFault, lineFaults } from '../line-status.ts';
import { type FieldFault as LineFieldFault, readLine } from '../read-line.ts';
import type { ReportLine } from '../report.ts';
import type { AskedKpi } from '../scope.ts';

/** One KPI's fields as they were typed. */
export type TypedLine = Draft['lines'][number];

/** What is wrong with one field of one KPI, or with the KPI as a whole. */
export type FieldFault =
  | ({ kpi: KpiId } & LineFieldFault)
  /** A figure, or a reason for having none, is needed. */
  | { field: 'value'; kpi: KpiId; fault: { code: 'neither' } }
  | { field: 'whole'; kpi: KpiId; fault: LineFault };

export interface ReadLines {
  /** The lines that could be read, in the order asked. */
  lines: ReportLine[];
  faults: FieldFault[];
}

/** In a form an empty field beside an empty reason is one question left open, not a figure that is not understood. */
function asForm(kpi: KpiId, fault: LineFieldFault): FieldFault {
  return fault.fault.code === 'empty' ? { field: 'value', kpi, fault: { code: 'neither' } } : { kpi, ...fault };
}

/** Reads a form's fields; every fault of every field is found in one go, and what a section owes beside the fields. */
export function readLines(asked: readonly AskedKpi[], typed: readonly TypedLine[]): ReadLines {
  const lines: ReportLine[] = [];
  const faults: FieldFault[] = [];
  for (const { kpi } of asked) {
    const own = typed.find((line) => line.kpi === kpi.id);
    if (!own) continue;
    const read = readLine(kpi, own);
    if (read.ok) lines.push(read.line);
    else faults.push(...read.faults.map((fault) => asForm(kpi.id, fault)));
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
