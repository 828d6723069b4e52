import type { Actor } from '../../report/actor.ts';
import { actorFor } from '../../report/desk/who.ts';
import { type Handover, isHandedOver } from '../../report/handover.ts';
import { may } from '../../report/permissions.ts';
import type { UserId } from '../../report/person.ts';
import type { Round } from '../../report/round.ts';
import { type Ask, type AskAt, concerns, findOwed, type Overtaken, openAsks, owedBy } from './asks.ts';
import type { NoticeDeskParts } from './parts.ts';

/** What is wrong with whom somebody chose: themself, no member of this workspace, who has it already. */
type HandoverFault = 'self' | 'not-a-member' | 'already';

export type HandedOver =
  | { ok: true; round: Round; handover: Handover }
  | { ok: false; code: 'fault'; fault: HandoverFault }
  /** It stands as it was: there is nothing to take back. */
  | { ok: false; code: 'not-handed-over' }
  | Overtaken;

/** What somebody can hand over, the most urgent first. */
export async function openHandover(
  parts: NoticeDeskParts,
  user: UserId,
): Promise<{ ok: true; asks: readonly Ask[] } | Overtaken> {
  const actor = await actorFor(parts.report, user);
  if (!actor) return { ok: false, code: 'outsider', whoCan: ['staff', 'deputy', 'head', 'coordinator'] };
  return { ok: true, asks: owedBy(actor, await openAsks(parts)) };
}

/** Whose hand-over it is: of who does it, where it came to them; a coordinator may do it for the section's head. */
function giver(actor: Actor, ask: Ask): UserId {
  const { user } = actor.person;
  return concerns(actor, ask) ? user : (ask.asked.entry?.head ?? user);
}

async function store(
  parts: NoticeDeskParts,
  ask: Ask,
  handover: Handover,
  { by, reason }: { by: Actor; reason: string | null },
): Promise<HandedOver> {
  const deed = { by: by.person, at: parts.report.now(), action: 'hand-over', via: 'form', reason } as const;
  const saved = await parts.report.store.saveHandover(handover, deed);
  if (!saved.ok) return { ok: false, code: 'changed' };
  parts.changed();
  return { ok: true, round: ask.board.round, handover: saved.value };
}

/** What has to be looked at before anything is handed over or taken back. */
async function opened(
  parts: NoticeDeskParts,
  user: UserId,
  at: AskAt,
): Promise<{ ok: true; actor: Actor; ask: Ask } | Overtaken> {
  const permission = may(await actorFor(parts.report, user), 'hand-over', at.section);
  if (!permission.ok) return permission;
  const found = await findOwed(parts, at);
  return found.ok ? { ok: true, actor: permission.actor, ask: found.ask } : found;
}

/** 担当を替える: in this round, what came to somebody comes to somebody else. To whom it came from, it goes back. */
export async function handOver(
  parts: NoticeDeskParts,
  user: UserId,
  { round, section, to, reason }: AskAt & { to: UserId; reason: string },
): Promise<HandedOver> {
  const found = await opened(parts, user, { round, section });
  if (!found.ok) return found;
  const { actor, ask } = found;
  const from = giver(actor, ask);
  if (from === to) return { ok: false, code: 'fault', fault: 'self' };
  if ((await parts.report.look(to))?.standing !== 'member') return { ok: false, code: 'fault', fault: 'not-a-member' };
  const by = { by: actor, reason };
  const received = ask.handovers.find((handover) => handover.from === to && handover.to === from);
  if (received) return store(parts, ask, { ...received, to: received.from }, by);
  const before = ask.handovers.find((handover) => handover.from === from);
  if (before?.to === to) return { ok: false, code: 'fault', fault: 'already' };
  return store(parts, ask, { round, section, from, to, version: before?.version ?? 0 }, by);
}

/** A hand-over and those by which it went further. */
function chainFrom(first: Handover, all: readonly Handover[]): Handover[] {
  const chain = [first];
  for (let last: Handover | undefined = first; last; ) {
    const holder: UserId = last.to;
    last = all.find((one) => one.from === holder && isHandedOver(one) && !chain.includes(one));
    if (last) chain.push(last);
  }
  return chain;
}

/** 担当を元に戻す: taken back by who handed it over, whomever it went on to; else given back by who has taken it over. */
export async function takeBack(parts: NoticeDeskParts, user: UserId, at: AskAt): Promise<HandedOver> {
  const found = await opened(parts, user, at);
  if (!found.ok) return found;
  const { actor, ask } = found;
  const from = giver(actor, ask);
  const lasting = ask.handovers.filter(isHandedOver);
  const first = lasting.find((one) => one.from === from) ?? lasting.find((one) => one.to === from);
  if (!first) return { ok: false, code: 'not-handed-over' };
  // The furthest goes back first: where the rest fails, nobody is left with what was taken from them.
  let done: HandedOver = { ok: false, code: 'not-handed-over' };
  for (const handover of chainFrom(first, lasting).toReversed()) {
    done = await store(parts, ask, { ...handover, to: handover.from }, { by: actor, reason: null });
    if (!done.ok) return done;
  }
  return done;
}
