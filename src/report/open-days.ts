import type { Day } from './day.ts';
import type { ClosedDayRule } from './round.ts';

/** Why the office is closed. */
export type ClosedReason =
  | { code: 'saturday' | 'sunday' }
  /** A national holiday by its name: «秋分の日», «振替休日», «国民の休日». */
  | { code: 'holiday'; name: string }
  /** 29 December to 3 January, by the ordinances on closed days. */
  | { code: 'turn-of-year' }
  /** A closure of data/calendar.json. */
  | { code: 'office'; name: string };

/** How a date came to be the day it is. */
export interface Adjustment {
  asked: Day;
  day: Day;
  /** The closed days passed over, from the date asked for on; empty where it was open. */
  passed: readonly { day: Day; reason: ClosedReason }[];
}

/** What is not certain about a day that lies far ahead. */
export type CalendarWarning =
  /** No holidays are known for its year. */
  | 'beyond-holidays'
  /** The equinox days are calculated; the gazette fixes those of a year in February of the year before. */
  | 'equinox-calculated';

/** What rounds need to know of the calendar, which notice/ keeps. */
export interface OpenDays {
  /** The day itself where it is open, else the next or the previous open day. */
  adjust(asked: Day, rule: ClosedDayRule): Adjustment;
  /** The nth open day after a day, or before it where n is negative; with 0 the day itself, open or not. */
  addOpenDays(from: Day, n: number): Day;
  /** The same, with the closed days passed over on the way, the nearest to `from` first. */
  walkOpenDays(from: Day, n: number): Adjustment;
  /**
   * How many open days `to` lies after `from`; negative where it lies before. Neither counts `from` itself, so that
   * adding as many open days leads to `to` wherever `to` is open.
   */
  openDaysBetween(from: Day, to: Day): number;
  warning(on: Day, today: Day): CalendarWarning | null;
}

/** What is not certain about some days: what is worst of all of them, null for nothing. */
export function warningOf(
  days: readonly Day[],
  today: Day,
  { warning }: Pick<OpenDays, 'warning'>,
): CalendarWarning | null {
  const warnings = new Set(days.map((on) => warning(on, today)));
  if (warnings.has('beyond-holidays')) return 'beyond-holidays';
  return warnings.has('equinox-calculated') ? 'equinox-calculated' : null;
}
