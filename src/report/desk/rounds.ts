import { randomUUID } from 'node:crypto';
import { type RoundChange, changeRound as roundAfter } from '../change-round.ts';
import { dayOf } from '../day.ts';
import type { Deed } from '../ledger.ts';
import { may } from '../permissions.ts';
import type { UserId } from '../person.ts';
import { type Exclusion, type Round, type RoundId, roundIdSchema } from '../round.ts';
import { dateFaults, type RoundFault } from '../round-faults.ts';
import { roundScope } from '../scope.ts';
import type { Transition } from '../transitions.ts';
import { type DeskParts, dueDay, type Refusal } from './parts.ts';
import { actorFor } from './who.ts';

/** What a coordinator decides about a round. */
export type RoundPlan = Omit<Round, 'id' | 'state' | 'paused' | 'version'>;

/** What keeps a round from being as it was planned. */
export interface FaultyRound {
  ok: false;
  code: 'faults';
  faults: readonly RoundFault[];
}

export type RoundDone =
  | { ok: true; round: Round; before: Round | null }
  | FaultyRound
  | Refusal
  | Exclude<Transition<Round['state']>, { ok: true }>;

/** An id for a round that is being planned: saved twice under it, a round is there once. */
export function newRoundId(): RoundId {
  return roundIdSchema.parse(randomUUID());
}

async function store(parts: DeskParts, round: Round, before: Round | null, deed: Deed): Promise<RoundDone> {
  const saved = await parts.store.saveRound(round, deed);
  return saved.ok ? { ok: true, round: saved.value, before } : { ok: false, code: 'changed' };
}

/** What is wrong with the dates a round is to have. */
export function faultsOfDates(
  parts: Pick<DeskParts, 'adjust' | 'now'>,
  plan: RoundPlan,
  before: Round | null,
): RoundFault[] {
  return dateFaults(plan, { moved: dueDay(plan, parts.adjust), now: parts.now(), before });
}

/** A new round, not yet open: nobody is asked before a coordinator has seen the preview. */
export async function createRound(
  parts: DeskParts,
  user: UserId,
  plan: RoundPlan,
  id: RoundId = newRoundId(),
): Promise<RoundDone> {
  const permission = may(await actorFor(parts, user), 'create-round', null);
  if (!permission.ok) return permission;
  const faults = faultsOfDates(parts, plan, null);
  if (faults.length > 0) return { ok: false, code: 'faults', faults };
  const round: Round = { ...plan, id, state: 'draft', paused: false, version: 0 };
  const by = permission.actor.person;
  return store(parts, round, null, { by, at: parts.now(), action: 'create-round', via: 'form', reason: null });
}

/** The round a coordinator was looking at. */
export interface RoundAt {
  id: RoundId;
  version: number;
}

/** Opens, changes, pauses, closes or reopens a round; `version` is the one the coordinator was looking at. */
export async function changeRound(
  parts: DeskParts,
  user: UserId,
  { id, version }: RoundAt,
  change: RoundChange,
): Promise<RoundDone> {
  const permission = may(await actorFor(parts, user), change.action, null);
  if (!permission.ok) return permission;
  const before = await parts.store.round(id);
  if (!before) return { ok: false, code: 'gone' };
  if (before.version !== version) return { ok: false, code: 'changed' };
  const changed = roundAfter(before, change);
  if (!changed.ok) return changed;
  const { round } = changed;
  const looksAtDates = change.action === 'change-round' ? change.to.due !== undefined : change.action === 'open-round';
  const faults = looksAtDates ? faultsOfDates(parts, round, before) : [];
  if (faults.length > 0) return { ok: false, code: 'faults', faults };
  const reason = change.action === 'change-round' ? change.reason : null;
  const by = permission.actor.person;
  return store(parts, round, before, { by, at: parts.now(), action: change.action, via: 'form', reason });
}

/** Takes a KPI, a section, or one KPI of one section out of a round, with the reason, which the ledger keeps too. */
export async function excludeFromRound(
  parts: DeskParts,
  user: UserId,
  at: RoundAt,
  exclusion: Exclusion,
): Promise<RoundDone | { ok: false; code: 'no-match' }> {
  const permission = may(await actorFor(parts, user), 'change-round', null);
  if (!permission.ok) return permission;
  const round = await parts.store.round(at.id);
  if (!round) return { ok: false, code: 'gone' };
  const { section, kpi, reason } = exclusion;
  const {
    catalog,
    store: { roster },
    now,
  } = parts;
  const { sections } = roundScope({ round, catalog, roster: await roster(), today: dayOf(now()) });
  const matches = sections.some(
    (asked) =>
      (section === null || asked.section === section) && (kpi === null || asked.kpis.some((one) => one.kpi.id === kpi)),
  );
  if (!matches) return { ok: false, code: 'no-match' };
  const to = { exclusions: [...round.exclusions, exclusion] };
  return changeRound(parts, user, at, { action: 'change-round', to, reason });
}

/** One of a round's exclusions, by its place among them. */
export interface ExclusionAt extends RoundAt {
  position: number;
}

/** Asks again for what was excluded, with the reason, which the ledger keeps. */
export async function includeInRound(
  parts: DeskParts,
  user: UserId,
  { position, ...at }: ExclusionAt,
  reason: string,
): Promise<RoundDone> {
  const permission = may(await actorFor(parts, user), 'change-round', null);
  if (!permission.ok) return permission;
  const round = await parts.store.round(at.id);
  if (!round) return { ok: false, code: 'gone' };
  if (position >= round.exclusions.length) return { ok: false, code: 'changed' };
  const to = { exclusions: round.exclusions.filter((_, index) => index !== position) };
  return changeRound(parts, user, at, { action: 'change-round', to, reason });
}
