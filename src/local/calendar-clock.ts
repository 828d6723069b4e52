import { Temporal } from 'temporal-polyfill';

/** The program's clock, which the workspace may set ahead of the real one, or behind it. */
export interface WorkspaceClock {
  now(): Temporal.Instant;
  /** Whole days by which it differs from the real one; zero for not at all. */
  shift(days: number): void;
  /** Seconds since 1970 by the real clock: signatures are checked by it. */
  realSeconds(): number;
}

/** The workspace's date in Tokyo, and the ways to move it. All of them return the days of difference from the real date. */
export interface CalendarClock {
  today(): Temporal.PlainDate;
  isMoved(): boolean;
  restore(days: number): number;
  /** Some open days ahead of the workspace's date; zero for back to the real one. */
  forward(openDays: number): number;
  to(date: Temporal.PlainDate): number;
}

export function createCalendarClock(
  clock: WorkspaceClock,
  afterOpenDays: (date: Temporal.PlainDate, count: number) => Temporal.PlainDate,
): CalendarClock {
  let days = 0;
  const today = (): Temporal.PlainDate => clock.now().toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
  const restore = (difference: number): number => {
    days = difference;
    clock.shift(days);
    return days;
  };
  const to = (date: Temporal.PlainDate): number => restore(days + today().until(date, { largestUnit: 'day' }).days);
  return {
    today,
    isMoved: () => days !== 0,
    restore,
    to,
    forward(openDays) {
      if (openDays === 0) return restore(0);
      const date = afterOpenDays(today(), openDays);
      return to(Temporal.PlainDate.compare(date, latest) > 0 ? Temporal.PlainDate.from(latest) : date);
    },
  };
}

/** The first and the last date the workspace may stand at: the plans know fiscal years since 平成元年度, and a century from then. */
export const earliest = '1990-04-01';
export const latest = '2099-12-31';

/** A date as a form sends it; null when it is none, or one at which the workspace cannot stand. */
export function readDate(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text) || text < earliest || text > latest) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return null;
  }
}
