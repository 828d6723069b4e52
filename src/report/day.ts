import { z } from 'zod';

/**
 * Milliseconds by which clocks in Japan, wherever the host stands, are ahead of UTC. They have been since 1952, in summer too,
 * so that days and hours there are plain arithmetic.
 */
const ahead = 9 * 3_600_000;
const dayLength = 86_400_000;

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

/** Milliseconds since 1970 as text of one width. @throws RangeError beyond the years that have four digits. */
function written(milliseconds: number): string {
  const text = new Date(milliseconds).toISOString();
  if (text.length > 24) throw new RangeError(`${text} is beyond the years that have four digits`);
  return text;
}

/** The moment so many milliseconds after 1970. @throws RangeError beyond the years that have four digits. */
export function momentOf(milliseconds: number): Moment {
  // What was just written has the form.
  return written(milliseconds) as Moment;
}

/** The day of which the milliseconds since 1970 are the beginning, or any later time of it. */
const dayFrom = (milliseconds: number): Day => written(milliseconds).slice(0, 10) as Day;

const isoTime = /^(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(?<offset>Z|[+-]\d\d(?::\d\d)?)$/u;

/**
 * Any ISO 8601 time with its offset, also as PostgreSQL prints it (a blank for T, +00 for Z); less than a millisecond is dropped.
 * @throws RangeError when the text is not such a time.
 */
export function moment(text: string): Moment {
  const { time, offset } = isoTime.exec(text.replace(' ', 'T'))?.groups ?? {};
  if (time === undefined || offset === undefined) throw new RangeError(`${text} is no time with its offset`);
  return momentOf(Date.parse(time + (offset.length === 3 ? `${offset}:00` : offset)));
}

/** The day it is in Japan at that moment. */
export function dayOf(at: Moment): Day {
  return dayFrom(Date.parse(at) + ahead);
}

/** «2026-03-31 17:00:00»: what a clock in Japan shows at that moment. */
export function timeInJapan(at: Moment): string {
  return written(Date.parse(at) + ahead)
    .slice(0, 19)
    .replace('T', ' ');
}

/** The moment a clock in Japan shows that full hour of the day. */
export function momentAt(on: Day, hour: number): Moment {
  return momentOf(Date.parse(on) + hour * 3_600_000 - ahead);
}

/** Days later, or earlier where the number is negative; closed days count like others. */
export function addDays(on: Day, days: number): Day {
  return dayFrom(Date.parse(on) + days * dayLength);
}

/** Seconds later, or earlier where the number is negative. */
export function addSeconds(at: Moment, seconds: number): Moment {
  return momentOf(Date.parse(at) + seconds * 1_000);
}

/** 1 Monday to 7 Sunday. */
export function weekday(on: Day): number {
  return new Date(on).getUTCDay() || 7;
}

/** The last day of a month written YYYY-MM, which is when the plans' figures «as of» a month were taken. */
export function lastDayOf(month: string): Day {
  const first = new Date(month);
  return dayFrom(first.setUTCMonth(first.getUTCMonth() + 1, 0));
}

/** The year and month of a day, as the fiscal year asks for them. */
export function yearAndMonth(on: Day): { year: number; month: number } {
  return { year: Number(on.slice(0, 4)), month: Number(on.slice(5, 7)) };
}

/** Seconds since 1970, whole ones. */
export function epochSeconds(at: Moment): number {
  return Math.floor(Date.parse(at) / 1_000);
}

/** Hours and minutes a clock in Japan shows. */
export function timeOf(at: Moment): { hour: number; minute: number } {
  const shown = new Date(Date.parse(at) + ahead);
  return { hour: shown.getUTCHours(), minute: shown.getUTCMinutes() };
}

/** Days from one to another, closed days like others; negative where the other is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / dayLength;
}

/** Hours later. */
export function addHours(at: Moment, hours: number): Moment {
  return addSeconds(at, hours * 3_600);
}
