import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** The only time zone of the product: deadlines, days and office hours are those of Japan, wherever the host stands. */
const tokyo = 'Asia/Tokyo';

export const daySchema = z.iso.date().brand<'Day'>();
/** A day in Japan, YYYY-MM-DD; in the order of text as in the order of time. */
export type Day = z.infer<typeof daySchema>;

export const momentSchema = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  .brand<'Moment'>();
/** A point in time, UTC with milliseconds and of one width, so that text compares as time does. */
export type Moment = z.infer<typeof momentSchema>;

/** @throws ZodError when the text is not a day that exists. */
export function day(text: string): Day {
  return daySchema.parse(text);
}

/**
 * Any ISO 8601 time with its offset, also as PostgreSQL prints it (a blank for T, +00 for Z); less than a millisecond is dropped.
 * @throws RangeError when the text is not such a time.
 */
export function moment(text: string): Moment {
  const instant = Temporal.Instant.from(text.replace(' ', 'T'));
  return momentSchema.parse(instant.toString({ smallestUnit: 'millisecond' }));
}

/** The day it is in Japan at that moment. */
export function dayOf(at: Moment): Day {
  return day(Temporal.Instant.from(at).toZonedDateTimeISO(tokyo).toPlainDate().toString());
}

/** «2026-03-31 17:00:00»: what a clock in Japan shows at that moment. */
export function timeInJapan(at: Moment): string {
  const shown = Temporal.Instant.from(at).toZonedDateTimeISO(tokyo).toPlainDateTime();
  return shown.toString({ smallestUnit: 'second' }).replace('T', ' ');
}

/** The moment a clock in Japan shows that full hour of the day. */
export function momentAt(on: Day, hour: number): Moment {
  const zoned = Temporal.PlainDate.from(on).toZonedDateTime({ timeZone: tokyo, plainTime: { hour } });
  return moment(zoned.toInstant().toString());
}

/** Days later, or earlier where the number is negative; closed days count like others. */
export function addDays(on: Day, days: number): Day {
  return day(Temporal.PlainDate.from(on).add({ days }).toString());
}

/** Seconds later, or earlier where the number is negative. */
export function addSeconds(at: Moment, seconds: number): Moment {
  return moment(Temporal.Instant.from(at).add({ seconds }).toString());
}

/** 1 Monday to 7 Sunday. */
export function weekday(on: Day): number {
  return Temporal.PlainDate.from(on).dayOfWeek;
}

/** The last day of a month written YYYY-MM, which is when the plans' figures «as of» a month were taken. */
export function lastDayOf(month: string): Day {
  const first = Temporal.PlainYearMonth.from(month);
  return day(first.toPlainDate({ day: first.daysInMonth }).toString());
}

/** The year and month of a day, as the fiscal year asks for them. */
export function yearAndMonth(on: Day): { year: number; month: number } {
  const { year, month } = Temporal.PlainDate.from(on);
  return { year, month };
}

/** Seconds since 1970, whole ones. */
export function epochSeconds(at: Moment): number {
  return Math.floor(Temporal.Instant.from(at).epochMilliseconds / 1_000);
}

/** Hours and minutes a clock in Japan shows. */
export function timeOf(at: Moment): { hour: number; minute: number } {
  const { hour, minute } = Temporal.Instant.from(at).toZonedDateTimeISO(tokyo);
  return { hour, minute };
}

/** Days from one to another, closed days like others; negative where the other is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

/** Hours later. */
export function addHours(at: Moment, hours: number): Moment {
  return moment(Temporal.Instant.from(at).add({ hours }).toString());
}
