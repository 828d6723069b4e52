import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../../src/notice/calendar.ts';
import type { Digest } from '../../../src/notice/digest/digest.ts';
import { type DigestCircumstances, dueDigest, nextDigest } from '../../../src/notice/digest/due-digest.ts';
import { mondayOf, planFrom } from '../../../src/notice/digest/week.ts';
import { keyOf } from '../../../src/notice/notice.ts';
import { inOfficeHours } from '../../../src/notice/office-hours.ts';
import { addDays, type Day, day, dayOf, type Moment, momentAt } from '../../../src/report/day.ts';
import { digestFacts, lineFacts } from '../../support/digests.ts';
import { channel, digest } from '../../support/notices.ts';
import { user } from '../../support/rounds.ts';

const calendar = createCalendar([]);
const week = day('2026-11-16');
const coordinators = [user('U0ONE'), user('U0TWO')];
const settings = {
  channels: [channel('C0ALL'), channel('C0PLAN')],
  automatic: true,
  since: momentAt(day('2011-01-01'), 9),
  version: 1,
};
const at = (text: string, hour: number): Moment => momentAt(day(text), hour);

function due(changes: Partial<DigestCircumstances> = {}) {
  const { issue, place } = dueDigest({
    ...{ now: at('2026-11-16', 9), calendar, settings, digests: [], coordinators },
    ...changes,
  });
  return { issues: issue?.plan.week ?? null, keys: place.map(({ notice }) => keyOf(notice)), place };
}

const facts = digestFacts({ channels: settings.channels });
const issued = digest({ week, state: 'issued', facts, issuedAt: at('2026-11-16', 9), version: 1 });

describe('a digest', () => {
  test('is previewed to every coordinator on the open day before, from nine', () => {
    expect(due({ now: at('2026-11-13', 8) }).keys).toEqual([]);
    expect(due({ now: at('2026-11-13', 9) })).toMatchObject({
      issues: null,
      keys: ['digest-preview/U0ONE/2026-11-16', 'digest-preview/U0TWO/2026-11-16'],
    });
  });

  test('goes by itself on Monday at nine where nobody acted', () => {
    expect(due({ now: at('2026-11-16', 8) }).issues).toBeNull();
    expect(due({ now: at('2026-11-16', 9) }).issues).toBe(week);
  });

  test.each<[string, Partial<DigestCircumstances>]>([
    ['is skipped', { digests: [digest({ week, state: 'skipped' })] }],
    ['waits for a coordinator', { settings: { ...settings, automatic: false } }],
    ['has nowhere to go', { settings: { ...settings, channels: [] } }],
  ])('does not go by itself where it %s', (_, changes) => {
    expect(due({ now: at('2026-11-16', 10), ...changes }).issues).toBeNull();
  });

  test('says nothing to anybody until somebody has set it up', () => {
    expect(due({ now: at('2026-11-13', 10), settings: { ...settings, channels: [] } }).keys).toEqual([]);
  });

  test('that waits for a coordinator is previewed on its own day, too', () => {
    const waiting = { ...settings, automatic: false };
    expect(due({ now: at('2026-11-17', 10), settings: waiting }).keys).toHaveLength(2);
  });

  test('missed on Monday goes later in the week, but not once the next one is to be previewed', () => {
    expect(due({ now: at('2026-11-18', 11) }).issues).toBe(week);
    expect(due({ now: at('2026-11-18', 17) }).issues).toBeNull();
    expect(due({ now: at('2026-11-20', 9) })).toMatchObject({
      issues: null,
      keys: ['digest-preview/U0ONE/2026-11-23', 'digest-preview/U0TWO/2026-11-23'],
    });
  });

  test('that is out has its message and its thread in every channel it was issued for, whatever is set by now', () => {
    const { keys, place } = due({ digests: [issued], settings: { ...settings, channels: [channel('C0NEW')] } });
    expect(keys).toEqual([
      'digest/C0ALL/2026-11-16',
      'digest-part/C0ALL/2026-11-16/1',
      'digest/C0PLAN/2026-11-16',
      'digest-part/C0PLAN/2026-11-16/1',
    ]);
    expect(place.map(({ inThreadOf }) => inThreadOf)).toEqual([null, keys[0], null, keys[2]]);
  });

  test('has each correction in its thread, not before the office opens', () => {
    const correction = { number: 1, at: at('2026-11-17', 20), changes: [lineFacts()] };
    const corrected = { ...issued, facts: { ...facts, channels: [channel('C0ALL')], corrections: [correction] } };
    expect(due({ digests: [corrected] }).place.at(-1)).toMatchObject({
      notice: { kind: 'digest-correction', number: 1 },
      notBefore: at('2026-11-18', 9),
      inThreadOf: 'digest/C0ALL/2026-11-16',
    });
  });

  test('sent early does not go again on its Monday', () => {
    const early = { ...issued, issuedAt: at('2026-11-13', 15) };
    expect(due({ now: at('2026-11-16', 9), digests: [early] }).issues).toBeNull();
  });
});

