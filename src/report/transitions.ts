import type { ReportState } from './report.ts';
import type { RoundState } from './round.ts';

/** What moves a report from one state to another. Who may do it stands in `permissions.ts`. */
export const reportActions = [
  'submit',
  'submit-on-behalf',
  'confirm',
  'return',
  'accept',
  'reopen-report',
  'record-approval',
] as const;
export type ReportAction = (typeof reportActions)[number];

interface ReportTransition {
  from: readonly ReportState[];
  /** Null leaves the state as it is. */
  to: ReportState | null;
  /** Where the section's head does it themselves; their own answer needs no second look by them. */
  byHead?: ReportState;
}

const unconfirmed = ['open', 'submitted', 'returned'] as const;

const reportTransitions: Readonly<Record<ReportAction, ReportTransition>> = {
  submit: { from: unconfirmed, to: 'submitted', byHead: 'confirmed' },
  // The head confirms what a coordinator registered for the section as they would their staff's answer.
  'submit-on-behalf': { from: unconfirmed, to: 'submitted' },
  confirm: { from: ['submitted'], to: 'confirmed' },
  return: { from: ['submitted', 'confirmed'], to: 'returned' },
  accept: { from: ['confirmed'], to: 'accepted' },
  'reopen-report': { from: ['accepted'], to: 'returned' },
  'record-approval': { from: ['confirmed', 'accepted'], to: null },
};

/** What moves a round from one state to another. */
export const roundActions = ['open-round', 'change-round', 'pause-round', 'close-round', 'reopen-round'] as const;
export type RoundAction = (typeof roundActions)[number];

const roundTransitions: Readonly<Record<RoundAction, { from: readonly RoundState[]; to: RoundState | null }>> = {
  'open-round': { from: ['draft'], to: 'open' },
  'change-round': { from: ['draft', 'open'], to: null },
  'pause-round': { from: ['open'], to: null },
  'close-round': { from: ['open'], to: 'closed' },
  'reopen-round': { from: ['closed'], to: 'open' },
};

export type Transition<State> =
  | { ok: true; state: State }
  /** Reports move only while their round is open; a closed one must be reopened first. */
  | { ok: false; code: 'round-not-open'; state: RoundState }
  | { ok: false; code: 'wrong-state'; state: State; from: readonly State[] };

interface ReportSituation {
  state: ReportState;
  round: RoundState;
  /** Whether the section's own head does it. */
  byHead: boolean;
}

/** Where an action leads a report. */
export function nextReportState(
  action: ReportAction,
  { state, round, byHead }: ReportSituation,
): Transition<ReportState> {
  const { from, to, byHead: toByHead } = reportTransitions[action];
  if (round !== 'open') return { ok: false, code: 'round-not-open', state: round };
  if (!from.includes(state)) return { ok: false, code: 'wrong-state', state, from };
  return { ok: true, state: (byHead ? toByHead : undefined) ?? to ?? state };
}

/** Where an action leads a round. */
export function nextRoundState(action: RoundAction, state: RoundState): Transition<RoundState> {
  const { from, to } = roundTransitions[action];
  return from.includes(state) ? { ok: true, state: to ?? state } : { ok: false, code: 'wrong-state', state, from };
}
