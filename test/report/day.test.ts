import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addHours,
  addSeconds,
  day,
  dayOf,
  daysBetween,
  epochSeconds,
  lastDayOf,
  moment,
  momentAt,
  timeInJapan,
  timeOf,
  weekday,
  yearAndMonth,
} from '../../src/report/day.ts';

const date = fc.date({ min: new Date('1960-01-01'), max: new Date('2100-12-30'), noInvalidDate: true });
const someDay = date.map((one) => day(one.toISOString().slice(0, 10)));
const someMoment = date.map((one) => moment(one.toISOString()));

describe('a day is a day in Japan', () => {
  test.each([
    ['2026-05-06T14:59:59.999Z', '2026-05-06'],
    ['2026-05-06T15:00:00Z', '2026-05-07'],
    ['2026-12-31T15:00:00Z', '2027-01-01'],
    ['2028-02-28T15:00:00Z', '2028-02-29'],
  ])('at %s it is %s', (at, expected) => {
    expect(dayOf(moment(at))).toBe(expected);
  });

  test('17:00 of a day is 08:00 in UTC', () => {
    expect(momentAt(day('2026-05-29'), 17)).toBe('2026-05-29T08:00:00.000Z');
  });

  test.each(['2026-02-29', '2026-13-01', '26-05-01', '2026/05/01', '2026-5-1', ''])('«%s» is none', (text) => {
    expect(() => day(text)).toThrow();
  });

  test.each(['UTC', 'America/St_Johns', 'Pacific/Kiritimati', 'Asia/Tokyo'])('on a host in %s too', (zone) => {
    const module = join(process.cwd(), 'dist', 'src', 'report', 'day.js');
    const code = `import { dayOf, moment, momentAt, day, lastDayOf } from ${JSON.stringify(module)};
      process.stdout.write([dayOf(moment('2026-05-06T15:00:00Z')), momentAt(day('2026-05-07'), 0), lastDayOf('2028-02')].join());`;
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', code], {
      env: { ...process.env, TZ: zone },
    });
    expect(String(said)).toBe('2026-05-07,2026-05-06T15:00:00.000Z,2028-02-29');
  });
});

describe('a moment', () => {
  test.each([
    ['2026-05-20 10:00:00.5+09', '2026-05-20T01:00:00.500Z'],
    ['2026-05-20 01:00:00.123456+00', '2026-05-20T01:00:00.123Z'],
    ['2026-05-19 22:30:00-02:30', '2026-05-20T01:00:00.000Z'],
    ['2026-05-20T01:00Z', '2026-05-20T01:00:00.000Z'],
  ])('«%s» is %s', (text, expected) => {
    expect(moment(text)).toBe(expected);
  });

  test('has one form, in which text compares as time does', () => {
    fc.assert(
      fc.property(date, date, (one, other) => {
        const [first, second] = [moment(one.toISOString()), moment(other.toISOString())];
        expect(first < second).toBe(one < other);
      }),
    );
  });

  test.each(['2026-05-20T01:00:00', '2026-05-20', '2026-05-20T25:00:00Z', '2026-13-01T00:00:00Z', 'now', ''])(
    '«%s» is none',
    (text) => {
      expect(() => moment(text)).toThrow(RangeError);
    },
  );

  test('beyond the year 9999 is none', () => {
    expect(() => addHours(moment('9999-12-31T23:00:00Z'), 1)).toThrow(RangeError);
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError);
  });
});

describe('days are counted', () => {
  test('forth and back', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -1_000, max: 1_000 }), (from, days) => {
        const on = day(from.toISOString().slice(0, 10));
        expect(addDays(addDays(on, days), -days)).toBe(on);
        expect(Math.abs((weekday(addDays(on, days)) - weekday(on) - days) % 7)).toBe(0);
      }),
    );
  });

  test.each([
    ['2025-03', '2025-03-31'],
    ['2024-02', '2024-02-29'],
    ['2023-02', '2023-02-28'],
  ])('%s ends on %s', (month, last) => {
    expect(lastDayOf(month)).toBe(last);
  });
});

describe('plain arithmetic counts as a calendar with time zones does', () => {
  const inJapan = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO('Asia/Tokyo');
  const written = (at: Temporal.Instant) => at.toString({ smallestUnit: 'millisecond' });

  test('what day and time it is', () => {
    fc.assert(
      fc.property(someMoment, (at) => {
        const shown = inJapan(at);
        expect(dayOf(at)).toBe(shown.toPlainDate().toString());
        expect(timeOf(at)).toEqual({ hour: shown.hour, minute: shown.minute });
        expect(timeInJapan(at)).toBe(shown.toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' '));
        expect(epochSeconds(at)).toBe(Math.floor(shown.epochMilliseconds / 1_000));
      }),
    );
  });

  test('when an hour of a day is', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 23 }), (on, hour) => {
        const zoned = Temporal.PlainDate.from(on).toZonedDateTime({ timeZone: 'Asia/Tokyo', plainTime: { hour } });
        expect(momentAt(on, hour)).toBe(written(zoned.toInstant()));
      }),
    );
  });

  test('what is later and earlier', () => {
    fc.assert(
      fc.property(someMoment, fc.integer({ min: -10_000_000, max: 10_000_000 }), (at, number) => {
        expect(addSeconds(at, number)).toBe(written(Temporal.Instant.from(at).add({ seconds: number })));
        const hours = number % 10_000;
        expect(addHours(at, hours)).toBe(written(Temporal.Instant.from(at).add({ hours })));
      }),
    );
    fc.assert(
      fc.property(someDay, fc.integer({ min: -20_000, max: 20_000 }), (on, days) => {
        const then = Temporal.PlainDate.from(on).add({ days }).toString();
        expect(addDays(on, days)).toBe(then);
        expect(daysBetween(on, day(then))).toBe(days);
      }),
    );
  });

  test('what a day is in its week, month and year', () => {
    fc.assert(
      fc.property(someDay, (on) => {
        const { dayOfWeek, year, month, daysInMonth } = Temporal.PlainDate.from(on);
        expect(weekday(on)).toBe(dayOfWeek);
        expect(yearAndMonth(on)).toEqual({ year, month });
        expect(lastDayOf(on.slice(0, 7))).toBe(`${on.slice(0, 7)}-${daysInMonth}`);
      }),
    );
  });

  test('what any offset says', () => {
    const offset = fc.constantFrom('Z', '+09', '+09:00', '-02:30', '+00', '+05:45', '-11');
    fc.assert(
      fc.property(someMoment, offset, fc.integer({ min: 0, max: 999_999 }), (at, zone, micros) => {
        const text = `${at.slice(0, 19)}.${String(micros).padStart(6, '0')}${zone}`;
        expect(moment(text)).toBe(written(Temporal.Instant.from(text)));
      }),
    );
  });
});
