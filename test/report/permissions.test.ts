import { describe, expect, test } from 'vitest';
import type { Actor } from '../../src/report/actor.ts';
import { type Action, may, permissions, type Role, roles } from '../../src/report/permissions.ts';
import type { Office } from '../../src/report/person.ts';
import { actor, digital, section } from '../support/rounds.ts';

const other = section('契約課');

/** Who may do what, told once more by hand: «own» for one's own section, «any» for all, nothing for nobody. */
const expected: Record<Action, Partial<Record<Role, 'own' | 'any'>>> = {
  'read-answers': { member: 'any', staff: 'any', deputy: 'any', head: 'any', coordinator: 'any' },
  'read-report': { staff: 'own', deputy: 'own', head: 'own', coordinator: 'any' },
  'fill-in': { staff: 'own', deputy: 'own', head: 'own' },
  submit: { staff: 'own', deputy: 'own', head: 'own' },
  'submit-on-behalf': { coordinator: 'any' },
  confirm: { deputy: 'own', head: 'own' },
  return: { deputy: 'own', head: 'own', coordinator: 'any' },
  accept: { coordinator: 'any' },
  'reopen-report': { coordinator: 'any' },
  'record-approval': { staff: 'own', deputy: 'own', head: 'own', coordinator: 'any' },
  'hand-over': { staff: 'own', deputy: 'own', head: 'own', coordinator: 'any' },
  'request-exclusion': { staff: 'own', deputy: 'own', head: 'own' },
  snooze: { staff: 'own', deputy: 'own', head: 'own' },
  'read-ledger': { staff: 'own', deputy: 'own', head: 'own', coordinator: 'any' },
  export: { staff: 'own', deputy: 'own', head: 'own', coordinator: 'any' },
  'confirm-roster': { deputy: 'own', head: 'own', coordinator: 'any' },
  'edit-roster': { coordinator: 'any' },
  'create-round': { coordinator: 'any' },
  'open-round': { coordinator: 'any' },
  'change-round': { coordinator: 'any' },
  'pause-round': { coordinator: 'any' },
  'close-round': { coordinator: 'any' },
  'reopen-round': { coordinator: 'any' },
  'read-board': { coordinator: 'any' },
  nudge: { coordinator: 'any' },
  'steer-notices': { coordinator: 'any' },
  'send-digest': { coordinator: 'any' },
};

// The keys of a record that names every action.
const actions = Object.keys(expected) as Action[];

function holding(role: Role): Actor {
  if (role === 'coordinator') return actor(null, { coordinator: true });
  return actor(role === 'member' ? null : (role satisfies Office));
}

describe.each(actions)('%s', (action) => {
  test.each(roles)('by a %s', (role) => {
    const reach = expected[action][role];
    expect({
      own: may(holding(role), action, digital).ok,
      other: may(holding(role), action, other).ok,
      none: may(holding(role), action, null).ok,
    }).toEqual({ own: reach !== undefined, other: reach === 'any', none: reach === 'any' });
  });

  test('is nothing for guests, outsiders and deactivated accounts', () => {
    expect(may(null, action, digital)).toMatchObject({ ok: false, code: 'outsider' });
  });
});

test('what only the leads of a section may do falls to a coordinator where it has none', () => {
  const standIn: Actor = { ...actor(null, { coordinator: true }), standsInFor: new Set([digital]) };
  const allowed = actions.filter((action) => may(standIn, action, digital).ok && !may(standIn, action, other).ok);
  expect(allowed).toEqual(['confirm']);
});

test('no row of the table has been forgotten here', () => {
  expect(Object.keys(permissions).toSorted()).toEqual(actions.toSorted());
});

describe('a refusal', () => {
  test('names the roles that may', () => {
    expect(may(actor('staff'), 'confirm', digital)).toEqual({
      ok: false,
      code: 'other-role',
      whoCan: ['deputy', 'head'],
    });
  });

  test('says when only the section is wrong', () => {
    expect(may(actor('head'), 'confirm', other)).toMatchObject({ code: 'other-section' });
  });

  test('to one who holds a role there, but the wrong one, does not speak of another section', () => {
    const both: Actor = { ...actor('head'), offices: new Map([...actor('head').offices, [other, 'staff']]) };
    expect(may(both, 'confirm', other)).toMatchObject({ code: 'other-role' });
  });
});

test('a coordinator who also belongs to a section may do what either may', () => {
  const both = actor('staff', { coordinator: true });
  expect([may(both, 'submit', digital).ok, may(both, 'accept', digital).ok, may(both, 'submit', other).ok]).toEqual([
    true,
    true,
    false,
  ]);
});
