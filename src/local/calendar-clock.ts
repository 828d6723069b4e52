import { Temporal } from 'temporal-polyfill';

/** The program's clock, which the workspace may set ahead of the real one, or behind it. */
export interface WorkspaceClock {
  /** ISO 8601. */
  now(): string;
  /** Seconds by which it differs from the real one; zero for not at all. */
  shift(seconds: number): void;
  /** Seconds since 1970 by the real clock: signatures are checked by it. */
  realSeconds(): number;
}

/** The workspace's time in Tokyo, and the ways to move it. All of them return the seconds of difference from the real time. */
export interface CalendarClock {
  now(): Temporal.ZonedDateTime;
  isMoved(): boolean;
  restore(seconds: number): number;
  /** To the morning some open days ahead of the workspace's date; zero for back to the real time. */
  forward(openDays: number): number;
  /** Some hours ahead, within the same day or into the next. */
  wait(hours: number): number;
  /** To the morning of a date. */
  to(date: Temporal.PlainDate): number;
}

/** When the office opens: a date is gone to as one comes in, with what the day brings still to come. */
const morning = '09:00';

export function createCalendarClock(
  clock: WorkspaceClock,
  afterOpenDays: (date: string, count: number) => string,
): CalendarClock {
  let seconds = 0;
  const now = (): Temporal.ZonedDateTime => Temporal.Instant.from(clock.now()).toZonedDateTimeISO('Asia/Tokyo');
  const restore = (difference: number): number => {
    seconds = difference;
    clock.shift(seconds);
    return seconds;
  };
  const ahead = (moment: Temporal.ZonedDateTime): number =>
    restore(seconds + Math.ceil(now().until(moment, { largestUnit: 'second' }).total('second')));
  const to = (date: Temporal.PlainDate): number =>
    ahead(date.toZonedDateTime({ timeZone: 'Asia/Tokyo', plainTime: morning }));
  return {
    now,
    isMoved: () => seconds !== 0,
    restore,
    to,
    wait: (hours) =>
      now().add({ hours }).toPlainDate().toString() > latest ? seconds : restore(seconds + hours * 3_600),
    forward(openDays) {
      if (openDays === 0) return restore(0);
      const date = afterOpenDays(now().toPlainDate().toString(), openDays);
      return to(Temporal.PlainDate.from(date > latest ? latest : date));
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
