import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../../src/notice/calendar.ts';
import type { Digest } from '../../../src/notice/digest/digest.ts';
import { mondayOf, nextPlan, planFrom, planOf } from '../../../src/notice/digest/week.ts';
import { addDays, day, dayOf, type Moment, momentAt, weekday } from '../../../src/report/day.ts';
import { digest } from '../../support/notices.ts';

const calendar = createCalendar([]);
const first = day('2011-01-03');
/** Every Monday from 2011 to 2035. */
const weeks = fc.nat({ max: 1_300 }).map((count) => addDays(first, 7 * count));

describe('the digest of a week', () => {
  test.each([
    ['an ordinary one goes on Monday and is previewed on Friday', '2026-11-16', '2026-11-16', '2026-11-13'],
    ['a Monday that is a holiday lets it go on Tuesday', '2026-11-23', '2026-11-24', '2026-11-20'],
    ['three holidays in a row let it go on Thursday', '2026-09-21', '2026-09-24', '2026-09-18'],
    ['the last days of a year are still days', '2026-12-28', '2026-12-28', '2026-12-25'],
    ['the first Monday of a year comes after the turn of it', '2027-01-04', '2027-01-04', '2026-12-28'],
  ])('%s', (_, week, issues, previews) => {
    expect(planOf(day(week), calendar)).toMatchObject({
      adjustment: { day: issues },
      issues: momentAt(day(issues), 9),
      previews: momentAt(day(previews), 9),
    });
  });

  test('a week without an open day has none', () => {
    expect(planOf(day('2025-12-29'), calendar)).toBeNull();
    expect(planFrom(day('2025-12-29'), calendar).week).toBe('2026-01-05');
  });

  test('goes on the first open day of its week, and is previewed on the open day before', () => {
    fc.assert(
      fc.property(weeks, (week) => {
        const days = [0, 1, 2, 3, 4, 5, 6].map((count) => addDays(week, count));
        const open = days.filter((on) => calendar.isOpen(on));
        const plan = planOf(week, calendar);
        expect(plan?.adjustment.day).toBe(open.at(0));
        if (!plan) return;
        const preview = dayOf(plan.previews);
        expect(calendar.isOpen(preview)).toBe(true);
        for (let on = addDays(preview, 1); on < plan.adjustment.day; on = addDays(on, 1))
          expect(calendar.isOpen(on)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the next digest', () => {
  const at = (text: string, hour: number) => momentAt(day(text), hour);
  const week = (text: string, changes: Parameters<typeof digest>[0] = {}) => digest({ week: day(text), ...changes });
  const next = (now: Moment, digests: readonly Digest[], open = calendar, since: Moment | null = at('2011-01-01', 0)) =>
    nextPlan({ now, digests, calendar: open, settings: { since } });
  const issued = (text: string) => week(text, { state: 'issued', issuedAt: at(text, 9) });

  test.each([
    ['is this week’s on Monday before nine', '2026-11-16', 8, [], '2026-11-16'],
    ['is still this week’s on Wednesday where it has not gone', '2026-11-18', 12, [], '2026-11-16'],
    ['is next week’s once this week’s is out', '2026-11-16', 10, [issued('2026-11-16')], '2026-11-23'],
    ['is next week’s as soon as that is to be previewed', '2026-11-20', 9, [], '2026-11-23'],
    [
      'stays this week’s where it is skipped',
      '2026-11-16',
      10,
      [week('2026-11-16', { state: 'skipped' })],
      '2026-11-16',
    ],
    ['leaves out one that was sent early', '2026-11-20', 10, [issued('2026-11-23')], '2026-11-30'],
    ['leaves out a week that is closed', '2025-12-29', 10, [], '2026-01-05'],
  ] as const)('%s', (_, on, hour, digests, expected) => {
    expect(next(at(on, hour), [...digests]).week).toBe(expected);
  });

  test('of a week that opens on its last open day does not lapse before its own day is over', () => {
    const closures = createCalendar([{ from: day('2026-11-16'), to: day('2026-11-19'), name: '庁舎の全館停電' }]);
    expect(next(at('2026-11-20', 9), [], closures).week).toBe('2026-11-16');
    expect(next(at('2026-11-21', 0), [], closures).week).toBe('2026-11-23');
  });

  test('is none whose day had come before digests were set up', () => {
    expect(next(at('2026-11-19', 15), [], calendar, at('2026-11-19', 14)).week).toBe('2026-11-23');
    expect(next(at('2026-11-16', 8), [], calendar, at('2026-11-16', 8)).week).toBe('2026-11-16');
    expect(next(at('2026-11-19', 15), [], calendar, null).week).toBe('2026-11-23');
  });

  test('is never one that is out or over', () => {
    fc.assert(
      fc.property(weeks, fc.nat({ max: 167 }), fc.subarray([-1, 0, 1, 2]), (monday, hours, out) => {
        const now = momentAt(addDays(monday, Math.floor(hours / 24)), hours % 24);
        const digests = out.map((count) => issued(addDays(monday, 7 * count)));
        const plan = next(now, digests);
        expect(digests.map((one) => one.week)).not.toContain(plan.week);
        expect(plan.week >= mondayOf(dayOf(now))).toBe(true);
        expect(weekday(plan.week)).toBe(1);
      }),
      { numRuns: 300 },
    );
  });
});
