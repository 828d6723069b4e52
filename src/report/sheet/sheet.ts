/** sheet/: a round's questions as an Excel sheet or plain text to fill in elsewhere, and the way back to report lines. */
import type { KpiId } from '../../plan/kpi.ts';
import type { ReportLine } from '../report.ts';
import type { FillInColumn, FillInTexts, PrintedColumn, ReportColumn } from './columns.ts';
import type { RowId } from './row-id.ts';
import type { CellFault, TableFault, Typed } from './table.ts';

/** Every word that stands in a report sheet beside the plans' own; sentences are the caller's. */
export interface ReportLabels {
  /** The name of the tab. */
  name: string;
  /** The name of the tab that explains, and what it says, line by line. */
  guideName: string;
  guide: readonly string[];
  /** `id` heads the hidden column by which rows are found again. */
  columns: Readonly<Record<ReportColumn | 'id', string>>;
  /** What Excel says when something else than a mark is typed. */
  markTitle: string;
  markMessage: string;
}

/** A row that came back, not yet held against anything. */
export interface ReadRow {
  /** As Excel counts rows, from 1; in plain text the number of the entry. */
  row: number;
  /** Null where the cell does not hold an id of ours. */
  id: RowId | null;
  printed: Readonly<Record<PrintedColumn, string>>;
  /** Null where nothing was typed. */
  typed: Readonly<Record<FillInColumn, Typed | null>>;
  faults: readonly CellFault<ReportColumn | 'id'>[];
}

/** A sheet that came back: its rows in their own order, or everything that keeps it from being read. */
export type ReadSheet = { ok: true; rows: readonly ReadRow[] } | { ok: false; faults: readonly TableFault[] };

/** One form for one text: Windows writes line ends of its own, and white space at the ends is nobody's meaning. */
export function tidyText(text: string): string {
  return text.replace(/\r\n?/gu, '\n').trim();
}

/** A line as it is written into the cells and as `compareSheet` reads it back. */
export function textsOf(line: ReportLine): FillInTexts {
  const { reported, measuredOn, mark, note } = line;
  return {
    value: reported.kind === 'value' ? reported.value.toLocaleString('en-US', { maximumFractionDigits: 20 }) : '',
    reason: reported.kind === 'not-measured' ? tidyText(reported.reason) : '',
    measuredOn: measuredOn?.replaceAll('-', '/') ?? '',
    mark: mark ?? '',
    note: tidyText(note ?? ''),
  };
}

/** The line of a KPI among others. */
export function lineOf(lines: readonly ReportLine[], kpi: KpiId): ReportLine | null {
  return lines.find((line) => line.kpi === kpi) ?? null;
}
