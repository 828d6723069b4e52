import { randomUUID } from 'node:crypto';
import type { SectionId } from '../../plan/section.ts';
import { addDays, dayOf } from '../day.ts';
import { may } from '../permissions.ts';
import type { UserId } from '../person.ts';
import { entryOn, type RosterEntry, type RosterEntryId, rosterEntryIdSchema } from '../roster.ts';
import type { DeskParts, Refusal } from './parts.ts';
import { actorFor } from './who.ts';

/** What a coordinator writes of a section's people. */
export type RosterPlan = Omit<RosterEntry, 'id' | 'confirmedOn' | 'version'>;

/** What is wrong with an entry as somebody wrote it. */
export type RosterFault =
  | { field: 'to'; code: 'before-from' }
  /** A transfer begins after the entry that it ends. */
  | { field: 'from'; code: 'not-after' }
  /** Another entry of the section is in force in that time: a transfer is meant, or a change of the other. */
  | { field: 'from'; code: 'overlaps' }
  /** Reminders and forms reach members of this workspace only. */
  | { field: 'head' | 'deputies' | 'staff'; code: 'not-a-member'; users: readonly UserId[] };

export type RosterDone =
  | { ok: true; entry: RosterEntry; before: RosterEntry | null }
  | { ok: false; code: 'faults'; faults: readonly RosterFault[] }
  | Refusal;

/** Where an entry is, and the version of it somebody looked at. */
export interface RosterAt {
  id: RosterEntryId;
  version: number;
}

function overlap(one: Pick<RosterEntry, 'from' | 'to'>, other: Pick<RosterEntry, 'from' | 'to'>): boolean {
  return (other.to === null || one.from <= other.to) && (one.to === null || other.from <= one.to);
}

/** `instead` is the entry that the new one changes or ends. */
async function faultsOf(
  { look, store }: DeskParts,
  plan: RosterPlan,
  instead: RosterEntryId | null,
): Promise<RosterFault[]> {
  const faults: RosterFault[] = plan.to !== null && plan.to < plan.from ? [{ field: 'to', code: 'before-from' }] : [];
  const others = (await store.roster()).filter(({ id, section }) => section === plan.section && id !== instead);
  if (others.some((other) => overlap(plan, other))) faults.push({ field: 'from', code: 'overlaps' });
  const named = { head: plan.head ? [plan.head] : [], deputies: plan.deputies, staff: plan.staff };
  for (const field of ['head', 'deputies', 'staff'] as const) {
    const accounts = await Promise.all(named[field].map(async (user) => ({ user, account: await look(user) })));
    const users = accounts.filter(({ account }) => account?.standing !== 'member').map(({ user }) => user);
    if (users.length > 0) faults.push({ field, code: 'not-a-member', users });
  }
  return faults;
}

/** Everybody's entries, oldest first; coordinators see them all, others those of their own sections. */
export async function openRoster(
  parts: DeskParts,
  user: UserId,
): Promise<{ ok: true; entries: readonly RosterEntry[]; mayEdit: boolean } | Refusal> {
  const actor = await actorFor(parts, user);
  const mayEdit = may(actor, 'edit-roster', null);
  const entries = await parts.store.roster();
  if (mayEdit.ok) return { ok: true, entries, mayEdit: true };
  if (!actor || actor.offices.size === 0) return mayEdit;
  return { ok: true, entries: entries.filter(({ section }) => actor.offices.has(section)), mayEdit: false };
}

/** Writes a new entry (`at` null), or changes one. */
export async function saveRosterEntry(
  parts: DeskParts,
  user: UserId,
  at: RosterAt | null,
  plan: RosterPlan,
): Promise<RosterDone> {
  const permission = may(await actorFor(parts, user), 'edit-roster', null);
  if (!permission.ok) return permission;
  const before = at ? ((await parts.store.roster()).find(({ id }) => id === at.id) ?? null) : null;
  if (at && !before) return { ok: false, code: 'gone' };
  if (at && before?.version !== at.version) return { ok: false, code: 'changed' };
  const faults = await faultsOf(parts, plan, at?.id ?? null);
  if (faults.length > 0) return { ok: false, code: 'faults', faults };
  const id = at?.id ?? rosterEntryIdSchema.parse(randomUUID());
  // Whoever is new in an entry has not yet confirmed it.
  const samePeople = before !== null && before.head === plan.head;
  const entry: RosterEntry = {
    ...plan,
    id,
    confirmedOn: samePeople ? before.confirmedOn : null,
    version: at?.version ?? 0,
  };
  const by = permission.actor.person;
  const deed = { by, at: parts.now(), action: 'edit-roster', via: 'form', reason: null } as const;
  const saved = await parts.store.saveRosterEntry(entry, deed);
  return saved.ok ? { ok: true, entry: saved.value, before } : { ok: false, code: 'changed' };
}

/** A transfer: ends one entry the day before the next begins, in one step for the reader; `plan.from` is that day. */
export async function transferRosterEntry(
  parts: DeskParts,
  user: UserId,
  at: RosterAt,
  plan: RosterPlan,
): Promise<RosterDone> {
  const permission = may(await actorFor(parts, user), 'edit-roster', null);
  if (!permission.ok) return permission;
  const ending = (await parts.store.roster()).find(({ id }) => id === at.id);
  if (!ending) return { ok: false, code: 'gone' };
  if (plan.from <= ending.from) return { ok: false, code: 'faults', faults: [{ field: 'from', code: 'not-after' }] };
  const faults = await faultsOf(parts, { ...plan, section: ending.section }, at.id);
  if (faults.length > 0) return { ok: false, code: 'faults', faults };
  const { id: _, confirmedOn: __, version: ___, ...written } = ending;
  const ended = await saveRosterEntry(parts, user, at, { ...written, to: addDays(plan.from, -1) });
  return ended.ok ? saveRosterEntry(parts, user, null, { ...plan, section: ending.section }) : ended;
}

/** «この名簿のとおりです»: the section says that its entry is right, by the version of it that they saw. */
export async function confirmRoster(
  parts: DeskParts,
  user: UserId,
  section: SectionId,
  seen: RosterAt,
): Promise<RosterDone> {
  const permission = may(await actorFor(parts, user), 'confirm-roster', section);
  if (!permission.ok) return permission;
  const now = parts.now();
  const before = entryOn(await parts.store.roster(), section, dayOf(now));
  if (!before) return { ok: false, code: 'gone' };
  if (before.id !== seen.id || before.version !== seen.version) return { ok: false, code: 'changed' };
  const by = permission.actor.person;
  const deed = { by, at: now, action: 'confirm-roster', via: 'form', reason: null } as const;
  const saved = await parts.store.saveRosterEntry({ ...before, confirmedOn: dayOf(now) }, deed);
  return saved.ok ? { ok: true, entry: saved.value, before } : { ok: false, code: 'changed' };
}
