import type { SectionId } from '../plan/section.ts';
import { bySection } from './by-section.ts';
import type { Moment } from './day.ts';
import type { Draft } from './draft.ts';
import { isPreliminary, type Report } from './report.ts';
import type { RoundScope } from './scope.ts';

/** 未着手, 下書き, 提出済, 課長確認済, 受理, 差戻し: how far a section is with a round. */
export const stages = ['not-started', 'draft', 'submitted', 'confirmed', 'accepted', 'returned'] as const;
export type Stage = (typeof stages)[number];

/** One row of the board. */
export interface SectionProgress {
  section: SectionId;
  stage: Stage;
  /** 遅れ: the deadline has passed, and with it any grace, and the section still owes its answer. */
  late: boolean;
  /** Null until there is an answer. */
  preliminary: boolean | null;
  /** When it came to this stage; null before anything was done. */
  since: Moment | null;
  report: Report | null;
}

export interface RoundProgress {
  sections: readonly SectionProgress[];
  counts: Readonly<Record<Stage, number>>;
  late: number;
}

interface Facts {
  scope: Pick<RoundScope, 'sections'>;
  reports: readonly Report[];
  drafts: readonly Draft[];
  /** From when on who owes is late: the end of the due date after the closed-day rule, or of the grace. */
  lateFrom: Moment;
  now: Moment;
}

/** A corrected answer in the making is still «returned»: that it was sent back matters more than that somebody began. */
function stageOf(report: Report | null, drafts: readonly Draft[]): { stage: Stage; since: Moment | null } {
  switch (report?.state) {
    case 'submitted':
      return { stage: 'submitted', since: report.submitted?.at ?? null };
    case 'confirmed':
      return { stage: 'confirmed', since: report.confirmed?.at ?? null };
    case 'accepted':
      return { stage: 'accepted', since: report.accepted?.at ?? null };
    case 'returned':
      return { stage: 'returned', since: report.returned?.at ?? null };
    default: {
      const [first] = drafts.map(({ savedAt }) => savedAt).toSorted();
      return first === undefined ? { stage: 'not-started', since: null } : { stage: 'draft', since: first };
    }
  }
}

const owed: ReadonlySet<Stage> = new Set(['not-started', 'draft', 'returned']);

/** Whether the section still owes its answer: the deadline is for handing in, so that one waiting for its head is in time. */
export function owes(stage: Stage): boolean {
  return owed.has(stage);
}

/** The board of a round: where each section stands, in the order of the scope, and how many stand where. */
export function roundProgress({ scope, reports, drafts, lateFrom, now }: Facts): RoundProgress {
  const reported = bySection(reports);
  const drafted = bySection(drafts);
  const sections = scope.sections.map(({ section }): SectionProgress => {
    const report = reported.get(section)?.at(0) ?? null;
    const { stage, since } = stageOf(report, drafted.get(section) ?? []);
    const answered = report !== null && report.lines.length > 0;
    return {
      section,
      stage,
      late: now >= lateFrom && owes(stage),
      preliminary: answered ? isPreliminary(report) : null,
      since,
      report,
    };
  });
  const count = (stage: Stage): number => sections.filter((row) => row.stage === stage).length;
  return {
    sections,
    counts: {
      'not-started': count('not-started'),
      draft: count('draft'),
      submitted: count('submitted'),
      confirmed: count('confirmed'),
      accepted: count('accepted'),
      returned: count('returned'),
    },
    late: sections.filter(({ late }) => late).length,
  };
}
