/** 国民の祝日に関する法律 as it stood in 2011–2035, told again in code: a second opinion on the table of holidays. */

const text = (year: number, month: number, date: number): string =>
  new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);

function shift(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** 0 Sunday to 6 Saturday. */
export const weekdayOf = (day: string): number => new Date(day).getUTCDay();

function nthMonday(year: number, month: number, n: number): string {
  const first = text(year, month, 1);
  return shift(first, ((8 - weekdayOf(first)) % 7) + 7 * (n - 1));
}

/** The astronomers' approximation for 1980–2099. */
function equinox(year: number, month: 3 | 9): string {
  const base = month === 3 ? 20.8431 : 23.2488;
  return text(year, month, Math.floor(base + 0.242194 * (year - 1980) - Math.floor((year - 1980) / 4)));
}

/** The days moved for the Olympic games. */
const moved: Readonly<Record<number, readonly string[]>> = {
  2020: ['2020-07-23', '2020-07-24', '2020-08-10'],
  2021: ['2021-07-22', '2021-07-23', '2021-08-08'],
};

function named(year: number): string[] {
  const fixed = ['01-01', '02-11', '04-29', '05-03', '05-04', '05-05', '11-03', '11-23'];
  if (year <= 2018) fixed.push('12-23');
  if (year >= 2020) fixed.push('02-23');
  // 令和 began.
  if (year === 2019) fixed.push('05-01', '10-22');
  const summer = [nthMonday(year, 7, 3), nthMonday(year, 10, 2), ...(year >= 2016 ? [`${year}-08-11`] : [])];
  return [
    ...fixed.map((date) => `${year}-${date}`),
    nthMonday(year, 1, 2),
    nthMonday(year, 9, 3),
    equinox(year, 3),
    equinox(year, 9),
    ...(moved[year] ?? summer),
  ];
}

/** Every holiday of a year, with those in lieu and those between two others. */
export function holidaysByLaw(year: number): ReadonlySet<string> {
  const holidays = new Set(named(year));
  const days = [...holidays];
  for (const day of days.filter((each) => weekdayOf(each) === 0).toSorted()) {
    let next = shift(day, 1);
    while (holidays.has(next)) next = shift(next, 1);
    holidays.add(next);
  }
  for (const day of days) {
    const between = shift(day, 1);
    if (!holidays.has(between) && days.includes(shift(day, 2)) && weekdayOf(between) !== 0) holidays.add(between);
  }
  return holidays;
}
