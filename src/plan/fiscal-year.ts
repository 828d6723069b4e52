import { z } from 'zod';

/** A Japanese fiscal year by the calendar year of its April: 2024 is 令和6年度 (April 2024 to March 2025). */
export const fiscalYearSchema = z.int().min(1989).max(2100).brand<'FiscalYear'>();
export type FiscalYear = z.infer<typeof fiscalYearSchema>;

/** @throws ZodError when the number is not a year between 1989 and 2100. */
export function fiscalYear(year: number): FiscalYear {
  return fiscalYearSchema.parse(year);
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

interface Era {
  name: string;
  letter: string;
  /** The fiscal year called 元年度. 令和元年度 began in April 2019, a month before the era itself. */
  first: number;
  last: number;
}

const heisei: Era = { name: '平成', letter: 'H', first: 1989, last: 2018 };
const reiwa: Era = { name: '令和', letter: 'R', first: 2019, last: Number.POSITIVE_INFINITY };

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

const eraMonth = /(平成|令和|(?<![a-z])[hr])\s?(元|\d{1,2})[年.]\s?(\d{1,2})(?:月末?)?(?!\d)/giu;
const westernMonth = /(?<!\d)((?:19|20)\d\d)[年./-](\d{1,2})(?:月末?)?(?![\d.-])/gu;

/** A month read out of a sentence: H24年3月末, R6.3, 平成24年11月, 2012年11月. */
export interface MonthMention {
  /** YYYY-MM. */
  month: string;
  start: number;
  end: number;
}

/** Every month named in normalised text (NFKC). */
export function readMonths(text: string): MonthMention[] {
  const mentions: MonthMention[] = [];
  const add = (match: RegExpMatchArray, year: number, month: number): void => {
    if (month < 1 || month > 12 || match.index === undefined) return;
    const start = match.index;
    mentions.push({ month: `${year}-${String(month).padStart(2, '0')}`, start, end: start + match[0].length });
  };
  for (const match of text.matchAll(eraMonth)) {
    const [, name = '', digits = '', month = ''] = match;
    // 平成1年 is 1989 and 令和1年 2019, of calendar years as of fiscal ones.
    const first = name === '平成' || name.toLowerCase() === 'h' ? heisei.first : reiwa.first;
    add(match, first + (digits === '元' ? 1 : Number(digits)) - 1, Number(month));
  }
  for (const match of text.matchAll(westernMonth)) add(match, Number(match[1]), Number(match[2]));
  return mentions.sort((one, other) => one.start - other.start);
}

/** A year read out of a sentence, with the place it stood so that a reader can be shown what was taken for a year. */
export interface YearMention {
  year: FiscalYear;
  start: number;
  end: number;
}

const eraYear = /(平成|令和|(?<![a-z])[hr])\s?(元|\d{1,2})(?:年度?末?)?(?![\d.-])/giu;
const westernYear = /(?<![\d-])(20[0-4]\d|199\d)(?:年度?末?|fy)?(?![\d-])/giu;

/**
 * Every fiscal year named in normalised text (NFKC): H25, 平成25年度, 2013年, R6, 令和6.
 * An era number past the era's end still counts (平成32年度 is 2020): the plans print it so.
 */
export function readFiscalYears(text: string): YearMention[] {
  const mentions: YearMention[] = [];
  for (const match of text.matchAll(eraYear)) {
    const [all, name = '', digits = ''] = match;
    const era = name === '平成' || name.toLowerCase() === 'h' ? heisei : reiwa;
    const number = digits === '元' ? 1 : Number(digits);
    const parsed = fiscalYearSchema.safeParse(era.first + number - 1);
    if (parsed.success && number > 0) {
      mentions.push({ year: parsed.data, start: match.index, end: match.index + all.length });
    }
  }
  for (const match of text.matchAll(westernYear)) {
    const [all, digits = ''] = match;
    mentions.push({ year: fiscalYear(Number(digits)), start: match.index, end: match.index + all.length });
  }
  return mentions.sort((one, other) => one.start - other.start);
}
