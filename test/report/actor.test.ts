import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actorOf } from '../../src/report/actor.ts';
import { day } from '../../src/report/day.ts';
import type { Handover } from '../../src/report/handover.ts';
import { may } from '../../src/report/permissions.ts';
import type { Office } from '../../src/report/person.ts';
import { digital, head, rosterEntry, round, section, user } from '../support/rounds.ts';

const today = day('2026-05-01');
const colleague = { ...head, user: user('U0COLLEAGUE') };
const other = section('契約課');
const facts = {
  person: colleague,
  standing: 'member' as const,
  coordinators: new Set<never>(),
  roster: [rosterEntry()],
  handovers: [] as readonly Handover[],
  standsInFor: [] as readonly (typeof head.user)[],
  sections: [digital],
  today,
};
const handover = (changes: Partial<Handover> = {}): Handover => ({
  round: round().id,
  section: digital,
  from: head.user,
  to: colleague.user,
  version: 1,
  ...changes,
});

describe('whoever took over what a section is asked', () => {
  test('is of its staff, and may fill in its form', () => {
    const actor = actorOf({ ...facts, handovers: [handover()] });
    expect(actor?.offices.get(digital)).toBe('staff');
    expect([may(actor, 'fill-in', digital).ok, may(actor, 'confirm', digital).ok]).toEqual([true, false]);
  });

  test('is nothing to other sections', () => {
    const actor = actorOf({ ...facts, handovers: [handover()] });
    expect(may(actor, 'fill-in', other)).toMatchObject({ code: 'other-section' });
  });

  test('stays the head, where the head took it back', () => {
    const taken = handover({ to: head.user });
    expect(actorOf({ ...facts, person: head, handovers: [taken] })?.offices.get(digital)).toBe('head');
  });

  test('is nobody as a guest', () => {
    expect(actorOf({ ...facts, standing: 'guest', handovers: [handover()] })).toBeNull();
  });
});

describe('whoever stands in today', () => {
  test.each<[string, Office, Office]>([
    ['for the head is a deputy', 'head', 'deputy'],
    ['for a deputy is a deputy', 'deputy', 'deputy'],
    ['for a member of the staff is of the staff', 'staff', 'staff'],
  ])('%s', (_, office, expected) => {
    const absent = user('U0ABSENT');
    const entry = rosterEntry({
      head: office === 'head' ? absent : null,
      deputies: office === 'deputy' ? [absent] : [],
      staff: office === 'staff' ? [absent] : [],
    });
    const actor = actorOf({ ...facts, roster: [entry], standsInFor: [absent] });
    expect(actor?.offices.get(digital)).toBe(expected);
  });

  test('for somebody who took over may fill in what they took over', () => {
    const absent = user('U0ABSENT');
    const actor = actorOf({ ...facts, handovers: [handover({ to: absent })], standsInFor: [absent] });
    expect(actor?.offices.get(digital)).toBe('staff');
  });
});

test('nobody loses an office by standing in or taking over', () => {
  const offices = fc.constantFrom<Office>('head', 'deputy', 'staff');
  fc.assert(
    fc.property(offices, offices, fc.boolean(), (own, absentees, takes) => {
      const absent = user('U0ABSENT');
      const named = (office: Office) => [
        ...(own === office ? [colleague.user] : []),
        ...(absentees === office ? [absent] : []),
      ];
      const entry = rosterEntry({
        head: named('head').at(0) ?? null,
        deputies: named('deputy'),
        staff: named('staff'),
      });
      const without = actorOf({ ...facts, roster: [entry] })?.offices.get(digital);
      const actor = actorOf({
        ...facts,
        roster: [entry],
        handovers: takes ? [handover()] : [],
        standsInFor: [absent],
      });
      const order: readonly (Office | undefined)[] = ['staff', 'deputy', 'head'];
      expect(order.indexOf(actor?.offices.get(digital))).toBeGreaterThanOrEqual(order.indexOf(without));
    }),
  );
});
