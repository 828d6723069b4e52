import { randomUUID } from 'node:crypto';
import type { SectionId } from '../../plan/section.ts';
import { dayOf } from '../day.ts';
import { may } from '../permissions.ts';
import type { UserId } from '../person.ts';
import { entryOn, type RosterEntry, type RosterEntryId, rosterEntryIdSchema } from '../roster.ts';
import type { DeskParts, Refusal } from './parts.ts';
import { actorFor } from './who.ts';

/** What a coordinator writes of a section's people. */
export type RosterPlan = Omit<RosterEntry, 'id' | 'confirmedOn' | 'version'>;

export type RosterDone = { ok: true; entry: RosterEntry; before: RosterEntry | null } | Refusal;

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
  at: { id: RosterEntryId; version: number } | null,
  plan: RosterPlan,
): Promise<RosterDone> {
  const permission = may(await actorFor(parts, user), 'edit-roster', null);
  if (!permission.ok) return permission;
  const before = at ? ((await parts.store.roster()).find(({ id }) => id === at.id) ?? null) : null;
  if (at && !before) return { ok: false, code: 'gone' };
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

/** «この名簿のとおりです»: the section says that its entry is right. */
export async function confirmRoster(parts: DeskParts, user: UserId, section: SectionId): Promise<RosterDone> {
  const permission = may(await actorFor(parts, user), 'confirm-roster', section);
  if (!permission.ok) return permission;
  const now = parts.now();
  const before = entryOn(await parts.store.roster(), section, dayOf(now));
  if (!before) return { ok: false, code: 'gone' };
  const by = permission.actor.person;
  const deed = { by, at: now, action: 'confirm-roster', via: 'form', reason: null } as const;
  const saved = await parts.store.saveRosterEntry({ ...before, confirmedOn: dayOf(now) }, deed);
  return saved.ok ? { ok: true, entry: saved.value, before } : { ok: false, code: 'changed' };
}
