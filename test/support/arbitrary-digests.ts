import fc from 'fast-check';
import { longestNote } from '../../src/notice/digest/digest.ts';
import {
  type Ahead,
  attentionKinds,
  type Correction,
  type DigestFacts,
  type LineFacts,
  type RoundFacts,
  type Tally,
} from '../../src/notice/digest/facts.ts';
import { addDays, type Day, day, momentAt } from '../../src/report/day.ts';
import type { Reported } from '../../src/report/report.ts';
import { hostileText, hostileWord } from './arbitrary-words.ts';
import { channel } from './notices.ts';
import { kpi, round, section } from './rounds.ts';

/** As long as texts of plans and forms get, and longer. */
const text = hostileText(300);
const longText = hostileText(3_000);
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });
const count = fc.nat({ max: 99_999 });
const days: fc.Arbitrary<Day> = fc.nat({ max: 40 }).map((days) => addDays(day('2026-11-20'), days));

const tally: fc.Arbitrary<Tally> = fc.tuple(count, count, count, count).map(([open, preliminary, approved, late]) => ({
  asked: open + preliminary + approved,
  answered: preliminary + approved,
  preliminary,
  approved,
  late,
}));

const roundFacts: fc.Arbitrary<RoundFacts> = fc.record({
  round: fc.constant(round().id),
  title: text,
  state: fc.constantFrom('open', 'paused', 'closed'),
  due: days,
  sections: tally,
  kpis: fc.tuple(tally, count).map(([all, notMeasured]) => ({ ...all, notMeasured })),
});

const reported: fc.Arbitrary<Reported> = fc.oneof(
  fc
    .oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
    .map((value) => ({ kind: 'value' as const, value })),
  longText.map((reason) => ({ kind: 'not-measured' as const, reason })),
);

const lineFacts: fc.Arbitrary<LineFacts> = fc.record({
  round: fc.constant(round().id),
  section: hostileWord(200).map(section),
  kpi: fc.constant(kpi('p/0#1')),
  area: fc.oneof(text, fc.constantFrom('', '庁内の人材育成')),
  name: text,
  unit: maybe(text),
  target: maybe(text),
  reported,
  before: maybe(reported),
  state: fc.constantFrom('met', 'missed', 'not-measured', 'no-actual', 'no-target', 'not-comparable'),
  preliminary: fc.boolean(),
  note: maybe(longText),
});

const ahead: fc.Arbitrary<Ahead> = fc.oneof(
  fc.record({ kind: fc.constant('due' as const), on: days, title: text }),
  fc.record({ kind: fc.constant('reminder' as const), on: days, title: text, step: fc.integer({ min: -60, max: 60 }) }),
  fc.record({ kind: fc.constant('digest' as const), on: days }),
);

const corrections: fc.Arbitrary<Correction[]> = fc
  .array(
    fc.array(
      fc.tuple(lineFacts, reported).map(([line, before]) => ({ ...line, before })),
      { minLength: 1, maxLength: 30 },
    ),
    { maxLength: 5 },
  )
  .map((all) =>
    all.map((changes, index) => ({ number: index + 1, at: momentAt(day('2026-11-24'), 9 + index), changes })),
  );

/** What a digest could tell of any number of rounds, figures and dates, in any words. */
export const arbitraryFacts: fc.Arbitrary<DigestFacts> = fc.record({
  from: fc.constant(momentAt(day('2026-11-13'), 9)),
  until: fc.constant(momentAt(day('2026-11-20'), 9)),
  channels: fc.constant([channel('C0ALL')]),
  rounds: fc.array(roundFacts, { maxLength: 40, size: 'max' }),
  answered: count,
  approved: count,
  attention: fc.array(
    fc.record({
      kind: fc.constantFrom(...attentionKinds),
      round: fc.constant(round().id),
      title: text,
      due: days,
      sections: fc.array(hostileWord(200).map(section), { minLength: 1, maxLength: 3 }),
      count: fc.integer({ min: 3, max: 500 }),
    }),
    { maxLength: 3 },
  ),
  moreAttention: count,
  // A digest tells of a KPI of a section once.
  lines: fc
    .array(lineFacts, { maxLength: 100, size: 'max' })
    .map((lines) => lines.map((line, index) => ({ ...line, kpi: kpi(`p/${index}#1`) }))),
  ahead: fc.array(ahead, { maxLength: 100, size: 'max' }),
  corrections,
});

/** 一言 of any words, as long as it may be. */
export const arbitraryNote: fc.Arbitrary<string | null> = maybe(hostileText(longestNote));
