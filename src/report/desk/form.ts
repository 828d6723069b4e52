import type { SectionId } from '../../plan/section.ts';
import { type Day, dayOf, type Moment } from '../day.ts';
import { may } from '../permissions.ts';
import type { UserId } from '../person.ts';
import { type Question, questions } from '../plausibility.ts';
import { type AcceptedLine, type Prefill, prefill, valueBefore } from '../prefill.ts';
import { emptyReport, type Report, type ReportLine } from '../report.ts';
import type { Round, RoundId } from '../round.ts';
import { type AskedKpi, type AskedSection, roundScope } from '../scope.ts';
import { nextReportState } from '../transitions.ts';
import { type DeskParts, dueDay, type Refusal } from './parts.ts';
import type { TypedLine } from './read-lines.ts';
import { actorFor } from './who.ts';

/** One KPI of a form: what is asked, what its fields begin with and where that comes from. */
export interface FormLine {
  asked: AskedKpi;
  prefill: Prefill;
  /** The figure a new one is compared with; null for none. */
  before: number | null;
  /** What its fields hold: what this person typed before, else the beginning. */
  typed: TypedLine;
}

/** 報告: the form of one section in one round, for one person. */
export interface ReportForm {
  round: Round;
  section: SectionId;
  /** After the closed-day rule. */
  due: Day;
  report: Report;
  lines: readonly FormLine[];
  /** When this person's draft was kept; null where the form begins anew. */
  draftOf: Moment | null;
  /** The report changed since the draft was begun; both versions are there to compare. */
  draftIsStale: boolean;
  /** Why it cannot be handed in as things stand; null where it can. What is typed is kept all the same. */
  closed: Closed | null;
}

/** The round takes no answers, or the report has gone on. */
type Closed = Exclude<ReturnType<typeof nextReportState>, { ok: true }>;

/** Fields from a line of a report, or from what the plan prints. A figure of another year is shown, never typed in for the reader. */
function fieldsOf(kpi: AskedKpi['kpi'], line: ReportLine | null): TypedLine {
  if (!line) return { kpi: kpi.id, value: '', reason: '', measuredOn: '', mark: '', note: '' };
  const { reported } = line;
  return {
    kpi: kpi.id,
    value: reported.kind === 'value' ? String(reported.value) : '',
    reason: reported.kind === 'not-measured' ? reported.reason : '',
    measuredOn: line.measuredOn ?? '',
    mark: line.mark ?? '',
    note: line.note ?? '',
  };
}

export interface Situation {
  round: Round;
  asked: AskedSection;
  report: Report;
}

/** The round, what the section is asked in it, and its report; null where any of it is not there. */
export async function situation(parts: DeskParts, id: RoundId, section: SectionId): Promise<Situation | null> {
  const { store, catalog, now } = parts;
  const round = await store.round(id);
  if (!round) return null;
  const roster = await store.roster();
  const scope = roundScope({ round, catalog, roster, today: dayOf(now()) });
  const asked = scope.sections.find((one) => one.section === section);
  if (!asked) return null;
  return { round, asked, report: (await store.report(id, section)) ?? emptyReport(id, section) };
}

/** The newest accepted line of each KPI from other rounds. */
async function earlierLines(
  { store }: DeskParts,
  { asked, round }: Situation,
): Promise<ReadonlyMap<string, AcceptedLine>> {
  const all = await store.acceptedLines(asked.kpis.map(({ kpi }) => kpi.id));
  const others = all.filter((accepted) => accepted.round !== round.id).toReversed();
  return new Map(others.map((accepted) => [accepted.line.kpi, accepted]));
}

/** Opens a section's form for somebody who may fill it in; a coordinator fills it in on the section's behalf. */
export async function openForm(
  parts: DeskParts,
  user: UserId,
  id: RoundId,
  section: SectionId,
): Promise<{ ok: true; form: ReportForm } | Refusal> {
  const actor = await actorFor(parts, user);
  const own = may(actor, 'fill-in', section);
  // A refusal names those of the section, who are nearer than the coordinators.
  if (!own.ok && !may(actor, 'submit-on-behalf', section).ok) return own;
  const found = await situation(parts, id, section);
  if (!found) return { ok: false, code: 'gone' };
  const { round, asked, report } = found;
  const next = nextReportState('submit', { state: report.state, round: round.state, byHead: false });
  const earlier = await earlierLines(parts, found);
  const draft = await parts.store.draft(id, section, user);
  const lines = asked.kpis.map((one): FormLine => {
    const current = report.lines.find((line) => line.kpi === one.kpi.id);
    const before = earlier.get(one.kpi.id);
    return {
      asked: one,
      prefill: prefill({ kpi: one.kpi, current, earlier: before }),
      before: valueBefore({ kpi: one.kpi, earlier: before }),
      typed: draft?.lines.find((line) => line.kpi === one.kpi.id) ?? fieldsOf(one.kpi, current ?? null),
    };
  });
  return {
    ok: true,
    form: {
      round,
      section,
      due: dueDay(round, parts.adjust),
      report,
      lines,
      draftOf: draft?.savedAt ?? null,
      draftIsStale: draft !== null && draft.basedOn !== report.version,
      closed: next.ok ? null : next,
    },
  };
}

/** What is worth asking about the figures of some lines, by KPI. */
export function formQuestions(
  form: Pick<ReportForm, 'lines' | 'round'>,
  lines: readonly ReportLine[],
  today: Day,
): ReadonlyMap<string, Question[]> {
  return new Map(
    form.lines.flatMap(({ asked: { kpi }, before }): [string, Question[]][] => {
      const line = lines.find((one) => one.kpi === kpi.id);
      if (line?.reported.kind !== 'value') return [];
      const { value } = line.reported;
      const { measuredOn } = line;
      return [[kpi.id, questions({ kpi, value, measuredOn, before, year: form.round.year, today })]];
    }),
  );
}
