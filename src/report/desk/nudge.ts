import type { SectionId } from '../../plan/section.ts';
import { type Day, dayOf, type Moment } from '../day.ts';
import { may } from '../permissions.ts';
import type { Person, UserId } from '../person.ts';
import { owes, type Stage } from '../progress.ts';
import type { RosterEntry } from '../roster.ts';
import type { Round, RoundId, RoundState } from '../round.ts';
import { boardOf } from './board.ts';
import type { DeskParts, Refusal } from './parts.ts';
import { actorFor } from './who.ts';

/** 督促 by a coordinator's own hand: what is said to one section, and where. */
export interface Nudge {
  round: Round;
  section: SectionId;
  due: Day;
  stage: Stage;
  late: boolean;
  /** The section's channel, where it has one; else everybody of `to` is written to directly. */
  channel: RosterEntry['channel'];
  /** Its head and those who stand in for the head. */
  to: readonly UserId[];
}

export type Nudged =
  | { ok: true; nudge: Nudge }
  | Refusal
  | { ok: false; code: 'round-not-open'; state: RoundState }
  /** The section has answered. */
  | { ok: false; code: 'not-owed' }
  /** The roster names nobody who could be written to. */
  | { ok: false; code: 'nobody' }
  /** Once a day is enough. */
  | { ok: false; code: 'already'; by: Person | null; at: Moment }
  /** Slack took it to nobody, so it may be tried again. */
  | { ok: false; code: 'undelivered' };

/** Rows of the ledger that are looked through for an earlier nudge: more than a section and round ever have. */
const enough = 1_000;

/**
 * Reminds one section now, at most once a day. `deliver` says whether it reached anybody; only then it is recorded.
 */
export async function nudge(
  parts: DeskParts,
  user: UserId,
  { round: id, section }: { round: RoundId; section: SectionId },
  deliver: (nudge: Nudge) => Promise<boolean>,
): Promise<Nudged> {
  const permission = may(await actorFor(parts, user), 'nudge', section);
  if (!permission.ok) return permission;
  const round = await parts.store.round(id);
  if (!round) return { ok: false, code: 'gone' };
  if (round.state !== 'open') return { ok: false, code: 'round-not-open', state: round.state };
  const { scope, progress, due } = await boardOf(parts, round);
  const asked = scope.sections.find((one) => one.section === section);
  const row = progress.sections.find((one) => one.section === section);
  if (!asked || !row) return { ok: false, code: 'gone' };
  if (!owes(row.stage)) return { ok: false, code: 'not-owed' };
  const now = parts.now();
  const subject = { round: id, section, rosterEntry: null };
  const last = (await parts.store.ledger({ ...subject, after: 0, limit: enough }))
    .filter(({ action }) => action === 'nudge')
    .at(-1);
  if (last && dayOf(last.at) === dayOf(now)) return { ok: false, code: 'already', by: last.by, at: last.at };
  const { entry } = asked;
  const to = entry ? [...new Set([...(entry.head ? [entry.head] : []), ...entry.deputies])] : [];
  const channel = entry?.channel ?? null;
  if (to.length === 0 && channel === null) return { ok: false, code: 'nobody' };
  const made: Nudge = { round, section, due, stage: row.stage, late: row.late, channel, to };
  if (!(await deliver(made))) return { ok: false, code: 'undelivered' };
  const by = permission.actor.person;
  await parts.store.record({ by, at: now, action: 'nudge', via: 'form', reason: null }, subject);
  return { ok: true, nudge: made };
}
