import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Absence } from '../../src/notice/absence.ts';
import { addresseesBy } from '../../src/notice/recipients.ts';
import { day } from '../../src/report/day.ts';
import type { Handover } from '../../src/report/handover.ts';
import type { UserId } from '../../src/report/person.ts';
import type { RosterEntry } from '../../src/report/roster.ts';
import { coordinator } from '../support/circumstances.ts';
import { absence, channel, handover } from '../support/notices.ts';
import { digital, rosterEntry, round, section, user } from '../support/rounds.ts';

const today = day('2026-05-20');
const [chief, deputy, other, clerk, stranger] = ['U1', 'U2', 'U3', 'U4', 'U5'].map(user) as [
  UserId,
  UserId,
  UserId,
  UserId,
  UserId,
];

interface Facts {
  entry?: Partial<RosterEntry> | null;
  away?: readonly Partial<Absence>[];
  handed?: readonly [from: UserId, to: UserId][];
  coordinators?: readonly UserId[];
}

function told({ entry = {}, away = [], handed = [], coordinators = [coordinator] }: Facts) {
  const handovers: Handover[] = handed.map(([from, to]) => handover({ from, to }));
  const addressees = addresseesBy({ absences: away.map(absence), handovers, coordinators, today });
  const usual = { head: chief, deputies: [deputy, other], staff: [clerk] };
  return addressees(round().id, { section: digital, entry: entry && rosterEntry({ ...usual, ...entry }) });
}

const names = (facts: Facts) => told(facts).map(({ to }) => to);

describe('a section is told through', () => {
  test('its head and its staff', () => {
    expect(names({})).toEqual([chief, clerk]);
  });

  test('its channel, which names those who are meant', () => {
    const entry = { channel: channel('C0DIGITAL') };
    expect(told({ entry })).toEqual([{ to: 'C0DIGITAL', people: [chief, clerk], standsInFor: null }]);
  });

  test('its deputies where it has no head, who then stand in for nobody', () => {
    expect(told({ entry: { head: null } })).toEqual(
      [deputy, other, clerk].map((to) => ({ to, people: [], standsInFor: null })),
    );
  });

  test('each person once', () => {
    expect(names({ entry: { staff: [chief, clerk, clerk] } })).toEqual([chief, clerk]);
  });

  test.each([
    ['the roster does not know it', null],
    ['nobody is in its entry', { head: null, deputies: [], staff: [] }],
  ])('the coordinators where %s', (_, entry) => {
    expect(names({ entry })).toEqual([coordinator]);
  });

  test('the channel even where nobody is in its entry', () => {
    const entry = { head: null, deputies: [], staff: [], channel: channel('C0DIGITAL') };
    expect(told({ entry })).toEqual([{ to: 'C0DIGITAL', people: [], standsInFor: null }]);
  });

  test('the coordinators who are there; all of them where none is', () => {
    const both = { entry: null, coordinators: [coordinator, stranger] };
    expect(names({ ...both, away: [{ user: coordinator }] })).toEqual([stranger]);
    expect(names({ ...both, away: [{ user: coordinator }, { user: stranger }] })).toEqual([coordinator, stranger]);
  });
});

describe('while somebody is away', () => {
  test('their stand-in is told, and for whom', () => {
    expect(told({ away: [{ user: chief, standIn: stranger }] })[0]).toEqual({
      to: stranger,
      people: [],
      standsInFor: chief,
    });
  });

  test('the deputies stand in for a head who named nobody', () => {
    expect(told({ away: [{ user: chief }] }).map(({ to, standsInFor }) => [to, standsInFor])).toEqual([
      [deputy, chief],
      [other, chief],
      [clerk, null],
    ]);
  });

  test('a stand-in who is away too is followed by their own', () => {
    const away = [
      { user: chief, standIn: deputy },
      { user: deputy, standIn: stranger },
    ];
    expect(told({ away })[0]).toEqual({ to: stranger, people: [], standsInFor: chief });
  });

  test('two who name each other are followed by the deputies who are there', () => {
    const away = [
      { user: chief, standIn: deputy },
      { user: deputy, standIn: chief },
    ];
    expect(names({ away })).toEqual([other, clerk]);
  });

  test('a clerk who named nobody is left out', () => {
    expect(names({ away: [{ user: clerk }] })).toEqual([chief]);
  });

  test('who stands in and is told anyway is told in their own right', () => {
    expect(told({ away: [{ user: chief, standIn: clerk }] })).toEqual([{ to: clerk, people: [], standsInFor: null }]);
  });

  test('nothing changes before the first day and after the last', () => {
    expect(names({ away: [{ user: chief, from: day('2026-05-21'), to: null }] })).toEqual([chief, clerk]);
    expect(names({ away: [{ user: chief, from: day('2026-05-18'), to: day('2026-05-19') }] })).toEqual([chief, clerk]);
  });

  test('the coordinators are told where everybody is', () => {
    expect(names({ entry: { deputies: [] }, away: [{ user: chief }, { user: clerk }] })).toEqual([coordinator]);
  });
});

describe('what was handed over', () => {
  test('comes to who took it, and no longer to who gave it', () => {
    expect(names({ handed: [[chief, stranger]] })).toEqual([stranger, clerk]);
  });

  test('may be handed on', () => {
    expect(
      names({
        handed: [
          [chief, stranger],
          [stranger, deputy],
        ],
      }),
    ).toEqual([deputy, clerk]);
  });

  test('is with its giver again once they took it back, or it was handed back', () => {
    expect(names({ handed: [[chief, chief]] })).toEqual([chief, clerk]);
    expect(
      names({
        handed: [
          [chief, stranger],
          [stranger, chief],
        ],
      }),
    ).toEqual([chief, clerk]);
  });

  test('goes to the stand-in of who took it, or back where they have none', () => {
    const handed: [UserId, UserId][] = [[chief, stranger]];
    expect(names({ handed, away: [{ user: stranger, standIn: other }] })).toEqual([other, clerk]);
    expect(names({ handed, away: [{ user: stranger }] })).toEqual([chief, clerk]);
  });

  test('by a stand-in stays with who took it, also when the head is back', () => {
    expect(names({ handed: [[deputy, stranger]] })).toEqual([chief, clerk, stranger]);
  });

  test('in another round or section changes nothing', () => {
    const handovers = [handover({ from: chief, to: stranger, section: section('契約課') })];
    const addressees = addresseesBy({ absences: [], handovers, coordinators: [], today });
    const entry = rosterEntry({ head: chief });
    expect(addressees(round().id, { section: digital, entry })).toMatchObject([{ to: chief }]);
  });
});

test('whatever the roster, the absences and the hand-overs, somebody is told, nobody twice, and nobody who is away', () => {
  const someone = fc.constantFrom(chief, deputy, other, clerk, stranger);
  const facts = fc.record({
    entry: fc.option(
      fc.record({
        head: fc.option(someone),
        deputies: fc.array(someone, { maxLength: 3 }),
        staff: fc.array(someone, { maxLength: 3 }),
      }),
    ),
    away: fc.uniqueArray(fc.record({ user: someone, standIn: fc.option(someone) }), { selector: ({ user: id }) => id }),
    handed: fc.uniqueArray(fc.tuple(someone, someone), { selector: ([from]) => from }),
  });
  fc.assert(
    fc.property(facts, (some) => {
      const people = names(some);
      const absent = new Set(some.away.map(({ user: id }) => id));
      expect(people.length).toBeGreaterThan(0);
      expect(new Set(people).size).toBe(people.length);
      expect(people.filter((to) => absent.has(user(to)))).toEqual([]);
    }),
  );
});
