import { describe, expect, test } from 'vitest';
import { type Action, may, permissions, roles } from '../../src/report/permissions.ts';
import type { Office } from '../../src/report/person.ts';
import { actor, digital, section } from '../support/rounds.ts';

/** Who may do what, written from what the office agreed and not from the code: m any member, s staff, d deputy, h head, c coordinator. */
const agreed: Readonly<Record<Action, string>> = {
  'read-answers': 'msdhc',
  'read-report': 'sdhc',
  'fill-in': 'sdh',
  submit: 'sdh',
  'submit-on-behalf': 'c',
  confirm: 'dh',
  return: 'dhc',
  accept: 'c',
  'reopen-report': 'c',
  'record-approval': 'sdhc',
  'hand-over': 'sdhc',
  'read-ledger': 'sdhc',
  export: 'sdhc',
  'confirm-roster': 'dhc',
  'edit-roster': 'c',
  'create-round': 'c',
  'open-round': 'c',
  'change-round': 'c',
  'pause-round': 'c',
  'close-round': 'c',
  'reopen-round': 'c',
  'read-board': 'c',
  nudge: 'c',
  'send-digest': 'c',
};
const elsewhere = section('教育企画室');
const rows = Object.entries(agreed).flatMap(([action, letters]) =>
  // The keys of a record of every action are actions.
  roles.map((role) => ({ action: action as Action, role, may: letters.includes(role.charAt(0)) })),
);
const office: Readonly<Record<(typeof roles)[number], Office | null>> = {
  member: null,
  staff: 'staff',
  deputy: 'deputy',
  head: 'head',
  coordinator: null,
};

describe('for the own section', () => {
  test.each(rows)('$role, $action: $may', ({ action, role, may: expected }) => {
    const who = actor(office[role], { coordinator: role === 'coordinator' });
    expect(may(who, action, digital).ok).toBe(expected);
  });
});

describe('for another section', () => {
  test.each(rows)('$role, $action: only what is for everybody, or a coordinator’s', ({ action, role }) => {
    const who = actor(office[role], { coordinator: role === 'coordinator' });
    const expected = agreed[action].includes('m') || (role === 'coordinator' && agreed[action].includes('c'));
    expect(may(who, action, elsewhere).ok).toBe(expected);
  });
});

describe('somebody who is nothing here', () => {
  test.each(Object.keys(permissions) as Action[])('may not %s, and is told who may', (action) => {
    expect(may(null, action, digital)).toMatchObject({ ok: false, code: 'outsider' });
  });
});

test('a refusal tells apart the wrong section from the wrong role', () => {
  expect(may(actor('head'), 'confirm', elsewhere)).toMatchObject({ code: 'other-section', whoCan: ['deputy', 'head'] });
  expect(may(actor('head'), 'accept', digital)).toMatchObject({ code: 'other-role', whoCan: ['coordinator'] });
});
