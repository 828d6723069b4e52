/** Why a typed figure could not be read. Nothing is ever guessed: what has two meanings is asked again. */
export type ValueFault =
  | { code: 'empty' }
  /** «—»: perhaps it was not measured. */
  | { code: 'dash' }
  /** «10~20», «10から20»: two figures for one. */
  | { code: 'range' }
  /** «100以上», words, fractions, circled digits. */
  | { code: 'not-a-number' }
  /** Commas that do not stand in thousands: «1,5» may be 1.5 or 15. */
  | { code: 'grouping' }
  | { code: 'unit'; typed: string; expected: string | null }
  /** More digits than a number here can hold exactly. */
  | { code: 'too-long' };

export type ParsedValue =
  | {
      ok: true;
      value: number;
      /** The figure with thousands separated, in the KPI's unit, as it is shown back before it counts. */
      shown: string;
      /** «約» was typed: shown back without it, to be confirmed. */
      approximate: boolean;
    }
  | { ok: false; fault: ValueFault };

/** The many signs that people type for a dash, and for minus. */
const dash = '[-−‐‑–—―ー]';
const minus = new RegExp(`^(?:マイナス|[▲△]|${dash})(?=[\\d.])`, 'u');
const onlyDashes = new RegExp(`^${dash}+$`, 'u');
/** A second figure after the first: 10~20, 10件から20件. */
const secondFigure = new RegExp(`^[^\\d]*(?:[~〜]|${dash}|から|ないし)\\d`, 'u');
/** Words that make a bound or a guess of a figure. */
const vague = /(?:以上|以下|未満|超|程度|前後|弱|強|くらい|ほど)$/u;

const powers: Readonly<Record<string, number>> = { 千: 3, 万: 4, 億: 8, 兆: 12 };
const mostDigits = 15;

/** One form for one meaning: widths, white space, the many signs for minus and for «about». */
function fold(typed: string): string {
  return (
    typed
      .normalize('NFKC')
      // A blank between digits is a comma, or else «10 20» would become 1020.
      .replace(/(?<=\d)\s+(?=\d)/gu, ',')
      .replace(/[\s\u200B-\u200D\u2060\uFEFF]/gu, '')
      .replace(/パーセント/gu, '%')
      .replace(/[か力カヶケ箇個]所/gu, '箇所')
      .replace(minus, '-')
      .replace(/^\+(?=[\d.])/u, '')
  );
}

/** The words after which the same thing is counted: 人 for 名, 時間 for h. */
function sameUnit(unit: string): string {
  return unit.replace(/名/gu, '人').replace(/時間/gu, 'h').toLowerCase();
}

/** A KPI's unit taken apart: 万人 counts people in ten thousands; 箇所/累計 and 件(延べ) count 箇所 and 件. */
function unitOf(unit: string | null): { whole: string; counter: string; power: number } {
  const whole = sameUnit(fold(unit ?? ''));
  const base = whole.replace(/[/(].*$/u, '');
  const scale = powers[base[0] ?? ''];
  return scale === undefined || base.length === 1
    ? { whole, counter: base, power: 0 }
    : { whole, counter: base.slice(1), power: scale };
}

/** A decimal number whose commas, if any, stand in thousands. */
const decimal = /^(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?$/u;

/** Digits times ten to a power, read as one decimal so that 1.1万 is 11000 and not 11000.000000000002. */
function scaled(digits: string, power: number): number {
  return Number(`${digits.replaceAll(',', '') || '1'}e${power}`);
}

/** «1億2,345万6千», «5千万», «1.5万», largest first; null where the order or the digits make no number. */
function readScales(text: string): number | null {
  const match = /^(?:([^兆億万]+)兆)?(?:([^億万]+)億)?(?:([^万]+)万)?([^万億兆]+)?$/u.exec(text);
  if (!match) return null;
  let total = 0;
  for (const [index, power] of [12, 8, 4, 0].entries()) {
    const part = match[index + 1];
    if (part === undefined) continue;
    const thousands = /^(?:([\d,.]+)千)?([\d,.]*)$/u.exec(part);
    if (!thousands) return null;
    const [, before, after = ''] = thousands;
    if (![before ?? '', after].every((digits) => decimal.test(digits))) return null;
    if (before !== undefined) total += scaled(before, power + 3);
    if (after !== '') total += scaled(after, power);
  }
  // Sums of decimals: 1.2万 + 0.3 is 12000.3, whatever the bits say.
  return Number(total.toPrecision(mostDigits));
}

/** A figure as the form shows it back. */
export function shownValue(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 20 });
}

const fail = (fault: ValueFault): ParsedValue => ({ ok: false, fault });

/**
 * Reads a figure as people type it: full-width digits, commas, blanks, %, 千 万 億, 約, ▲ for minus, the KPI's own unit.
 * `unit` is the KPI's; the value is in it («659,000人» of a KPI in 万人 is 65.9).
 */
export function parseValue(typed: string, unit: string | null): ParsedValue {
  // Circled digits, superscripts and fractions are numbers to NFKC only: «4²» is not 42.
  if (/\p{No}/u.test(typed)) return fail({ code: 'not-a-number' });
  const whole = fold(typed);
  const about = /^(?:約|およそ|おおよそ|概ね|ほぼ)/u.exec(whole)?.[0] ?? '';
  const text = fold(whole.slice(about.length));
  if (text === '') return fail({ code: 'empty' });
  if (onlyDashes.test(text)) return fail({ code: 'dash' });
  const match = /^(-?)([\d.,千万億兆]+)(.*)$/u.exec(text);
  if (!match) return fail({ code: 'not-a-number' });
  const [, sign = '', digits = '', tail = ''] = match;
  if (secondFigure.test(tail)) return fail({ code: 'range' });
  if (!/^\d|^\.\d/u.test(digits) || /[\d.,]$/u.exec(digits)?.[0] === '.') return fail({ code: 'not-a-number' });
  if (digits.replace(/\D/gu, '').replace(/^0+/u, '').length > mostDigits || /\.\d{10}/u.test(digits))
    return fail({ code: 'too-long' });

  const expected = unitOf(unit);
  const said = sameUnit(tail);
  // «65.9万人» of a KPI in 万人: the 万 was read as part of the number, and is taken into account below.
  const known =
    unit === null ? !/[\d%]/u.test(tail) && tail.length <= 5 : ['', expected.whole, expected.counter].includes(said);
  if (!known) {
    return /\d/u.test(tail) || vague.test(tail)
      ? fail({ code: 'not-a-number' })
      : fail({ code: 'unit', typed: tail, expected: unit });
  }
  const absolute = readScales(digits);
  if (absolute === null) return fail({ code: digits.includes(',') ? 'grouping' : 'not-a-number' });
  if (absolute > Number.MAX_SAFE_INTEGER) return fail({ code: 'too-long' });
  const inUnits = /[千万億兆]/u.test(digits) || (expected.power > 0 && said !== '');
  const size = inUnits ? Number((absolute / 10 ** expected.power).toPrecision(mostDigits)) : absolute;
  // Minus zero is a zero to everybody.
  const value = sign === '-' && size !== 0 ? -size : size;
  return { ok: true, value, shown: shownValue(value), approximate: about !== '' };
}
