import { addDays, dayOf, type Moment } from '../../src/report/day.ts';
import type { Report } from '../../src/report/report.ts';
import type { Round } from '../../src/report/round.ts';
import { type Happening, people, sectionNames } from './arbitrary-world.ts';
import { hoursLater, type SimplePost, type World } from './notice-world.ts';
import { head, report } from './rounds.ts';

function choose<T>(from: readonly T[], number: number): T | undefined {
  return from.length === 0 ? undefined : from[number % from.length];
}

function replaceRound(world: World, round: Round | undefined, changes: Partial<Round>): void {
  if (round) world.rounds = world.rounds.map((one) => (one.id === round.id ? { ...one, ...changes } : one));
}

function store(world: World, made: Report): void {
  const others = world.reports.filter(({ round, section }) => round !== made.round || section !== made.section);
  world.reports = [...others, made];
}

/** Changes the world, or what the post does, as something that happens does. Downtime is the clock's. */
export function happen(
  { kind, one, other, length }: Happening,
  { world, post, now }: { world: World; post: SimplePost; now: Moment },
): void {
  const today = dayOf(now);
  const open = world.rounds.filter(({ state }) => state === 'open');
  const round = choose(open, one);
  const section = choose(sectionNames, other);
  const signed = { by: head, at: now };
  const newest = choose(post.sent.filter(({ content }) => content.kind === 'reminder').slice(-6), one)?.content;
  switch (kind) {
    case 'submit':
      if (round && section) store(world, report({ round: round.id, section, state: 'submitted', submitted: signed }));
      return;
    case 'return': {
      const handedIn = world.reports.filter(
        ({ state, round: id }) => state === 'submitted' && open.some((each) => each.id === id),
      );
      const returned = choose(handedIn, one);
      if (returned) store(world, { ...returned, state: 'returned', returned: { ...signed, reason: '単位' } });
      return;
    }
    case 'snooze':
      if (newest) {
        const snoozes = world.snoozes.filter(({ to }) => to !== newest.to);
        world.snoozes = [...snoozes, { to: newest.to, until: hoursLater(now, other % 2 === 0 ? 2 : length) }];
      }
      return;
    case 'hand-over': {
      if (newest?.kind !== 'reminder') return;
      const from = people.find((user) => user === newest.to) ?? choose(newest.people, one);
      const item = choose(newest.items, other);
      const to = choose(people, other);
      if (!from || !item || !to) return;
      const others = world.handovers.filter(
        (before) => before.round !== item.round || before.section !== item.section || before.from !== from,
      );
      world.handovers = [...others, { round: item.round, section: item.section, from, to, version: 1 }];
      return;
    }
    case 'absence': {
      const user = choose(people, one);
      const standIn = choose(people, other) ?? null;
      if (!user) return;
      const to = addDays(today, length % 12);
      const away = { user, from: today, to, standIn: length % 3 === 0 ? null : standIn, version: 1 };
      world.absences = [...world.absences.filter((before) => before.user !== user), away];
      return;
    }
    case 'pause':
      replaceRound(world, round, { paused: true });
      return;
    case 'resume':
      replaceRound(world, round, { paused: false });
      return;
    case 'extend': {
      const later = round && round.due > today ? round.due : today;
      replaceRound(world, round, { due: addDays(later, 1 + (length % 20)) });
      return;
    }
    case 'close':
      replaceRound(world, round, { state: 'closed' });
      return;
    case 'reopen': {
      const closed = choose(
        world.rounds.filter(({ state }) => state === 'closed'),
        one,
      );
      replaceRound(world, closed, { state: 'open', paused: false });
      return;
    }
    case 'exclude':
      if (round && section)
        replaceRound(world, round, { exclusions: [...round.exclusions, { kpi: null, section, reason: '事業終了' }] });
      return;
    case 'new-head': {
      const entry = choose(world.roster, one);
      const head = choose(people, other) ?? null;
      world.roster = world.roster.map((each) => (each === entry ? { ...entry, head } : each));
      return;
    }
    case 'hold':
      post.hold();
      return;
    case 'release':
      post.release();
      return;
    case 'downtime':
      return;
  }
}
