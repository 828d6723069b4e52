import { type Day, dayOf, type Moment, momentAt } from '../report/day.ts';
import type { Calendar } from './calendar.ts';

/** When people are written to by themselves: from 09:00 until before 17:00 on open days, by the clocks of Japan. */
const firstHour = 9;
const endHour = 17;

/** 09:00 of a day. */
export function morningOf(on: Day): Moment {
  return momentAt(on, firstHour);
}

/** 17:00 of a day. */
export function eveningOf(on: Day): Moment {
  return momentAt(on, endHour);
}

/** Whether anybody is written to at that moment. */
export function inOfficeHours(at: Moment, { isOpen }: Pick<Calendar, 'isOpen'>): boolean {
  const on = dayOf(at);
  return isOpen(on) && at >= morningOf(on) && at < eveningOf(on);
}

/** The moment itself where it lies within office hours, else the next 09:00 of an open day. */
export function nextOfficeMoment(at: Moment, calendar: Pick<Calendar, 'isOpen' | 'addOpenDays'>): Moment {
  if (inOfficeHours(at, calendar)) return at;
  const on = dayOf(at);
  const stillToday = calendar.isOpen(on) && at < morningOf(on);
  return morningOf(stillToday ? on : calendar.addOpenDays(on, 1));
}
