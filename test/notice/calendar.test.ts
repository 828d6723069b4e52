import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../src/notice/calendar.ts';
import { addDays, type Day, day, daysBetween } from '../../src/report/day.ts';
import type { ClosedReason } from '../../src/report/open-days.ts';
import { holidaysByLaw, weekdayOf } from '../support/holiday-law.ts';

const calendar = createCalendar([]);
const firstDay = day('2011-01-01');
const anyDay = fc.integer({ min: 0, max: 25 * 365 }).map((days) => addDays(firstDay, days));
const holiday = (name: string): ClosedReason => ({ code: 'holiday', name });

describe('the office is closed', () => {
  test.each<[string, ClosedReason]>([
    ['2026-05-02', { code: 'saturday' }],
    ['2026-05-10', { code: 'sunday' }],
    ['2026-05-03', holiday('憲法記念日')],
    ['2026-05-06', holiday('振替休日')],
    ['2026-09-21', holiday('敬老の日')],
    ['2026-09-22', holiday('国民の休日')],
    ['2026-09-23', holiday('秋分の日')],
    ['2026-11-23', holiday('勤労感謝の日')],
    ['2026-12-29', { code: 'turn-of-year' }],
    ['2027-01-01', holiday('元日')],
    ['2027-01-03', { code: 'turn-of-year' }],
    ['2027-03-22', holiday('振替休日')],
  ])('on %s', (date, reason) => {
    expect(calendar.whyClosed(day(date))).toEqual(reason);
    expect(calendar.isOpen(day(date))).toBe(false);
  });
});

test.each(['2026-05-07', '2026-09-24', '2026-12-28', '2027-01-04', '2027-03-23', '2028-02-29', '2027-05-31'])(
  'the office is open on %s',
  (date) => {
    expect(calendar.whyClosed(day(date))).toBeNull();
  },
);

test('from 2011 to 2035 it is closed exactly on weekends, at the turn of the year and on the holidays of the law', () => {
  const wrong: Day[] = [];
  for (let year = 2011; year <= 2035; year += 1) {
    const holidays = holidaysByLaw(year);
    for (let on = day(`${year}-01-01`); on.startsWith(String(year)); on = addDays(on, 1)) {
      const date = on.slice(5);
      const closed = [0, 6].includes(weekdayOf(on)) || date >= '12-29' || date <= '01-03' || holidays.has(on);
      if (calendar.isOpen(on) === closed) wrong.push(on);
    }
  }
  expect(wrong).toEqual([]);
});

describe('an office’s own closures', () => {
  const closed = createCalendar([{ from: day('2026-05-07'), to: day('2026-05-08'), name: '庁舎の全館停電' }]);

  test('close it, and say why', () => {
    expect(closed.whyClosed(day('2026-05-08'))).toEqual({ code: 'office', name: '庁舎の全館停電' });
    expect(closed.isOpen(day('2026-05-11'))).toBe(true);
  });

  test('on a day that is a holiday anyway the holiday is the reason', () => {
    const long = createCalendar([{ from: day('2026-05-01'), to: day('2026-05-08'), name: '庁舎の全館停電' }]);
    expect(long.whyClosed(day('2026-05-06'))).toEqual(holiday('振替休日'));
  });
});

describe('a date on a closed day moves', () => {
  test('to the next open day, and each day passed says why', () => {
    expect(calendar.adjust(day('2026-05-03'), 'next')).toEqual({
      asked: '2026-05-03',
      day: '2026-05-07',
      passed: [
        { day: '2026-05-03', reason: holiday('憲法記念日') },
        { day: '2026-05-04', reason: holiday('みどりの日') },
        { day: '2026-05-05', reason: holiday('こどもの日') },
        { day: '2026-05-06', reason: holiday('振替休日') },
      ],
    });
  });

  test('or to the previous', () => {
    expect(calendar.adjust(day('2027-01-01'), 'previous')).toMatchObject({ day: '2026-12-28' });
    expect(calendar.adjust(day('2027-01-01'), 'previous').passed).toHaveLength(4);
  });

  test('and an open day stays, with nothing to explain', () => {
    expect(calendar.adjust(day('2026-05-07'), 'next')).toEqual({ asked: '2026-05-07', day: '2026-05-07', passed: [] });
  });
});

