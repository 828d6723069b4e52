import type { Kpi } from '../../plan/kpi.ts';
import type { Mark } from '../../plan/mark.ts';
import { parseValue, type ValueFault } from '../parse-value.ts';
import { longestText, type Reported, type ReportLine } from '../report.ts';
import type { FillInColumn, FillInTexts } from './columns.ts';
import { readDay } from './read-day.ts';
import type { Typed } from './table.ts';

/** Why what was typed for a KPI is not understood. */
export type TypedFault =
  | { code: 'value'; column: 'value'; fault: ValueFault }
  /** Excel, or the person, made a date of the figure: 4-2 became 2 April. */
  | { code: 'value-is-date'; column: 'value' }
  | { code: 'value-or-reason'; column: 'value' }
  | { code: 'value-and-reason'; column: 'reason' }
  | { code: 'date'; column: 'measuredOn' }
  | { code: 'mark'; column: 'mark' }
  | { code: 'too-long'; column: 'reason' | 'note'; longest: number };

export type ReadLine =
  /** Null where all cells are empty. `approximate`: «約» was typed, and is shown back without it. */
  { ok: true; line: ReportLine | null; approximate: boolean } | { ok: false; faults: readonly TypedFault[] };

type TypedLine = Readonly<Record<FillInColumn, Typed | null>>;

/** A double as people mean it: Excel keeps 0.958 as 0.95799999999999996. */
function asText({ value, shown }: Extract<Typed, { kind: 'number' }>): string {
  const text = (number: number): string => String(Number(number.toPrecision(15)));
  return shown === 'percent' ? `${text(value * 100)}%` : text(value);
}

/** A cell as text, whatever Excel made of it; of a date cell where text is meant, the count of days. */
export function typedText(typed: Typed | null): string {
  if (typed === null) return '';
  return typed.kind === 'text' ? typed.text : asText(typed);
}

/** The cells of a row as the texts a checksum is taken over. */
export function typedTexts(typed: TypedLine): FillInTexts {
  const { value, reason, measuredOn, mark, note } = typed;
  return {
    value: typedText(value),
    reason: typedText(reason),
    measuredOn: typedText(measuredOn),
    mark: typedText(mark),
    note: typedText(note),
  };
}

/** Keyboards have several of each; all that look like the mark are the mark. */
const spellings: readonly (readonly [Mark, RegExp])[] = [
  ['◎', /^[◎⦾]$/u],
  ['○', /^[○◯〇⭕oO]$/u],
  ['△', /^[△Δ]$/u],
  ['×', /^[×✕✖❌xX]$/u],
  ['—', /^[—–―‐−ー一-]$/u],
];

function readMark(text: string): Mark | null {
  const folded = text.normalize('NFKC').replace(/\s|\uFE0F/gu, '');
  return spellings.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

/** What is written where a figure should stand when there is none. */
const noFigure = /^(?:未測定|[—–―‐−ー－-]+)$/u;

function readReported(typed: TypedLine, kpi: Kpi): { reported: Reported; approximate: boolean } | TypedFault {
  const reason = typedText(typed.reason);
  const value = typedText(typed.value);
  if (value === '' && reason === '') return { code: 'value-or-reason', column: 'value' };
  if (reason !== '' && (value === '' || noFigure.test(value)))
    return { reported: { kind: 'not-measured', reason }, approximate: false };
  if (reason !== '') return { code: 'value-and-reason', column: 'reason' };
  if (typed.value?.kind === 'number' && typed.value.shown === 'date') return { code: 'value-is-date', column: 'value' };
  const parsed = parseValue(value, kpi.unit);
  return parsed.ok
    ? { reported: { kind: 'value', value: parsed.value }, approximate: parsed.approximate }
    : { code: 'value', column: 'value', fault: parsed.fault };
}

/** What a row says of its KPI, in the KPI's unit; or everything in it that is not understood. */
export function readLine(typed: TypedLine, kpi: Kpi): ReadLine {
  const texts = typedTexts(typed);
  if (Object.values(texts).every((text) => text === '')) return { ok: true, line: null, approximate: false };
  const said = readReported(typed, kpi);
  const measuredOn = typed.measuredOn && readDay(typed.measuredOn);
  const mark = texts.mark === '' ? null : readMark(texts.mark);
  const long = (['reason', 'note'] as const).filter((column) => texts[column].length > longestText);
  const faults: TypedFault[] = [
    ...('code' in said ? [said] : []),
    ...(typed.measuredOn && !measuredOn ? [{ code: 'date', column: 'measuredOn' } as const] : []),
    ...(texts.mark !== '' && !mark ? [{ code: 'mark', column: 'mark' } as const] : []),
    ...long.map((column) => ({ code: 'too-long', column, longest: longestText }) as const),
  ];
  if (faults.length > 0 || 'code' in said) return { ok: false, faults };
  const note = texts.note === '' ? null : texts.note;
  return {
    ok: true,
    line: { kpi: kpi.id, reported: said.reported, measuredOn, mark, note },
    approximate: said.approximate,
  };
}
