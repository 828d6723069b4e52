import type { Kpi } from '../../plan/kpi.ts';
import type { Mark } from '../../plan/mark.ts';
import type { DraftLine } from '../draft.ts';
import { type FieldFault, readLine } from '../read-line.ts';
import type { ReportLine } from '../report.ts';
import type { FillInColumn, FillInTexts } from './columns.ts';
import { readDay } from './read-day.ts';
import type { Typed } from './table.ts';

/** The cells of a row as they were typed. */
export type TypedCells = Readonly<Record<FillInColumn, Typed | null>>;

/** Why a cell to fill in is not understood. */
export type TypedFault =
  | FieldFault
  /** Excel made a date of the figure: 4-2 became 2 April. */
  | { field: 'value'; fault: { code: 'is-date' } };

export type ReadCells =
  /** Null where all cells are empty. `approximate`: «約» was typed, and is shown back without it. */
  { ok: true; line: ReportLine | null; approximate: boolean } | { ok: false; faults: readonly TypedFault[] };

/** A double as people mean it: Excel keeps 0.958 as 0.95799999999999996. */
function meant(number: number): string {
  return String(Number(number.toPrecision(15)));
}

/** A cell as text, whatever Excel made of it; a date cell as its count of days. */
export function typedText(typed: Typed | null): string {
  if (typed === null) return '';
  if (typed.kind === 'text') return typed.text;
  return typed.shown === 'percent' ? `${meant(typed.value * 100)}%` : meant(typed.value);
}

/** The cells of a row as the texts a checksum is taken over. */
export function typedTexts({ value, reason, measuredOn, mark, note }: TypedCells): FillInTexts {
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
  ['◎', /^◎$/u],
  ['○', /^[○◯〇⭕oO]$/u],
  ['△', /^[△Δ]$/u],
  ['×', /^[×✕✖❌xX]$/u],
  ['—', /^[—–―‐−ー一-]$/u],
];

function markOf(text: string): Mark | null {
  const folded = text.normalize('NFKC').replace(/\s|\uFE0F/gu, '');
  return spellings.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

/** What is written where a figure should stand when there is none. */
const noFigure = /^(?:未測定|[—–―‐−ー－-]+)$/u;

/** The cells of a row as if they had been typed into the form: days and marks in the form's own spelling where they are understood. */
function asForm(cells: TypedCells, kpi: Kpi): DraftLine {
  const { value, reason, measuredOn, mark, note } = typedTexts(cells);
  return {
    kpi: kpi.id,
    value: reason !== '' && noFigure.test(value) ? '' : value,
    reason,
    measuredOn: (cells.measuredOn && readDay(cells.measuredOn)) ?? measuredOn,
    mark: markOf(mark) ?? mark,
    note,
  };
}

/** What a row says of its KPI, in the KPI's unit; or everything in it that is not understood. */
export function readCells(cells: TypedCells, kpi: Kpi): ReadCells {
  if (Object.values(cells).every((cell) => cell === null)) return { ok: true, line: null, approximate: false };
  const isDate = cells.value?.kind === 'number' && cells.value.shown === 'date';
  const read = readLine(kpi, asForm(cells, kpi));
  const faults: TypedFault[] = [
    ...(isDate ? [{ field: 'value', fault: { code: 'is-date' } } as const] : []),
    ...(read.ok ? [] : read.faults),
  ];
  return read.ok && !isDate ? { ok: true, line: read.line, approximate: read.approximate } : { ok: false, faults };
}
