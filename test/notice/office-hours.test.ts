import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { createCalendar } from '../../src/notice/calendar.ts';
import { inOfficeHours, nextOfficeMoment } from '../../src/notice/office-hours.ts';
import { moment } from '../../src/report/day.ts';
import { inJapan, officeByLaw } from '../support/office-by-law.ts';

const calendar = createCalendar([]);
const next = (at: string) => nextOfficeMoment(moment(at), calendar);

describe('people are written to', () => {
  test.each<[string, boolean]>([
    ['2026-05-07T08:59:59.999+09:00', false],
    ['2026-05-07T09:00:00+09:00', true],
    ['2026-05-07T16:59:59.999+09:00', true],
    ['2026-05-07T17:00:00+09:00', false],
    ['2026-05-06T10:00:00+09:00', false],
    ['2026-09-22T10:00:00+09:00', false],
    ['2026-12-28T10:00:00+09:00', true],
    ['2026-12-29T10:00:00+09:00', false],
    ['2027-03-22T10:00:00+09:00', false],
    ['2028-02-29T10:00:00+09:00', true],
  ])('at %s: %s', (at, expected) => {
    expect(inOfficeHours(moment(at), calendar)).toBe(expected);
  });
});

describe('the next moment is', () => {
  test.each([
    ['the moment itself', '2026-05-07T11:30:00+09:00', '2026-05-07T11:30:00+09:00'],
    ['09:00 of the same day', '2026-05-07T00:00:00+09:00', '2026-05-07T09:00:00+09:00'],
    ['09:00 of the next day', '2026-05-07T17:00:00+09:00', '2026-05-08T09:00:00+09:00'],
    ['09:00 after the holidays of May', '2026-05-02T10:00:00+09:00', '2026-05-07T09:00:00+09:00'],
    ['09:00 after the holidays of September', '2026-09-18T18:00:00+09:00', '2026-09-24T09:00:00+09:00'],
    ['09:00 after the turn of the year', '2026-12-28T17:00:00+09:00', '2027-01-04T09:00:00+09:00'],
    ['09:00 after the equinox', '2027-03-19T17:30:00+09:00', '2027-03-23T09:00:00+09:00'],
  ])('%s', (_, from, to) => {
    expect(next(from)).toBe(moment(to));
  });
});

describe('on hosts in any time zone', () => {
  const own = process.env.TZ;
  afterEach(() => {
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
  });
  const law = officeByLaw([]);
  const anyMoment = fc
    .date({ min: new Date('2011-01-01T00:00:00Z'), max: new Date('2035-12-20T00:00:00Z'), noInvalidDate: true })
    .map((date) => moment(date.toISOString()));

  test.each(['UTC', 'America/St_Johns', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Tokyo'])('%s', (zone) => {
    process.env.TZ = zone;
    fc.assert(
      fc.property(anyMoment, (at) => {
        const reached = nextOfficeMoment(at, calendar);
        const { day, hour } = inJapan(reached);
        const isOffice = law.isOpen(day) && hour >= 9 && hour < 17;
        const { day: today, hour: clock } = inJapan(at);
        const stays = law.isOpen(today) && clock >= 9 && clock < 17;
        expect([isOffice, reached === at, reached >= at]).toEqual([true, stays, true]);
      }),
    );
  });
});
