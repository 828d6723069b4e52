import { type Era, type FiscalYear, fiscalYear, fiscalYearSchema, heisei, reiwa } from './fiscal-year.ts';

/** A month read out of a sentence: H24年3月末, R6.3, 平成24年11月, 2012年11月. */
export interface MonthMention {
  /** YYYY-MM. */
  month: string;
  start: number;
  end: number;
}

/** A year or a span of years read out of a sentence, with the place it stood. */
export interface YearMention {
  /** All years of a span, in order. */
  years: readonly FiscalYear[];
  start: number;
  end: number;
}

/** An era's letter or name, not part of a longer word or number (24h, r2d2). */
const eraName = '(平成|令和|(?<![a-z0-9])[hr])\\s?';
const eraNumber = '(元|0[1-9]|[1-9]\\d?)';
const eraMonth = new RegExp(`${eraName}${eraNumber}[年.]\\s?(\\d{1,2})(?:月末?)?(?![\\da-z])`, 'giu');
const westernMonth = /(?<![\d.,])((?:19|20)\d\d)[年./-](\d{1,2})(?:月末?)?(?![\d.-]|[a-z])/gu;

/** What makes a number a quantity and not a year: 2003件, 2,003, 2000人. */
const counted = '(?:件|人|名|円|万|千|億|個|回|台|校|社|枚|部|団体|箇所|か所|ページ|時間|データ|mb|gb|kb)';
const written = '(?:年度末?|年(?!\\s?\\d)|(?!年))';
const eraYear = new RegExp(`${eraName}${eraNumber}${written}(?!\\d|[.]\\d|[a-z])`, 'giu');
const westernYear = new RegExp(
  `(?<![\\d.,a-z]|(?<!\\d)\\d{1,2}-)(?:fy\\s?)?(199\\d|20[0-4]\\d)(?:fy|${written})(?!\\d|[.,]\\d|-\\d{1,2}(?!\\d)|\\s?${counted}|[a-z])`,
  'giu',
);
/** The second year of a span without its era: H23~25, 平成23~25年度. */
const spanEnd = /^\s?[~-]\s?([1-9]\d?)(?:年度末?|年)?(?![\d.-]|月)/u;
const between = /^(?:\s|[~-]|から)+$/u;

function eraCalled(name: string): Era {
  return name === '平成' || name.toLowerCase() === 'h' ? heisei : reiwa;
}

function yearOf(era: Era, digits: string): FiscalYear | null {
  const parsed = fiscalYearSchema.safeParse(era.first + (digits === '元' ? 1 : Number(digits)) - 1);
  return parsed.success ? parsed.data : null;
}

/** All years between two, whichever comes first. */
function span(one: FiscalYear, other: FiscalYear): FiscalYear[] {
  const first = Math.min(one, other);
  return Array.from({ length: Math.abs(one - other) + 1 }, (_, index) => fiscalYear(first + index));
}

/** Every month named in normalised text (NFKC). */
export function readMonths(text: string): MonthMention[] {
  const mentions: MonthMention[] = [];
  const add = (match: RegExpExecArray, year: number, month: number): void => {
    if (month < 1 || month > 12) return;
    const start = match.index;
    mentions.push({ month: `${year}-${String(month).padStart(2, '0')}`, start, end: start + match[0].length });
  };
  for (const match of text.matchAll(eraMonth)) {
    const [, name = '', digits = '', month = ''] = match;
    // 平成1年 is 1989 and 令和1年 2019, of calendar years as of fiscal ones.
    add(match, eraCalled(name).first + (digits === '元' ? 1 : Number(digits)) - 1, Number(month));
  }
  for (const match of text.matchAll(westernMonth)) add(match, Number(match[1]), Number(match[2]));
  return mentions.toSorted((one, other) => one.start - other.start);
}

/** Single years, and spans whose second year has no era of its own. */
function readSingles(text: string): YearMention[] {
  const mentions: YearMention[] = [];
  for (const match of text.matchAll(eraYear)) {
    const [all, name = '', digits = ''] = match;
    const era = eraCalled(name);
    const year = yearOf(era, digits);
    if (year === null) continue;
    const end = match.index + all.length;
    const second = spanEnd.exec(text.slice(end));
    const last = second ? yearOf(era, second[1] ?? '') : null;
    if (second && last !== null)
      mentions.push({ years: span(year, last), start: match.index, end: end + second[0].length });
    else mentions.push({ years: [year], start: match.index, end });
  }
  for (const match of text.matchAll(westernYear)) {
    mentions.push({ years: [fiscalYear(Number(match[1]))], start: match.index, end: match.index + match[0].length });
  }
  return mentions.toSorted((one, other) => one.start - other.start);
}

/**
 * Every fiscal year named in normalised text (NFKC): H25, 平成25年度, 2013年, R6, 令和6, and spans such as
 * H23-H25, 2014~2016, 平成23年度から平成25年度, in either order.
 * An era number past the era's end still counts (平成32年度 is 2020): the plans print it so.
 */
export function readFiscalYears(text: string): YearMention[] {
  const mentions: YearMention[] = [];
  for (const mention of readSingles(text)) {
    const before = mentions.at(-1);
    const [first] = before?.years ?? [];
    const last = mention.years.at(-1);
    const joined =
      before &&
      first &&
      last &&
      between.test(text.slice(before.end, mention.start)) &&
      /[~-]|から/u.test(text.slice(before.end, mention.start));
    if (joined) mentions.splice(-1, 1, { years: span(first, last), start: before.start, end: mention.end });
    else mentions.push(mention);
  }
  return mentions;
}
