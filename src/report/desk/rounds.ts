import { randomUUID } from 'node:crypto';
import type { Deed } from '../ledger.ts';
import { may } from '../permissions.ts';
import type { UserId } from '../person.ts';
import { type Round, type RoundId, roundIdSchema } from '../round.ts';
import { nextRoundState, type RoundAction, type Transition } from '../transitions.ts';
import type { DeskParts, Refusal } from './parts.ts';
import { actorFor } from './who.ts';

/** What a coordinator decides about a round. */
export type RoundPlan = Omit<Round, 'id' | 'state' | 'paused' | 'version'>;

export type RoundDone =
  | { ok: true; round: Round; before: Round | null }
  | Refusal
  | Exclude<Transition<Round['state']>, { ok: true }>;

async function store(parts: DeskParts, round: Round, before: Round | null, deed: Deed): Promise<RoundDone> {
  const saved = await parts.store.saveRound(round, deed);
  return saved.ok ? { ok: true, round: saved.value, before } : { ok: false, code: 'changed' };
}

/** A new round, not yet open: nobody is asked before a coordinator has seen the preview. */
export async function createRound(parts: DeskParts, user: UserId, plan: RoundPlan): Promise<RoundDone> {
  const permission = may(await actorFor(parts, user), 'create-round', null);
  if (!permission.ok) return permission;
  const id = roundIdSchema.parse(randomUUID());
  const round: Round = { ...plan, id, state: 'draft', paused: false, version: 0 };
  const by = permission.actor.person;
  return store(parts, round, null, { by, at: parts.now(), action: 'create-round', via: 'form', reason: null });
}

/** What is done to a round that is there. */
export type RoundChange =
  | { action: Exclude<RoundAction, 'change-round' | 'pause-round'> }
  | { action: 'pause-round'; paused: boolean }
  /** Extends it, changes whom it asks for what, corrects its title. */
  | { action: 'change-round'; plan: Partial<RoundPlan>; reason: string | null };

/** Opens, changes, pauses, closes or reopens a round; `version` is the one the coordinator was looking at. */
export async function changeRound(
  parts: DeskParts,
  user: UserId,
  { id, version }: { id: RoundId; version: number },
  change: RoundChange,
): Promise<RoundDone> {
  const permission = may(await actorFor(parts, user), change.action, null);
  if (!permission.ok) return permission;
  const before = await parts.store.round(id);
  if (!before) return { ok: false, code: 'gone' };
  const next = nextRoundState(change.action, before.state);
  if (!next.ok) return next;
  if (before.version !== version) return { ok: false, code: 'changed' };
  const plan = change.action === 'change-round' ? change.plan : {};
  const paused = change.action === 'pause-round' ? change.paused : before.paused;
  const round: Round = { ...before, ...plan, paused, state: next.state };
  const reason = change.action === 'change-round' ? change.reason : null;
  const by = permission.actor.person;
  return store(parts, round, before, { by, at: parts.now(), action: change.action, via: 'form', reason });
}
