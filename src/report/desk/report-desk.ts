import type { SectionId } from '../../plan/section.ts';
import type { Day } from '../day.ts';
import { may } from '../permissions.ts';
import type { UserId } from '../person.ts';
import type { Report } from '../report.ts';
import type { Round, RoundId } from '../round.ts';
import type { AskedKpi } from '../scope.ts';
import { nextReportState, type ReportAction, reportActions } from '../transitions.ts';
import { situation } from './form.ts';
import { type DeskParts, dueDay, type Refusal } from './parts.ts';
import { actorFor } from './who.ts';

/** A section's report as somebody may see it. */
export interface ReportSheet {
  round: Round;
  section: SectionId;
  /** After the closed-day rule. */
  due: Day;
  asked: readonly AskedKpi[];
  report: Report;
  /** Every version, oldest first; for the differences. */
  versions: readonly Report[];
  /** What this person may do with it as it stands now. */
  actions: readonly ReportAction[];
}

/** Opens a section's report for those who may read it. */
export async function openReport(
  parts: DeskParts,
  user: UserId,
  id: RoundId,
  section: SectionId,
): Promise<{ ok: true; sheet: ReportSheet } | Refusal> {
  const actor = await actorFor(parts, user);
  const permission = may(actor, 'read-report', section);
  if (!permission.ok) return permission;
  const found = await situation(parts, id, section);
  if (!found) return { ok: false, code: 'gone' };
  const { round, asked, report } = found;
  const byHead = actor?.offices.get(section) === 'head';
  const actions = reportActions.filter(
    (action) =>
      may(actor, action, section).ok && nextReportState(action, { state: report.state, round: round.state, byHead }).ok,
  );
  const versions = await parts.store.reportVersions(id, section);
  return {
    ok: true,
    sheet: { round, section, due: dueDay(round, parts.adjust), asked: asked.kpis, report, versions, actions },
  };
}
