import type { Moment } from '../../report/day.ts';
import type { Board } from '../../report/desk/board.ts';
import { isAnswered, type Report } from '../../report/report.ts';
import { type AskedSection, askedBySection } from '../../report/scope.ts';
import { answerKey } from '../told.ts';
import type { Correction, DigestFacts, LineFacts } from './facts.ts';
import { differs, lineFacts } from './happened.ts';
import type { ThreadRow } from './thread.ts';

const keyOf = ({ round, section, kpi }: LineFacts): string => `${answerKey(round, section)} ${kpi}`;

/** Gives a line as it reads with what has been corrected of it since it was told; the last one counts. */
function correcting(corrections: readonly Correction[]): (line: LineFacts) => LineFacts {
  const last = new Map(corrections.flatMap(({ changes }) => changes.map((change) => [keyOf(change), change])));
  return (line) => last.get(keyOf(line)) ?? line;
}

/** Rows of a thread as they read now. */
export function correctedRows(rows: readonly ThreadRow[], corrections: readonly Correction[]): ThreadRow[] {
  const corrected = correcting(corrections);
  return rows.map((row) => (row.kind === 'line' ? { ...row, line: corrected(row.line) } : row));
}

/** What a section is asked in a round, and its report. */
interface Answer {
  kpis: AskedSection['kpis'];
  report: Report | null;
}

function answersIn({ round, scope, progress }: Board): [string, Answer][] {
  const asked = askedBySection(scope);
  return progress.sections.map(({ section, report }) => [
    answerKey(round.id, section),
    { kpis: asked.get(section)?.kpis ?? [], report },
  ]);
}

/** What its section says of a line by now, if that is something else. */
function changeOf(line: LineFacts, answers: ReadonlyMap<string, Answer>): LineFacts[] {
  const { kpis, report } = answers.get(answerKey(line.round, line.section)) ?? { kpis: [], report: null };
  const now = report?.lines.find((one) => one.kpi === line.kpi);
  if (!report || !now || !isAnswered(report) || !differs(line.reported, now.reported)) return [];
  const kpi = kpis.find((one) => one.kpi.id === line.kpi);
  return kpi ? [lineFacts(kpi, now, report, line.reported)] : [];
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
  const corrected = correcting(corrections);
  const answers = new Map(boards.flatMap(answersIn));
  const changes = lines.flatMap((line) => changeOf(corrected(line), answers));
  return changes.length === 0 ? null : { number: corrections.length + 1, at, changes };
}
