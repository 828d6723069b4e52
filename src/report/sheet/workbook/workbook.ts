/** workbook/: the part of the .xlsx format (ECMA-376) that our sheets need; it knows nothing of reports. */

/** How a cell looks, and whether it may be typed into: only `fill-in` is unlocked. */
export const looks = ['plain', 'heading', 'fixed', 'fill-in', 'fill-in-heading'] as const;
export type Look = (typeof looks)[number];

/** A sheet to be written. Every cell is text: nothing in it can become a date, a number or a formula. */
export interface WrittenSheet {
  /** As people see it on the tab; what Excel does not take in a name is replaced. */
  name: string;
  /** Widths in characters. */
  columns: readonly { width: number; hidden: boolean }[];
  rows: readonly WrittenRow[];
  /** The first rows, which stay in sight. */
  frozen: number;
  /** Whether cells other than `fill-in` refuse typing. No password: it guards against slips, the reader against the rest. */
  locked: boolean;
  lists: readonly DropDown[];
}

export interface WrittenRow {
  look: readonly Look[];
  texts: readonly string[];
  hidden: boolean;
}

/** A choice offered in a column, from one row to another; rows and columns count from 0. */
export interface DropDown {
  column: number;
  from: number;
  to: number;
  choices: readonly string[];
  /** Shown when something else is typed. */
  title: string;
  message: string;
}

/** What stands in a cell of a sheet that came back. A formula is never more than that: its cached value is not trusted. */
export type Cell =
  | { kind: 'text'; text: string }
  /** `shown` is what its format makes of the number; a date counts days as Excel does, day 60 being 29 February 1900. */
  | { kind: 'number'; value: number; shown: 'plain' | 'percent' | 'date' }
  | { kind: 'formula' | 'error' | 'boolean' };

/** An area of a sheet, both ends included; rows and columns count from 0. */
export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** A sheet that came back. Rows and columns count from 0; empty cells are not there. */
export interface ReadGrid {
  name: string;
  rows: ReadonlyMap<number, ReadonlyMap<number, Cell>>;
  merged: readonly Area[];
}

/** What a file may cost before it is refused; sizes in bytes. */
export interface WorkbookLimits {
  compressed: number;
  entries: number;
  uncompressed: number;
  /** Of it, what is inflated and read; pictures, for one, are not. */
  read: number;
  /** Uncompressed to compressed, of one entry of some size. */
  ratio: number;
  /** Cells that are not empty, of the whole workbook. */
  cells: number;
}

/** Room for every section of the largest plan many times over; the worst file within them is read in less than a second. */
export const usualLimits: WorkbookLimits = {
  compressed: 5_000_000,
  entries: 200,
  uncompressed: 20_000_000,
  read: 3_000_000,
  ratio: 200,
  cells: 50_000,
};

/** Why a file is not read at all. */
export type FileFault =
  | { code: 'too-large'; size: number; limit: number }
  /** Small outside, huge inside. */
  | { code: 'bomb' }
  | { code: 'not-xlsx' }
  /** .xls of Excel 2003 and before. */
  | { code: 'old-format' }
  | { code: 'encrypted' }
  | { code: 'macros' }
  /** It draws on other files or data bases. */
  | { code: 'external-links' }
  /** Torn, or made to be read in two ways. */
  | { code: 'damaged' };

/** Leaves the reading of a file from any depth; caught where the file is opened. */
export class WorkbookError extends Error {
  override name = 'WorkbookError';
  readonly fault: FileFault;

  constructor(fault: FileFault) {
    super(fault.code);
    this.fault = fault;
  }
}

/** The columns as Excel names them: A, …, Z, AA. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/** «C5» as Excel writes it; null where the text is no such address within the bounds of a sheet. */
export function readAddress(text: string): { row: number; column: number } | null {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/u.exec(text) ?? [];
  if (letters === '') return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const row = Number(digits) - 1;
  return column < 16_384 && row < 1_048_576 ? { row, column } : null;
}
