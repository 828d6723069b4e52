import type { SectionId } from '../plan/section.ts';
import type { Actor } from './actor.ts';
import type { ReportAction, RoundAction } from './transitions.ts';

/** member: anybody of the workspace; staff, deputy and head: of a section; coordinator: 取りまとめ担当. */
export const roles = ['member', 'staff', 'deputy', 'head', 'coordinator'] as const;
export type Role = (typeof roles)[number];

/** Everything that somebody may or may not do. */
export type Action =
  | ReportAction
  | RoundAction
  | 'read-answers'
  | 'read-report'
  | 'fill-in'
  | 'hand-over'
  | 'request-exclusion'
  | 'snooze'
  | 'read-ledger'
  | 'export'
  | 'confirm-roster'
  | 'edit-roster'
  | 'create-round'
  | 'read-board'
  | 'nudge'
  | 'steer-notices'
  | 'send-digest';

/** own: for the section of which one holds the role; any: for every section, and for what concerns no single one. */
type Reach = 'own' | 'any';

const members = { member: 'any', staff: 'any', deputy: 'any', head: 'any', coordinator: 'any' } as const;
const section = { staff: 'own', deputy: 'own', head: 'own' } as const;
const lead = { deputy: 'own', head: 'own' } as const;
const coordinator = { coordinator: 'any' } as const;

/** The one table of who may do what. What is not in it is not allowed. */
export const permissions: Readonly<Record<Action, Readonly<Partial<Record<Role, Reach>>>>> = {
  'read-answers': members,
  'read-report': { ...section, ...coordinator },
  'fill-in': section,
  submit: section,
  'submit-on-behalf': coordinator,
  confirm: lead,
  return: { ...lead, ...coordinator },
  accept: coordinator,
  'reopen-report': coordinator,
  'record-approval': { ...section, ...coordinator },
  'hand-over': { ...section, ...coordinator },
  'request-exclusion': section,
  // What comes to the section's channel; what comes to a person is their own.
  snooze: section,
  'read-ledger': { ...section, ...coordinator },
  export: { ...section, ...coordinator },
  'confirm-roster': { ...lead, ...coordinator },
  'edit-roster': coordinator,
  'create-round': coordinator,
  'open-round': coordinator,
  'change-round': coordinator,
  'pause-round': coordinator,
  'close-round': coordinator,
  'reopen-round': coordinator,
  'read-board': coordinator,
  nudge: coordinator,
  'steer-notices': coordinator,
  'send-digest': coordinator,
};

export type Permission =
  /** The actor, now known to be somebody. */
  | { ok: true; actor: Actor }
  /** A guest, somebody of another organisation, a deactivated account. */
  | { ok: false; code: 'outsider'; whoCan: readonly Role[] }
  /** They hold a role that may, but in another section. */
  | { ok: false; code: 'other-section'; whoCan: readonly Role[] }
  | { ok: false; code: 'other-role'; whoCan: readonly Role[] };

function whoCan(action: Action): Role[] {
  return roles.filter((role) => permissions[action][role] !== undefined);
}

/** The refusal of somebody who is nobody here. */
export function outsider(action: Action): Exclude<Permission, { ok: true }> {
  return { ok: false, code: 'outsider', whoCan: whoCan(action) };
}

/**
 * Whether somebody may do something, for a section or (null) for what concerns no single one.
 * A refusal names the roles that may, so that the view can say whom to ask.
 */
export function may(actor: Actor | null, action: Action, section: SectionId | null): Permission {
  if (!actor) return outsider(action);
  const row = permissions[action];
  const own = section === null ? undefined : actor.offices.get(section);
  // What only a section's leads may do falls, where it has none, to those who stand in for them.
  const leadsOnly = row.deputy === 'own' && row.staff === undefined;
  const standsIn = section !== null && leadsOnly && actor.standsInFor.has(section);
  const granted =
    standsIn || row.member === 'any' || (actor.coordinator && row.coordinator === 'any') || (own && row[own] === 'own');
  if (granted) return { ok: true, actor };
  const elsewhere = own === undefined && [...actor.offices.values()].some((office) => row[office] !== undefined);
  return { ok: false, code: elsewhere ? 'other-section' : 'other-role', whoCan: whoCan(action) };
}