describe('open days are counted', () => {
  test.each<[string, number, string]>([
    ['2026-04-30', 1, '2026-05-01'],
    ['2026-05-01', 1, '2026-05-07'],
    ['2026-05-07', -1, '2026-05-01'],
    ['2026-12-28', 1, '2027-01-04'],
    ['2027-01-04', -5, '2026-12-22'],
    ['2026-09-18', 1, '2026-09-24'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2028-02-29', 1, '2028-03-01'],
    // From a closed day the count begins with the first open one.
    ['2026-05-03', 1, '2026-05-07'],
    ['2026-05-03', -1, '2026-05-01'],
    ['2026-05-03', 0, '2026-05-03'],
  ])('from %s by %i is %s', (from, n, expected) => {
    expect(calendar.addOpenDays(day(from), n)).toBe(expected);
  });

  test('forth and back is where it began, from any open day', () => {
    fc.assert(
      fc.property(anyDay.filter(calendar.isOpen), fc.integer({ min: -30, max: 30 }), (from, n) => {
        expect(calendar.addOpenDays(calendar.addOpenDays(from, n), -n)).toBe(from);
      }),
    );
  });

  test('and exactly that many open days lie on the way', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 30 }), (from, n) => {
        const to = calendar.addOpenDays(from, n);
        let open = 0;
        for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) if (calendar.isOpen(on)) open += 1;
        expect([open, calendar.isOpen(to)]).toEqual([n, true]);
      }),
    );
  });

  test('between two days, which leads from one to the other again', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -30, max: 30 }), (from, n) => {
        const to = calendar.addOpenDays(from, n);
        expect(calendar.openDaysBetween(from, to)).toBe(n);
      }),
    );
  });

  test.each<[string, string, number]>([
    ['2026-05-01', '2026-05-06', 0],
    ['2026-05-06', '2026-05-07', 1],
    ['2026-05-07', '2026-05-02', 0],
    ['2026-05-07', '2026-04-30', -2],
    ['2026-09-20', '2026-09-24', 1],
    ['2026-12-28', '2027-01-04', 1],
    ['2028-02-28', '2028-03-01', 2],
  ])('from %s to %s there are %i', (from, to, expected) => {
    expect(calendar.openDaysBetween(day(from), day(to))).toBe(expected);
  });

  test('and every closed day on the way is told', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20, max: 20 }), (from, n) => {
        const { day: to, passed } = calendar.walkOpenDays(from, n);
        expect(Math.abs(daysBetween(from, to))).toBe(Math.abs(n) + passed.length);
        expect(passed.every(({ day: on, reason }) => calendar.whyClosed(on)?.code === reason.code)).toBe(true);
      }),
    );
  });

  test('an adjusted date is the nearest open day of its side', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('next' as const, 'previous' as const), (asked, rule) => {
        const { day: to, passed } = calendar.adjust(asked, rule);
        expect(calendar.isOpen(to)).toBe(true);
        expect(passed.every((step) => !calendar.isOpen(step.day))).toBe(true);
        expect(addDays(asked, (rule === 'next' ? 1 : -1) * passed.length)).toBe(to);
      }),
    );
  });
});

describe('what lies far ahead is said to be uncertain', () => {
  const today = day('2026-11-21');
  test.each<[string, ReturnType<typeof calendar.warning>]>([
    ['2027-03-22', null],
    ['2028-03-20', 'equinox-calculated'],
    ['2028-05-08', null],
    ['2050-12-28', null],
    ['2051-01-04', 'beyond-holidays'],
  ])('%s', (date, warning) => {
    expect(calendar.warning(day(date), today)).toBe(warning);
  });

  test('until the gazette has fixed the equinox days, in February of the year before', () => {
    expect(calendar.warning(day('2028-03-20'), day('2027-02-28'))).toBe('equinox-calculated');
    expect(calendar.warning(day('2028-03-20'), day('2027-03-01'))).toBeNull();
  });
});
