import { describe, expect, test } from 'vitest';
import { actorOf, type Standing } from '../../src/report/actor.ts';
import { day } from '../../src/report/day.ts';
import { entryOn, needsConfirmation, rosterEntryIdSchema, rosterEntrySchema } from '../../src/report/roster.ts';
import { digital, head, rosterEntry, section, user } from '../support/rounds.ts';

const id = (text: string) => rosterEntryIdSchema.parse(text);
const successor = user('U0NEXT');
/** A head who leaves on 31 March, and the one who comes on 1 April. */
const roster = [
  rosterEntry({ id: id('before'), from: day('2025-04-01'), to: day('2026-03-31') }),
  rosterEntry({ id: id('after'), head: successor, from: day('2026-04-01') }),
];

describe('a head is transferred in April', () => {
  test.each([
    ['2025-03-31', null],
    ['2025-04-01', 'before'],
    ['2026-03-31', 'before'],
    ['2026-04-01', 'after'],
  ])('on %s the entry in force is %s', (today, expected) => {
    expect(entryOn(roster, digital, day(today))?.id ?? null).toBe(expected);
  });

  test('of two entries that overlap the later one counts', () => {
    const overlapping = [rosterEntry({ id: id('later'), from: day('2026-04-15') }), rosterEntry({ id: id('earlier') })];
    expect(entryOn(overlapping, digital, day('2026-05-01'))?.id).toBe('later');
  });

  test('another section has no entry', () => {
    expect(entryOn(roster, section('契約課'), day('2026-05-01'))).toBeNull();
  });

  test('an entry cannot end before it begins', () => {
    expect(rosterEntrySchema.safeParse(rosterEntry({ to: day('2026-03-31') })).success).toBe(false);
  });
});

describe('who somebody is', () => {
  const facts = {
    person: head,
    standing: 'member' as Standing,
    coordinators: new Set([successor]),
    roster,
    handovers: [],
    standsInFor: [],
    sections: [digital],
  };
  const officesOn = (today: string, standing: Standing = 'member') =>
    actorOf({ ...facts, standing, today: day(today) })?.offices.get(digital) ?? null;

  test('follows the entry in force: a head until the last day of March, nothing after', () => {
    expect([officesOn('2026-03-31'), officesOn('2026-04-01')]).toEqual(['head', null]);
  });

  test('a head who is also listed as staff is the head', () => {
    const both = [rosterEntry({ staff: [head.user], deputies: [head.user] })];
    expect(actorOf({ ...facts, roster: both, today: day('2026-05-01') })?.offices.get(digital)).toBe('head');
  });

  test.each<Standing>(['guest', 'external', 'deactivated', 'bot'])(
    'a %s is nobody, whatever the roster says',
    (standing) => {
      expect(actorOf({ ...facts, standing, today: day('2026-03-31') })).toBeNull();
    },
  );

  test('coordinators are known by their id', () => {
    const next = actorOf({ ...facts, person: { ...head, user: successor }, today: day('2026-05-01') });
    expect([next?.coordinator, next?.offices.get(digital)]).toEqual([true, 'head']);
  });
});

describe('a section that has nobody to lead it', () => {
  const facts = {
    person: head,
    standing: 'member' as Standing,
    coordinators: new Set([head.user]),
    handovers: [],
    standsInFor: [],
    sections: [digital],
  };
  const standsIn = (entries: Parameters<typeof actorOf>[0]['roster']) =>
    actorOf({ ...facts, roster: entries, today: day('2026-05-01') })?.standsInFor.has(digital);

  test('is confirmed for by a coordinator, whether the roster knows it or not', () => {
    expect([standsIn([]), standsIn([rosterEntry({ head: null })])]).toEqual([true, true]);
  });

  test('is not, as soon as it has a head or a deputy', () => {
    expect([standsIn([rosterEntry()]), standsIn([rosterEntry({ head: null, deputies: [successor] })])]).toEqual([
      false,
      false,
    ]);
  });
});

describe('each April the section confirms its entry', () => {
  const entry = rosterEntry({ from: day('2025-04-01'), confirmedOn: day('2026-03-31') });

  test.each([
    ['never confirmed', { ...entry, confirmedOn: null }, '2026-05-01', true],
    ['confirmed in the fiscal year before', entry, '2026-04-01', true],
    ['confirmed in this fiscal year', entry, '2026-03-31', false],
    ['confirmed in April', { ...entry, confirmedOn: day('2026-04-01') }, '2027-03-31', false],
    ['an entry that has ended', { ...entry, to: day('2026-03-31') }, '2026-04-01', false],
  ])('%s', (_, given, today, expected) => {
    expect(needsConfirmation(given, day(today))).toBe(expected);
  });
});
