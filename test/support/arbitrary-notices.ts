import fc from 'fast-check';
import type { Content } from '../../src/notice/content.ts';
import type { Escalation } from '../../src/notice/escalation.ts';
import type { DueItem, DueState, Reminder } from '../../src/notice/reminder.ts';
import { sectionIdSchema } from '../../src/plan/section.ts';
import { day, moment } from '../../src/report/day.ts';
import type { Person } from '../../src/report/person.ts';
import { newsPurposes } from '../../src/report/report-notices.ts';
import { arbitrarySheet } from './arbitrary-report.ts';
import { hostileText, hostileWord } from './arbitrary-words.ts';
import { realCatalog } from './catalog.ts';
import { channel } from './notices.ts';
import { kpi, round, roundId, user } from './rounds.ts';

const text = hostileText(3_000);
const days = fc.constantFrom('2026-04-28', '2026-05-07', '2027-01-04').map(day);
const at = fc.constant(moment('2026-05-01T01:05:00Z'));
const users = fc.constantFrom('U0HEAD', 'U0STAFF', 'W0OTHER').map(user);
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });
const sections = hostileWord(300).map((name) => sectionIdSchema.parse(name));
const rounds = fc.constantFrom('r6-results', 'r7-results', 'a'.repeat(64)).map(roundId);
const person: fc.Arbitrary<Person> = fc.record({ user: users, name: text, post: text });
const printed = realCatalog()
  .items.flatMap(({ kpis }) => kpis)
  .slice(0, 4)
  .map(({ id }) => id);

const state: fc.Arbitrary<DueState> = fc.oneof(
  fc.record({ kind: fc.constant('owed' as const), begun: fc.boolean() }),
  fc.record({ kind: fc.constant('returned' as const), by: person, at, reason: text }),
  fc.record({
    kind: fc.constant('done' as const),
    stage: fc.constantFrom('submitted' as const, 'confirmed' as const, 'accepted' as const),
    by: person,
    at,
  }),
  fc.record({ kind: fc.constant('lifted' as const), why: fc.constantFrom('closed' as const, 'excluded' as const) }),
  fc.record({ kind: fc.constant('handed-over' as const), to: users }),
);

const arbitraryItem: fc.Arbitrary<DueItem> = fc.record({
  round: rounds,
  title: text,
  section: sections,
  due: days,
  left: fc.integer({ min: -300, max: 60 }),
  late: fc.boolean(),
  step: maybe(fc.integer({ min: -60, max: 60 })),
  kpis: fc.array(
    fc.record({
      kpi: fc.constantFrom(...printed, kpi('no/longer#1')),
      last: maybe(fc.record({ text, measuredOn: maybe(days) })),
    }),
    { maxLength: 30 },
  ),
  minutes: fc.integer({ min: 2, max: 600 }),
  version: fc.nat(),
  state,
  exclusionAsked: fc.boolean(),
});

export const arbitraryReminder: fc.Arbitrary<Reminder> = fc.record({
  kind: fc.constant('reminder' as const),
  to: fc.oneof(users, fc.constant(channel('C0DIGITAL'))),
  on: days,
  items: fc.array(arbitraryItem, { minLength: 1, maxLength: 40 }),
  people: fc.array(users, { maxLength: 30 }),
  standsInFor: maybe(users),
  again: fc.boolean(),
  snoozedUntil: maybe(at),
});

const arbitraryEscalation: fc.Arbitrary<Escalation> = fc.record({
  kind: fc.constant('escalation' as const),
  to: users,
  on: days,
  sections: fc.array(
    fc.record({
      round: rounds,
      title: text,
      section: sections,
      due: days,
      late: fc.integer({ min: 1, max: 300 }),
      post: maybe(text),
      lastTold: maybe(days),
      settled: fc.boolean(),
    }),
    { minLength: 1, maxLength: 60 },
  ),
});

const request: fc.Arbitrary<Content> = fc.record({
  kind: fc.constant('request' as const),
  to: users,
  title: text,
  request: fc.record({
    round: rounds,
    section: sections,
    by: person,
    at,
    reason: text,
    declined: fc.constant(null),
    version: fc.nat(),
  }),
  state: fc.oneof(
    fc.constantFrom({ kind: 'pending' as const }, { kind: 'granted' as const }, { kind: 'overtaken' as const }),
    fc.record({ kind: fc.constant('declined' as const), by: person, at, reason: text }),
  ),
});

const decision: fc.Arbitrary<Content> = fc.record({
  kind: fc.constant('decision' as const),
  to: users,
  title: text,
  request: fc.record({
    round: rounds,
    section: sections,
    by: person,
    at,
    reason: text,
    declined: maybe(fc.record({ by: person, at, reason: text })),
    version: fc.nat(),
  }),
});

const reports = arbitrarySheet(12).map(({ report }) => report);
const arbitraryNews: fc.Arbitrary<Content> = fc.record({
  kind: fc.constant('news' as const),
  to: users,
  purpose: fc.constantFrom(...newsPurposes),
  title: text,
  due: days,
  report: reports,
  state: fc.oneof(
    fc.constantFrom({ kind: 'current' as const }, { kind: 'over' as const }),
    fc.record({ kind: fc.constant('moved' as const), report: reports }),
  ),
});

const trouble: fc.Arbitrary<Content> = fc.record({
  kind: fc.constant('trouble' as const),
  to: users,
  notice: fc.oneof(
    fc.record({ kind: fc.constant('reminder' as const), to: fc.constant(channel('C0DIGITAL')), on: days }),
    fc.record({ kind: fc.constant('again' as const), to: users, at }),
    fc.record({ kind: fc.constant('escalation' as const), to: users, on: days }),
    fc.record({
      kind: fc.constant('request' as const),
      to: users,
      round: fc.constant(round().id),
      section: fc.constant(sectionIdSchema.parse('デジタルみやぎ推進課')),
      at,
    }),
  ),
  trouble: fc.oneof(fc.constantFrom('channel_not_found', 'unclear-and-unseen'), text),
  settled: fc.boolean(),
});

/** Whatever a notice may tell, of any length and by any names. */
export const arbitraryContent: fc.Arbitrary<Content> = fc.oneof(
  arbitraryReminder,
  arbitraryEscalation,
  request,
  decision,
  arbitraryNews,
  trouble,
);
