import type { Round, RoundState } from './round.ts';
import { nextRoundState, type Transition } from './transitions.ts';

/** What a coordinator may still change of a round. Another plan or fiscal year is another round. */
type Changeable = Pick<
  Round,
  'title' | 'kpis' | 'sections' | 'exclusions' | 'opens' | 'due' | 'ladder' | 'closedDays' | 'grace'
>;

/** What somebody wants done with a round. */
export type RoundChange =
  | { action: 'open-round' | 'close-round' | 'reopen-round' }
  /** Extends it, changes whom it asks for what, corrects its title; with the reason that the ledger keeps. */
  | { action: 'change-round'; to: Partial<Changeable>; reason: string | null }
  | { action: 'pause-round'; paused: boolean };

export type ChangedRound = { ok: true; round: Round } | Exclude<Transition<RoundState>, { ok: true }>;

/** The round after a change, or why there is none. The version stays: the store counts it when it writes. */
export function changeRound(round: Round, change: RoundChange): ChangedRound {
  const next = nextRoundState(change.action, round.state);
  if (!next.ok) return next;
  const { state } = next;
  switch (change.action) {
    case 'change-round':
      return { ok: true, round: { ...round, ...change.to } };
    case 'pause-round':
      return { ok: true, round: { ...round, paused: change.paused } };
    case 'close-round':
      return { ok: true, round: { ...round, state } };
    default:
      // What is opened anew is no longer paused: a pause forgotten over a year would keep all silent.
      return { ok: true, round: { ...round, state, paused: false } };
  }
}
