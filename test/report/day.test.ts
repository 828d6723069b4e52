import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, dayOf, lastDayOf, moment, momentAt, weekday } from '../../src/report/day.ts';

const date = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-30'), noInvalidDate: true });

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

  test('needs an offset', () => {
    expect(() => moment('2026-05-20T01:00:00')).toThrow();
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
