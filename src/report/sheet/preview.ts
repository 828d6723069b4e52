import type { Kpi, KpiId } from '../../plan/kpi.ts';
import type { SectionId } from '../../plan/section.ts';
import type { LineFault } from '../line-status.ts';
import type { ReportLine, ReportState } from '../report.ts';
import type { ReportColumn } from './columns.ts';
import type { CellFault } from './table.ts';
import type { TypedFault } from './typed.ts';

/** Why a row does not count. */
export type RowFault =
  /** No id of ours stands there. */
  | { code: 'unknown-id' }
  | { code: 'id-twice' }
  | { code: 'other-round'; round: string }
  /** Of a section for which the sender may not answer. */
  | { code: 'not-yours' }
  | { code: 'not-asked' }
  | { code: 'closed' }
  /** The report waits for nobody's answer: it is confirmed or accepted, and must be returned first. */
  | { code: 'wrong-state'; state: ReportState }
  /** The report's line changed since the sheet was handed out. */
  | { code: 'stale' }
  /** The id was changed, or belongs to another row: what is printed beside it, or its checksum, does not fit. */
  | { code: 'id-changed'; column: ReportColumn | 'id' }
  /** What stood there was deleted; a line cannot be taken back, only replaced. */
  | { code: 'emptied' }
  | CellFault<ReportColumn | 'id'>
  /** What was typed cannot be taken as it is; `field` is the column. */
  | ({ code: 'typed' } & TypedFault)
  | { code: 'line'; fault: LineFault };

export interface RejectedRow {
  kind: 'rejected';
  row: number;
  /** Null where the row does not tell. */
  kpi: KpiId | null;
  faults: readonly RowFault[];
}

/** What became of a row of a section's sheet. */
export type PreviewRow =
  | { kind: 'new'; row: number; kpi: KpiId; after: ReportLine; approximate: boolean }
  | { kind: 'changed'; row: number; kpi: KpiId; before: ReportLine; after: ReportLine; approximate: boolean }
  /** It says what the report says, or was not touched. `line` is null where nothing was ever said. */
  | { kind: 'same'; row: number; kpi: KpiId; line: ReportLine | null }
  | RejectedRow;

export interface SectionPreview {
  section: SectionId;
  /** As what it would be sent: by the section, or by a coordinator for it. */
  action: 'submit' | 'submit-on-behalf';
  /** The version compared with; what is applied must still be based on it. */
  version: number;
  rows: readonly PreviewRow[];
  /** Asked for, but without a row: what stood stays. */
  absent: readonly KpiId[];
  asked: readonly Kpi[];
  /** The report's lines as they are. */
  standing: readonly ReportLine[];
}

/** What a sheet would do, row by row, shown before anything is done. */
export interface SheetPreview {
  sections: readonly SectionPreview[];
  /** Rows that belong to no section the sender may answer for. */
  strays: readonly RejectedRow[];
}
