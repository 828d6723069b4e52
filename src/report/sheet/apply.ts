import type { SectionId } from '../../plan/section.ts';
import type { ReportChange } from '../change-report.ts';
import { type LineFault, lineFaults } from '../line-status.ts';
import type { ReceivedVia } from '../report.ts';
import type { PreviewRow, RejectedRow, SectionPreview, SheetPreview } from './preview.ts';
import { lineOf } from './sheet.ts';

/** What is to be done with one section's report; `changeReport` checks it again and the store its version. */
export interface SectionChange {
  section: SectionId;
  /** The version the preview was made with. */
  version: number;
  change: Extract<ReportChange, { action: 'submit' | 'submit-on-behalf' }>;
  rejected: readonly RejectedRow[];
  /** What keeps the lines from being sent as they would be: KPIs nobody said anything of. */
  faults: readonly LineFault[];
}

/** What a sheet comes to: sections without a change in neither. */
export interface AppliedSheet {
  ready: readonly SectionChange[];
  /** Not to be sent: rows were rejected and nobody said to go on without them, or lines are missing. */
  held: readonly SectionChange[];
}

interface HowToApply {
  /** 受付経路: plain text that a coordinator registers is not «Excel». */
  via: ReceivedVia;
  /** The sections whose good rows are to count although others were rejected. */
  withoutRejected: ReadonlySet<SectionId>;
}

function changes(row: PreviewRow): boolean {
  return row.kind === 'new' || row.kind === 'changed';
}

function changeOf(
  { section, action, version, rows, asked, standing }: SectionPreview,
  via: ReceivedVia,
): SectionChange {
  const filled = rows.flatMap((row) => (row.kind === 'new' || row.kind === 'changed' ? [row.after] : []));
  const lines = asked.flatMap(({ id }) => lineOf(filled, id) ?? lineOf(standing, id) ?? []);
  return {
    section,
    version,
    change: { action, lines, via },
    rejected: rows.filter((row) => row.kind === 'rejected'),
    faults: lineFaults(asked, lines),
  };
}

/**
 * The reports a previewed sheet comes to, all lines of a section together: what the sheet does not say stays as it stands.
 */
export function applySheet(preview: SheetPreview, { via, withoutRejected }: HowToApply): AppliedSheet {
  const all = preview.sections.filter(({ rows }) => rows.some(changes)).map((each) => changeOf(each, via));
  const isReady = ({ section, rejected, faults }: SectionChange): boolean =>
    faults.length === 0 && (rejected.length === 0 || withoutRejected.has(section));
  return { ready: all.filter(isReady), held: all.filter((change) => !isReady(change)) };
}
