import { areaOf } from '../../plan/item.ts';
import type { SectionId } from '../../plan/section.ts';
import type { Board } from '../../report/desk/board.ts';
import { judgeLine } from '../../report/line-status.ts';
import { isAnswered, isPreliminary, type Report, type Reported, type ReportLine } from '../../report/report.ts';
import { type AskedKpi, askedBySection } from '../../report/scope.ts';
import type { LineFacts } from './facts.ts';

/** A round as it stands, and the reports that changed in the week as they were when it began; null where there was none. */
export interface RoundWeek {
  board: Board;
  before: ReadonlyMap<SectionId, Report | null>;
}

/** Whether two say something else: another figure, or a figure and none. Why something was not measured may be put in other words. */
export function differs(one: Reported, other: Reported): boolean {
  if (one.kind === 'value' && other.kind === 'value') return one.value !== other.value;
  return one.kind !== other.kind;
}

/** A line with what it means for its KPI; `before` is what had been said of it. */
export function lineFacts(
  { kpi, item }: AskedKpi,
  line: ReportLine,
  report: Report,
  before: Reported | null,
): LineFacts {
  return {
    round: report.round,
    section: report.section,
    kpi: kpi.id,
    area: areaOf(item),
    name: kpi.name,
    unit: kpi.unit,
    target: kpi.target?.text ?? null,
    reported: line.reported,
    before,
    state: judgeLine(kpi, line).state,
    preliminary: isPreliminary(report),
    note: line.note,
  };
}

/** What a section reported in the week, or corrected; what it had said before in the same words is left out. */
function linesOf(asked: readonly AskedKpi[], now: Report, before: Report | null): LineFacts[] {
  if (!isAnswered(now)) return [];
  return asked.flatMap((one): LineFacts[] => {
    const line = now.lines.find(({ kpi }) => kpi === one.kpi.id);
    if (!line) return [];
    // What was sent back counts as said: people have read it.
    const earlier = before?.lines.find(({ kpi }) => kpi === one.kpi.id)?.reported ?? null;
    return earlier === null || differs(earlier, line.reported) ? [lineFacts(one, line, now, earlier)] : [];
  });
}

/** What happened to a round in the week. */
export interface Happened {
  answered: number;
  approved: number;
  lines: readonly LineFacts[];
}

/** What the sections of a round did in the week. */
export function happenedIn({ board, before }: RoundWeek): Happened {
  const changed = board.progress.sections.flatMap(({ section, report }) => {
    const was = before.get(section);
    return report === null || was === undefined ? [] : [{ section, report, was }];
  });
  const asked = askedBySection(board.scope);
  return {
    answered: changed.filter(({ report, was }) => isAnswered(report) && !(was && isAnswered(was))).length,
    approved: changed.filter(({ report, was }) => report.approval !== null && (was?.approval ?? null) === null).length,
    lines: changed.flatMap(({ section, report, was }) => linesOf(asked.get(section)?.kpis ?? [], report, was)),
  };
}
