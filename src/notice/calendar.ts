/** notice/: which days are open, what is due, and how it is told. */
import holidayJp from '@holiday-jp/holiday_jp';
import { addDays, type Day, weekday } from '../report/day.ts';
import type { Adjustment, ClosedReason, OpenDays } from '../report/open-days.ts';
import type { Closure } from './closures.ts';

/** 開庁日: the days on which the office is open, in Japan. */
export interface Calendar extends OpenDays {
  isOpen(on: Day): boolean;
  /** Null for an open day. */
  whyClosed(on: Day): ClosedReason | null;
}

const holidays: Readonly<Record<string, { name: string }>> = holidayJp.holidays;

/** The table names the holiday a substitute stands in for («憲法記念日 振替休日»), and calls the days between two holidays 休日. */
function holidayName(on: Day): string | null {
  const name = holidays[on]?.name;
  if (name === undefined) return null;
  if (name.endsWith('振替休日')) return '振替休日';
  return name === '休日' ? '国民の休日' : name;
}

const years = Object.keys(holidays)
  .map((date) => Number(date.slice(0, 4)))
  .toSorted((one, other) => one - other);
const firstYear = years.at(0) ?? 0;
const lastYear = years.at(-1) ?? 0;

function isTurnOfYear(on: Day): boolean {
  const date = on.slice(5);
  return date >= '12-29' || date <= '01-03';
}

/** The last year whose equinox days the gazette has published, at the latest on 1 March of the year before. */
function lastAnnouncedYear(today: Day): number {
  const year = Number(today.slice(0, 4));
  return today.slice(5) >= '03-01' ? year + 1 : year;
}

/** The calendar of an office with these closures of its own. */
export function createCalendar(closures: readonly Closure[]): Calendar {
  const whyClosed = (on: Day): ClosedReason | null => {
    const holiday = holidayName(on);
    if (holiday !== null) return { code: 'holiday', name: holiday };
    if (isTurnOfYear(on)) return { code: 'turn-of-year' };
    const closure = closures.find(({ from, to }) => from <= on && on <= to);
    if (closure) return { code: 'office', name: closure.name };
    const number = weekday(on);
    if (number === 6) return { code: 'saturday' };
    return number === 7 ? { code: 'sunday' } : null;
  };

  const adjust: Calendar['adjust'] = (asked, rule): Adjustment => {
    const passed: { day: Day; reason: ClosedReason }[] = [];
    let on = asked;
    for (let reason = whyClosed(on); reason !== null; reason = whyClosed(on)) {
      passed.push({ day: on, reason });
      on = addDays(on, rule === 'next' ? 1 : -1);
    }
    return { asked, day: on, passed };
  };

  const walkOpenDays: Calendar['walkOpenDays'] = (from, n) => {
    const step = Math.sign(n);
    const passed: Adjustment['passed'][number][] = [];
    let on = from;
    for (let left = Math.abs(n); left > 0; left -= 1) {
      const next = adjust(addDays(on, step), step > 0 ? 'next' : 'previous');
      passed.push(...next.passed);
      on = next.day;
    }
    return { asked: from, day: on, passed };
  };

  const openDaysBetween: Calendar['openDaysBetween'] = (from, to) => {
    const step = from <= to ? 1 : -1;
    let count = 0;
    for (let on = from; on !== to; ) {
      on = addDays(on, step);
      if (whyClosed(on) === null) count += step;
    }
    return count;
  };

  return {
    isOpen: (on) => whyClosed(on) === null,
    whyClosed,
    addOpenDays: (from, n) => walkOpenDays(from, n).day,
    walkOpenDays,
    openDaysBetween,
    adjust,
    warning: (on, today) => {
      const year = Number(on.slice(0, 4));
      if (year < firstYear || year > lastYear) return 'beyond-holidays';
      const nearEquinox = ['03', '09'].includes(on.slice(5, 7));
      return nearEquinox && year > lastAnnouncedYear(today) ? 'equinox-calculated' : null;
    },
  };
}
