import type { Closure } from '../../src/notice/closures.ts';
import type { Moment } from '../../src/report/day.ts';
import type { Round } from '../../src/report/round.ts';
import { holidaysByLaw, weekdayOf } from './holiday-law.ts';

/** Days and steps counted again, one by one and by the law, without the calendar and the ladder of the product. */
export interface OfficeByLaw {
  isOpen(day: string): boolean;
  /** After the closed-day rule. */
  dueOf(round: Round): string;
  /** The last day before anybody is late. */
  graceEnds(round: Round): string;
  /** The newest day up to today on which the ladder reminds; null before the first. */
  newestStep(round: Round, today: string): string | null;
  /** Open days after a day. */
  after(day: string, openDays: number): string;
}

function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The day and the hour in Japan, nine hours ahead of UTC in every season. */
export function inJapan(at: Moment): { day: string; hour: number } {
  const shifted = new Date(Date.parse(at) + 9 * 3_600_000).toISOString();
  return { day: shifted.slice(0, 10), hour: Number(shifted.slice(11, 13)) };
}

export function officeByLaw(closures: readonly Closure[]): OfficeByLaw {
  const holidays = new Map<number, ReadonlySet<string>>();
  const isHoliday = (day: string): boolean => {
    const year = Number(day.slice(0, 4));
    const known = holidays.get(year) ?? holidaysByLaw(year);
    holidays.set(year, known);
    return known.has(day);
  };
  const isOpen = (day: string): boolean =>
    ![0, 6].includes(weekdayOf(day)) &&
    !isHoliday(day) &&
    !(day.slice(5) >= '12-29' || day.slice(5) <= '01-03') &&
    !closures.some(({ from, to }) => from <= day && day <= to);
  const nearest = (day: string, direction: number): string =>
    isOpen(day) ? day : nearest(shiftDay(day, direction), direction);
  const after = (day: string, openDays: number): string => {
    const direction = Math.sign(openDays);
    return openDays === 0 ? day : after(nearest(shiftDay(day, direction), direction), openDays - direction);
  };
  const dueOf = ({ due, closedDays }: Round): string => nearest(due, closedDays === 'next' ? 1 : -1);
  const graceEnds = (round: Round): string => after(dueOf(round), round.grace);
  return {
    isOpen,
    dueOf,
    graceEnds,
    after,
    newestStep: (round, today) => {
      const steps = (round.ladder ?? [-10, -5, -1, 0, 1, 3]).map((step) =>
        after(dueOf(round), step > 0 ? step + round.grace : step),
      );
      const passed = steps.filter((day) => day <= today);
      let last = [...steps, graceEnds(round)].toSorted().at(-1) ?? '';
      for (;;) {
        last = nearest(shiftDay(last, 7), 1);
        if (last > today) return passed.toSorted().at(-1) ?? null;
        passed.push(last);
      }
    },
  };
}
