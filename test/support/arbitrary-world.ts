import fc from 'fast-check';
import { createCalendar } from '../../src/notice/calendar.ts';
import type { Closure } from '../../src/notice/closures.ts';
import { addDays, type Day, day } from '../../src/report/day.ts';
import type { UserId } from '../../src/report/person.ts';
import { type RosterEntry, rosterEntryIdSchema } from '../../src/report/roster.ts';
import type { Round } from '../../src/report/round.ts';
import type { World } from './notice-world.ts';
import { channel } from './notices.ts';
import { rosterEntry, round, roundId, section, user } from './rounds.ts';

/** Few people for many posts, so that one is head here and staff there. */
export const people: readonly UserId[] = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6'].map(user);
export const sectionNames = ['秘書課', '人事課', '税務課', '契約課'].map(section);

const someone = fc.constantFrom(...people);

function rosterOf(begins: Day): fc.Arbitrary<RosterEntry[]> {
  const entry = fc.record({
    head: fc.option(someone, { freq: 4 }),
    deputies: fc.uniqueArray(someone, { maxLength: 2 }),
    staff: fc.uniqueArray(someone, { maxLength: 2 }),
    channel: fc.option(fc.constantFrom('C1', 'C2').map(channel), { freq: 1 }),
    missing: fc.nat(7).map((n) => n === 0),
  });
  return fc.tuple(...sectionNames.map(() => entry)).map((entries) =>
    entries.flatMap(({ missing, ...posts }, index) => {
      const name = sectionNames[index];
      const id = rosterEntryIdSchema.parse(`entry-${index}`);
      return missing || !name ? [] : [rosterEntry({ ...posts, id, section: name, from: addDays(begins, -100) })];
    }),
  );
}

function roundsFrom(begins: Day): fc.Arbitrary<Round[]> {
  const one = fc.record({
    opensIn: fc.integer({ min: -3, max: 15 }),
    lasts: fc.integer({ min: 0, max: 25 }),
    ladder: fc.option(fc.uniqueArray(fc.integer({ min: -12, max: 6 }), { maxLength: 4 }), { freq: 1 }),
    grace: fc.constantFrom(0, 0, 1, 3),
    closedDays: fc.constantFrom('next' as const, 'previous' as const),
  });
  return fc.array(one, { minLength: 1, maxLength: 3 }).map((plans) =>
    plans.map(({ opensIn, lasts, ...plan }, index) => {
      const opens = addDays(begins, opensIn);
      return round({
        ...plan,
        id: roundId(`round-${index}`),
        title: `照会${index}`,
        opens,
        due: addDays(opens, lasts),
      });
    }),
  );
}

/** Something that happens at an hour: of which kind, and by which of those it may concern. */
export interface Happening {
  hour: number;
  kind:
    | 'submit'
    | 'return'
    | 'snooze'
    | 'hand-over'
    | 'absence'
    | 'pause'
    | 'resume'
    | 'extend'
    | 'close'
    | 'reopen'
    | 'exclude'
    | 'new-head'
    | 'downtime'
    | 'hold'
    | 'release';
  /** Choose among those it may concern. */
  one: number;
  other: number;
  /** Hours or days, as the kind says. */
  length: number;
}

const kinds: readonly Happening['kind'][] = [
  ...(['submit', 'submit', 'submit', 'return', 'return', 'snooze', 'snooze', 'snooze', 'hand-over'] as const),
  ...([
    'hand-over',
    'absence',
    'absence',
    'pause',
    'resume',
    'resume',
    'extend',
    'close',
    'reopen',
    'exclude',
  ] as const),
  ...(['new-head', 'downtime', 'hold', 'release'] as const),
];

/** How many days are lived through. */
export const daysLong = 35;

const happening: fc.Arbitrary<Happening> = fc.record({
  hour: fc.integer({ min: 0, max: daysLong * 24 }),
  kind: fc.constantFrom(...kinds),
  one: fc.nat(100),
  other: fc.nat(100),
  length: fc.integer({ min: 1, max: 60 }),
});

export interface Life {
  begins: Day;
  closures: readonly Closure[];
  world: World;
  happenings: readonly Happening[];
}

const firstDay = day('2011-01-05');

/** A few weeks of some rounds, anywhere from 2011 to 2035, and everything that happens in them. */
export const arbitraryLife: fc.Arbitrary<Life> = fc
  .record({
    begins: fc.integer({ min: 0, max: 24 * 365 }).map((days) => addDays(firstDay, days)),
    closed: fc.array(fc.tuple(fc.nat(daysLong), fc.nat(3)), { maxLength: 2 }),
    happenings: fc.array(happening, { maxLength: 40 }),
  })
  .chain(({ begins, closed, happenings }) =>
    fc.record({ roster: rosterOf(begins), rounds: roundsFrom(begins) }).map(({ roster, rounds }): Life => {
      const closures = closed.map(([start, length]) => ({
        from: addDays(begins, start),
        to: addDays(begins, start + length),
        name: '庁舎の全館停電',
      }));
      return {
        begins,
        closures,
        happenings: happenings.toSorted((one, other) => one.hour - other.hour),
        world: {
          ...{ calendar: createCalendar(closures), sections: sectionNames, rounds, roster },
          ...{ reports: [], absences: [], handovers: [], snoozes: [] },
        },
      };
    }),
  );
