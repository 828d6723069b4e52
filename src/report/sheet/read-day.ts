import { heisei, reiwa } from '../../plan/fiscal-year.ts';
import { addDays, type Day, day, daySchema } from '../day.ts';
import type { Typed } from './table.ts';

/** The day Excel counts as 0 from March 1900 on: it believes in 29 February 1900. */
const beforeFirst = day('1899-12-30');
/** 1989-01-08, when Heisei began, and the end of 2100: no figure of the plans is older. */
const earliest = 32_516;
const latest = 73_415;

const firstYears: Readonly<Record<string, number>> = {
  R: reiwa.first,
  令和: reiwa.first,
  令: reiwa.first,
  H: heisei.first,
  平成: heisei.first,
  平: heisei.first,
};

function dayOfSerial(serial: number): Day | null {
  const whole = Math.floor(serial);
  return whole >= earliest && whole <= latest ? addDays(beforeFirst, whole) : null;
}

function dayOfText(typed: string): Day | null {
  const text = typed
    .normalize('NFKC')
    .replace(/\s|[(][日月火水木金土](?:曜日?)?[)]$/gu, '')
    .toUpperCase();
  const match =
    /^(?<era>R|H|令和?|平成?)?(?<year>元|\d{1,4})(?:年|[-/.‐−])(?<month>\d{1,2})(?:月|[-/.‐−])(?<date>\d{1,2})日?$/u.exec(
      text,
    ) ?? /^(?<year>\d{4})(?<month>\d\d)(?<date>\d\d)$/u.exec(text);
  if (!match?.groups) return null;
  const { era, year = '', month = '', date = '' } = match.groups;
  // «8.3.31» without an era may be Reiwa 8 or 2008.
  if (era === undefined && !/^\d{4}$/u.test(year)) return null;
  const number = year === '元' ? 1 : Number(year);
  const western = era === undefined ? number : number >= 1 && number < 100 ? (firstYears[era] ?? 0) + number - 1 : 0;
  if (western < heisei.first || western > 2100) return null;
  const parsed = daySchema.safeParse(`${western}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
  return parsed.success ? parsed.data : null;
}

/**
 * A day as people and Excel write it: a date cell, «2026/3/31», «R8.3.31», «令和8年3月31日», «20260331», full-width too.
 * Null where it is no day of 1989 to 2100, or could be two.
 */
export function readDay(typed: Typed): Day | null {
  if (typed.kind === 'text') return dayOfText(typed.text);
  return (typed.shown === 'percent' ? null : dayOfSerial(typed.value)) ?? dayOfText(String(typed.value));
}
