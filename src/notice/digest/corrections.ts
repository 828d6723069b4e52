import type { Moment } from '../../report/day.ts';
import type { Board } from '../../report/desk/board.ts';
import { isAnswered } from '../../report/report.ts';
import type { Correction, DigestFacts, LineFacts } from './facts.ts';
import { differs, lineFacts } from './happened.ts';
import type { ThreadRow } from './thread.ts';

function isSame(one: LineFacts, other: LineFacts): boolean {
  return one.round === other.round && one.section === other.section && one.kpi === other.kpi;
}

/** A line with what has been corrected of it since it was told; the last one counts. */
function corrected(line: LineFacts, corrections: readonly Correction[]): LineFacts {
  return corrections.flatMap(({ changes }) => changes).findLast((change) => isSame(change, line)) ?? line;
}

/** Rows of a thread as they read now. */
export function correctedRows(rows: readonly ThreadRow[], corrections: readonly Correction[]): ThreadRow[] {
  return rows.map((row) => (row.kind === 'line' ? { ...row, line: corrected(row.line, corrections) } : row));
}

/** What its section says of a line by now, if that is something else. */
function changeOf(line: LineFacts, boards: readonly Board[]): LineFacts[] {
  const board = boards.find(({ round }) => round.id === line.round);
  const asked = board?.scope.sections.find(({ section }) => section === line.section)?.kpis;
  const kpi = asked?.find((one) => one.kpi.id === line.kpi);
  const report = board?.progress.sections.find(({ section }) => section === line.section)?.report;
  const now = report?.lines.find((one) => one.kpi === line.kpi);
  if (!kpi || !report || !now || !isAnswered(report) || !differs(line.reported, now.reported)) return [];
  return [lineFacts(kpi, now, report, line.reported)];
}

/**
 * What was corrected of the figures a digest told of since they, or their last correction, were told; null for nothing.
 * A report that was sent back corrects nothing until the section has answered anew.
 */
export function nextCorrection(
  { lines, corrections }: Pick<DigestFacts, 'lines' | 'corrections'>,
  boards: readonly Board[],
  at: Moment,
): Correction | null {
  const changes = lines.flatMap((line) => changeOf(corrected(line, corrections), boards));
  return changes.length === 0 ? null : { number: corrections.length + 1, at, changes };
}
