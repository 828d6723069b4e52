import { z } from 'zod';

/** A Japanese fiscal year by the calendar year of its April: 2024 is 令和6年度 (April 2024 to March 2025). */
export const fiscalYearSchema = z.int().min(1989).max(2100).brand<'FiscalYear'>();
export type FiscalYear = z.infer<typeof fiscalYearSchema>;

/** @throws ZodError when the number is not a year between 1989 and 2100. */
export function fiscalYear(year: number): FiscalYear {
  return fiscalYearSchema.parse(year);
}

/** «2012年3月», of a month written YYYY-MM. */
export function monthName(text: string): string {
  const [year = 0, month = 0] = text.split('-').map(Number);
  return `${year}年${month}月`;
}

/** The fiscal year a day or month belongs to: January to March are the end of the year before. */
export function fiscalYearOf({ year, month }: { year: number; month: number }): FiscalYear {
  return fiscalYear(month < 4 ? year - 1 : year);
}

/** The fiscal year of a month written YYYY-MM. */
export function fiscalYearOfMonth(text: string): FiscalYear {
  const [year = 0, month = 0] = text.split('-').map(Number);
  return fiscalYearOf({ year, month });
}

/** A Japanese era, by its fiscal years. */
export interface Era {
  name: string;
  letter: string;
  /** The fiscal year called 元年度. 令和元年度 began in April 2019, a month before the era itself. */
  first: number;
  last: number;
}

export const heisei: Era = { name: '平成', letter: 'H', first: 1989, last: 2018 };
export const reiwa: Era = { name: '令和', letter: 'R', first: 2019, last: Number.POSITIVE_INFINITY };

function eraOf(year: FiscalYear): Era {
  return year >= reiwa.first ? reiwa : heisei;
}

/** «R6», as the plans print it in headings. */
export function shortEraYear(year: FiscalYear): string {
  const era = eraOf(year);
  return `${era.letter}${year - era.first + 1}`;
}

/** «令和6年度». */
export function longEraYear(year: FiscalYear): string {
  const era = eraOf(year);
  const number = year - era.first + 1;
  return `${era.name}${number === 1 ? '元' : number}年度`;
}
