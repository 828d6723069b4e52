import type { Actor } from './actor.ts';
import type { Moment } from './day.ts';
import { may, type Permission } from './permissions.ts';
import type { Approval, ReceivedVia, Report, ReportLine, ReportState, Signature } from './report.ts';
import type { RoundState } from './round.ts';
import { nextReportState, type Transition } from './transitions.ts';

/** What somebody wants done with a report. */
export type ReportChange =
  | { action: 'submit' | 'submit-on-behalf'; lines: readonly ReportLine[]; via: ReceivedVia }
  | { action: 'confirm' }
  | { action: 'accept' }
  | { action: 'return' | 'reopen-report'; reason: string }
  | { action: 'record-approval'; approval: Approval };

export type ChangedReport =
  | { ok: true; report: Report }
  | Exclude<Permission, { ok: true }>
  | Exclude<Transition<ReportState>, { ok: true }>;

interface Circumstances {
  actor: Actor | null;
  round: RoundState;
  now: Moment;
}

function carryOut(report: Report, change: ReportChange, signature: Signature, state: ReportState): Report {
  switch (change.action) {
    case 'submit':
    case 'submit-on-behalf':
      return {
        ...report,
        state,
        lines: [...change.lines],
        receivedVia: change.via,
        submitted: signature,
        confirmed: state === 'confirmed' ? signature : null,
        returned: null,
        approval: null,
      };
    case 'confirm':
      return { ...report, state, confirmed: signature };
    case 'accept':
      return { ...report, state, accepted: signature };
    case 'return':
    case 'reopen-report':
      return {
        ...report,
        state,
        confirmed: null,
        accepted: null,
        // An approval was given for figures that are now called into question.
        approval: null,
        returned: { ...signature, reason: change.reason },
      };
    case 'record-approval':
      return { ...report, approval: change.approval };
  }
}

/**
 * The report after a change, or why there is none: who asks may not, the round is not open, the report is elsewhere.
 * The version stays: the store counts it when it writes.
 */
export function changeReport(
  report: Report,
  change: ReportChange,
  { round, now, ...who }: Circumstances,
): ChangedReport {
  const permission = may(who.actor, change.action, report.section);
  if (!permission.ok) return permission;
  const { actor } = permission;
  const byHead = actor.offices.get(report.section) === 'head';
  const next = nextReportState(change.action, { state: report.state, round, byHead });
  if (!next.ok) return next;
  return { ok: true, report: carryOut(report, change, { by: actor.person, at: now }, next.state) };
}
