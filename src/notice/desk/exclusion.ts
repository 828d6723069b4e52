import { type ExclusionAt, excludeFromRound, includeInRound, type RoundDone } from '../../report/desk/rounds.ts';
import { actorFor } from '../../report/desk/who.ts';
import type { ExclusionRequest } from '../../report/exclusion-request.ts';
import { may } from '../../report/permissions.ts';
import type { UserId } from '../../report/person.ts';
import type { Round } from '../../report/round.ts';
import { type Ask, type AskAt, findOwed, isAsking, type Overtaken, openAsks, owedBy } from './asks.ts';
import type { NoticeDeskParts } from './parts.ts';

export type Requested =
  | { ok: true; round: Round; request: ExclusionRequest }
  /** It has been asked for, and waits for the coordinators. */
  | { ok: false; code: 'already'; round: Round; request: ExclusionRequest }
  | Overtaken;

/** What became of a coordinator's decision. */
export type Decided =
  | { ok: true; round: Round; request: ExclusionRequest }
  /** Somebody else has decided, or the section has been left out otherwise. */
  | { ok: false; code: 'decided'; request: ExclusionRequest | null }
  | Overtaken;

/** What somebody's sections may ask to be left out of, the most urgent first. */
export async function openRequest(
  parts: NoticeDeskParts,
  user: UserId,
): Promise<{ ok: true; asks: readonly Ask[] } | Overtaken> {
  const actor = await actorFor(parts.report, user);
  if (!actor) return { ok: false, code: 'outsider', whoCan: ['staff', 'deputy', 'head'] };
  const owed = owedBy(actor, await openAsks(parts));
  return { ok: true, asks: owed.filter(({ asked }) => may(actor, 'request-exclusion', asked.section).ok) };
}

/** 今回は対象外と申し出る: until the coordinators have decided the section still owes its answer. */
export async function requestExclusion(
  parts: NoticeDeskParts,
  user: UserId,
  { round, section, reason }: AskAt & { reason: string },
): Promise<Requested> {
  const permission = may(await actorFor(parts.report, user), 'request-exclusion', section);
  if (!permission.ok) return permission;
  const found = await findOwed(parts, { round, section });
  if (!found.ok) return found;
  const { ask } = found;
  if (ask.request && isAsking(ask)) return { ok: false, code: 'already', round: ask.board.round, request: ask.request };
  const by = permission.actor.person;
  const now = parts.report.now();
  const version = ask.request?.version ?? 0;
  const saved = await parts.report.store.saveExclusionRequest(
    { round, section, by, at: now, reason, declined: null, version },
    { by, at: now, action: 'request-exclusion', via: 'form', reason },
  );
  if (!saved.ok) return { ok: false, code: 'changed' };
  parts.changed();
  return { ok: true, round: ask.board.round, request: saved.value };
}

/** A request that waits, by the version a coordinator looked at. */
async function waiting(
  parts: NoticeDeskParts,
  user: UserId,
  { version, ...at }: AskAt & { version: number },
): Promise<{ ok: true; ask: Ask; request: ExclusionRequest } | Exclude<Decided, { ok: true }>> {
  const permission = may(await actorFor(parts.report, user), 'change-round', null);
  if (!permission.ok) return permission;
  const found = await findOwed(parts, at);
  if (!found.ok) return found.code === 'gone' ? { ok: false, code: 'decided', request: null } : found;
  const { request } = found.ask;
  if (!request || !isAsking(found.ask)) return { ok: false, code: 'decided', request };
  return request.version === version ? { ok: true, ask: found.ask, request } : { ok: false, code: 'changed' };
}

/** Opens a request for a coordinator who is about to decline it. */
export async function openDecision(
  parts: NoticeDeskParts,
  user: UserId,
  at: AskAt & { version: number },
): Promise<Decided> {
  const found = await waiting(parts, user, at);
  return found.ok ? { ok: true, round: found.ask.board.round, request: found.request } : found;
}

/** 対象外とする: the round leaves the section out, with the reason the section gave. */
export async function grantExclusion(
  parts: NoticeDeskParts,
  user: UserId,
  at: AskAt & { version: number },
): Promise<Decided> {
  const found = await waiting(parts, user, at);
  if (!found.ok) return found;
  const { request, ask } = found;
  const { id, version } = ask.board.round;
  const exclusion = { kpi: null, section: at.section, reason: request.reason };
  const done = await excludeFromRound(parts.report, user, { id, version }, exclusion);
  if (done.ok) {
    parts.changed();
    return { ok: true, round: done.round, request };
  }
  switch (done.code) {
    case 'no-match':
      return { ok: false, code: 'decided', request };
    case 'faults':
      // An exclusion changes no dates.
      return { ok: false, code: 'changed' };
    case 'wrong-state':
      return { ok: false, code: 'round-not-open', state: done.state };
    default:
      return done;
  }
}

/** 対象のままとする: the section still owes its answer, and reads why. */
export async function declineExclusion(
  parts: NoticeDeskParts,
  user: UserId,
  { reason, ...at }: AskAt & { version: number; reason: string },
): Promise<Decided> {
  const found = await waiting(parts, user, at);
  if (!found.ok) return found;
  const permission = may(await actorFor(parts.report, user), 'change-round', null);
  if (!permission.ok) return permission;
  const by = permission.actor.person;
  const now = parts.report.now();
  const saved = await parts.report.store.saveExclusionRequest(
    { ...found.request, declined: { by, at: now, reason } },
    { by, at: now, action: 'decline-exclusion', via: 'form', reason },
  );
  if (!saved.ok) return { ok: false, code: 'changed' };
  parts.changed();
  return { ok: true, round: found.ask.board.round, request: saved.value };
}

/** 対象に戻す: the round asks again for what it left out. A section that was left out at its own request reads why, as if it had been declined. */
export async function takeBackExclusion(
  parts: NoticeDeskParts,
  user: UserId,
  at: ExclusionAt,
  reason: string,
): Promise<RoundDone> {
  const done = await includeInRound(parts.report, user, at, reason);
  if (!done.ok) return done;
  parts.changed();
  const { section = null, kpi = null } = done.before?.exclusions[at.position] ?? {};
  if (section === null || kpi !== null) return done;
  const requests = await parts.report.store.exclusionRequests();
  const request = requests.find((one) => one.round === at.id && one.section === section);
  if (request) await declineExclusion(parts, user, { round: at.id, section, version: request.version, reason });
  return done;
}
