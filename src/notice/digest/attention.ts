import type { SectionId } from '../../plan/section.ts';
import { addDays, type Day } from '../../report/day.ts';
import type { Board } from '../../report/desk/board.ts';
import { type ExclusionRequest, isPending } from '../../report/exclusion-request.ts';
import { judgeLine } from '../../report/line-status.ts';
import { owes, type SectionProgress } from '../../report/progress.ts';
import { type AskedSection, askedBySection } from '../../report/scope.ts';
import type { Attention, AttentionKind } from './facts.ts';

interface Situation {
  board: Board;
  on: Day;
  requests: readonly ExclusionRequest[];
}

/** A due date is near for this many days, and answers are few below this part of the sections. */
const near = { days: 7, part: 0.5 };

function sectionsWhere({ progress }: Board, holds: (row: SectionProgress) => boolean): SectionId[] {
  return progress.sections.filter(holds).map(({ section }) => section);
}

/** The roster names nobody who could be told. */
function hasNobody({ entry }: AskedSection): boolean {
  if (entry === null) return true;
  const { head, deputies, staff, channel } = entry;
  return head === null && deputies.length === 0 && staff.length === 0 && channel === null;
}

/** Whether something that was reported misses its target and does not say why. */
function missesSilently({ kpis }: AskedSection, { report, stage }: SectionProgress): boolean {
  if (report === null || owes(stage)) return false;
  return report.lines.some((line) => {
    const asked = kpis.find(({ kpi }) => kpi.id === line.kpi);
    return asked !== undefined && line.note === null && judgeLine(asked.kpi, line).state === 'missed';
  });
}

/**
 * The rule of what needs attention, for one round: the sections that each row finds. The first row is the most pressing.
 * What a round's sections are late with is not said a second time of those who had it sent back.
 */
const rule: readonly { kind: AttentionKind; find: (situation: Situation) => SectionId[] }[] = [
  { kind: 'late', find: ({ board }) => sectionsWhere(board, ({ late }) => late) },
  { kind: 'returned', find: ({ board }) => sectionsWhere(board, ({ late, stage }) => stage === 'returned' && !late) },
  {
    kind: 'unstaffed',
    find: ({ board }) => {
      const unstaffed = new Set(board.scope.sections.filter(hasNobody).map(({ section }) => section));
      return sectionsWhere(board, ({ section, stage }) => owes(stage) && unstaffed.has(section));
    },
  },
  {
    kind: 'due-soon',
    find: ({ board, on }) => {
      const owing = sectionsWhere(board, ({ stage, late }) => owes(stage) && !late);
      const asked = board.progress.sections.length;
      const isNear = board.due <= addDays(on, near.days);
      return isNear && asked - owing.length < asked * near.part ? owing : [];
    },
  },
  {
    kind: 'unexplained',
    find: ({ board }) => {
      const askedOf = askedBySection(board.scope);
      return sectionsWhere(board, (row) => {
        const asked = askedOf.get(row.section);
        return asked !== undefined && missesSilently(asked, row);
      });
    },
  },
  {
    kind: 'undecided',
    find: ({ board: { round }, requests }) =>
      requests
        .filter((request) => request.round === round.id && isPending(request, round.exclusions))
        .map(({ section }) => section),
  },
];

/** Sections that are named with each. */
const named = 3;

/**
 * What needs attention, the most pressing first: by the rule's rows, then what concerns more sections, then what is due
 * earlier. Nothing of rounds that are paused or closed: nobody is to act in them.
 */
export function attentionOf(boards: readonly Board[], on: Day, requests: readonly ExclusionRequest[]): Attention[] {
  const active = boards.filter(({ round }) => round.state === 'open' && !round.paused);
  return rule.flatMap(({ kind, find }) =>
    active
      .flatMap((board): Attention[] => {
        const sections = find({ board, on, requests });
        if (sections.length === 0) return [];
        const { id, title } = board.round;
        return [{ kind, round: id, title, due: board.due, sections: sections.slice(0, named), count: sections.length }];
      })
      .toSorted((one, other) => other.count - one.count || (one.due < other.due ? -1 : Number(one.due > other.due))),
  );
}
