import { addDays, type Day, day, dayOf } from '../../report/day.ts';
import type { Refusal } from '../../report/desk/parts.ts';
import { actorFor } from '../../report/desk/who.ts';
import { may, type Permission } from '../../report/permissions.ts';
import type { Person, UserId } from '../../report/person.ts';
import { type Absence, absenceOn } from '../absence.ts';
import type { NoticeDeskParts } from './parts.ts';

/** Before any absence: one that has ended is written over too, by its version. */
const ever = day('1970-01-01');

/** What somebody writes of their absence. */
export type AbsencePlan = Pick<Absence, 'from' | 'to' | 'standIn'>;

/** What is wrong with it. */
export type AbsenceFault =
  | { field: 'to'; code: 'before-from' | 'past' }
  /** Nobody stands in for themself; only members of this workspace can; who is away then cannot. */
  | { field: 'standIn'; code: 'self' | 'not-a-member' | 'away' };

export type AbsenceDone =
  | { ok: true; absence: Absence }
  | { ok: false; code: 'faults'; faults: readonly AbsenceFault[] }
  /** There is no absence to end. */
  | { ok: false; code: 'present' }
  | Refusal;

/** Every member may: it is their own. */
async function permissionOf({ report }: NoticeDeskParts, user: UserId): Promise<Permission> {
  return may(await actorFor(report, user), 'read-answers', null);
}

async function absenceOf({ notices }: NoticeDeskParts, user: UserId): Promise<Absence | null> {
  return (await notices.absences(ever)).find((one) => one.user === user) ?? null;
}

/** Somebody's absence, present or to come, with the version that a form carries; null for none. */
export async function openAbsence(
  parts: NoticeDeskParts,
  user: UserId,
): Promise<{ ok: true; today: Day; absence: Absence | null; version: number } | Refusal> {
  const permission = await permissionOf(parts, user);
  if (!permission.ok) return permission;
  const today = dayOf(parts.report.now());
  const last = await absenceOf(parts, user);
  const lasts = last !== null && (last.to === null || last.to >= today);
  return { ok: true, today, absence: lasts ? last : null, version: last?.version ?? 0 };
}

async function faultsOf(
  { report, notices }: NoticeDeskParts,
  user: UserId,
  { from, to, standIn }: AbsencePlan,
): Promise<AbsenceFault[]> {
  const faults: AbsenceFault[] = [];
  const today = dayOf(report.now());
  if (to !== null && to < from) faults.push({ field: 'to', code: 'before-from' });
  else if (to !== null && to < today) faults.push({ field: 'to', code: 'past' });
  if (standIn === null) return faults;
  if (standIn === user) return [...faults, { field: 'standIn', code: 'self' }];
  if ((await report.look(standIn))?.standing !== 'member')
    return [...faults, { field: 'standIn', code: 'not-a-member' }];
  const begins = from < today ? today : from;
  if (absenceOn(await notices.absences(begins), standIn, begins)) faults.push({ field: 'standIn', code: 'away' });
  return faults;
}

async function store(parts: NoticeDeskParts, absence: Absence, by: Person): Promise<AbsenceDone> {
  const deed = { by, at: parts.report.now(), action: 'set-absence', via: 'form', reason: null } as const;
  const saved = await parts.notices.saveAbsence(absence, deed);
  if (!saved.ok) return { ok: false, code: 'changed' };
  parts.changed();
  return { ok: true, absence: saved.value };
}

/** 不在: somebody says themself when they are away and who stands in; nobody says it for another. */
export async function setAbsence(
  parts: NoticeDeskParts,
  user: UserId,
  version: number,
  plan: AbsencePlan,
): Promise<AbsenceDone> {
  const permission = await permissionOf(parts, user);
  if (!permission.ok) return permission;
  const faults = await faultsOf(parts, user, plan);
  return faults.length > 0
    ? { ok: false, code: 'faults', faults }
    : store(parts, { ...plan, user, version }, permission.actor.person);
}

/** «戻りました»: from today on they are told again themselves. An absence to come is called off. */
export async function endAbsence(parts: NoticeDeskParts, user: UserId): Promise<AbsenceDone> {
  const permission = await permissionOf(parts, user);
  if (!permission.ok) return permission;
  const absence = await absenceOf(parts, user);
  const yesterday = addDays(dayOf(parts.report.now()), -1);
  if (!absence || (absence.to !== null && absence.to <= yesterday)) return { ok: false, code: 'present' };
  const from = absence.from < yesterday ? absence.from : yesterday;
  return store(parts, { ...absence, from, to: yesterday }, permission.actor.person);
}