/** What happens at a turn of the clock: mostly nothing else; a coordinator acts, or the machine stands still. */
const turn = fc.oneof(
  { weight: 30, arbitrary: fc.constant('tick') },
  { weight: 8, arbitrary: fc.constant('down') },
  { weight: 1, arbitrary: fc.constantFrom('skip', 'undo', 'send') },
);
/** Hours from one turn to the next; nine in the morning is among them. */
const step = 3;
const turnsADay = 24 / step;

/** Some weeks as the product lives through them: which digests went out when, and how. */
function live(from: Day, turns: readonly string[], automatic: boolean) {
  const digests: Digest[] = [];
  const out: { week: Day; at: Moment; byItself: boolean }[] = [];
  const store = (changed: Digest): void => {
    const known = digests.findIndex((one) => one.week === changed.week);
    if (known === -1) digests.push(changed);
    else digests[known] = changed;
  };
  for (const [index, event] of turns.entries()) {
    const now = momentAt(addDays(from, Math.floor(index / turnsADay)), (index % turnsADay) * step);
    const circumstances = { now, calendar, settings: { ...settings, automatic }, digests, coordinators };
    const next = nextDigest(circumstances).digest;
    const issue = (one: Digest, byItself: boolean): void => {
      store({ ...one, state: 'issued', facts, issuedAt: now });
      out.push({ week: one.week, at: now, byItself });
    };
    if (event === 'skip') store({ ...next, state: 'skipped' });
    if (event === 'undo') store({ ...next, state: 'planned' });
    if (event === 'send') issue(next, false);
    const { issue: due } = dueDigest(circumstances);
    if (event === 'tick' && due) issue(due.digest, true);
  }
  return out;
}

describe('over weeks of ticks, coordinators and downtimes', () => {
  const start = fc.nat({ max: 8_000 }).map((count) => addDays(day('2011-01-03'), count));
  const turns = fc.array(turn, { minLength: turnsADay * 7, maxLength: turnsADay * 28 });
  const runs = { numRuns: 40 };

  test('no week has two digests, and none goes by itself while the office is closed, before its day or after its week', () => {
    fc.assert(
      fc.property(start, turns, fc.boolean(), (from, events, automatic) => {
        const out = live(from, events, automatic);
        expect(new Set(out.map((one) => one.week)).size).toBe(out.length);
        for (const one of out.filter(({ byItself }) => byItself)) {
          expect(automatic).toBe(true);
          expect(inOfficeHours(one.at, calendar)).toBe(true);
          expect(one.at >= planFrom(one.week, calendar).issues).toBe(true);
          expect(mondayOf(dayOf(one.at))).toBe(one.week);
        }
      }),
      runs,
    );
  });

  test('where nobody acts and nothing fails, every week that has an open day has its digest on the first of them at nine', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 8, max: 40 }), (from, days) => {
        const out = live(from, Array<string>(turnsADay * days).fill('tick'), true);
        const expected: Moment[] = [];
        // The week in which a run begins may have had its day before.
        for (let plan = planFrom(addDays(mondayOf(from), 7), calendar); plan.adjustment.day < addDays(from, days); ) {
          expected.push(plan.issues);
          plan = planFrom(addDays(plan.week, 7), calendar);
        }
        expect(out.filter((one) => one.week > mondayOf(from)).map((one) => one.at)).toEqual(expected);
      }),
      runs,
    );
  });
});
