import { type Attributes, walk } from './elements.ts';
import type { Shown } from './number-formats.ts';
import { stringCollector } from './read-strings.ts';
import { unescapeCell } from './text.ts';
import { type Area, type Cell, type ReadGrid, readAddress, WorkbookError } from './workbook.ts';

/** What the cells of all sheets of a workbook refer to. */
export interface Surroundings {
  strings: readonly string[];
  formats: readonly Shown[];
  /** Whether days are counted from 1904, as old Macs did. */
  from1904: boolean;
  /** Called for every cell that holds something. */
  count: () => void;
}

/** From the count of days since 1904 to the usual one. */
const shift1904 = 1_462;

/** More merged cells or array formulas than people make; each is held against each cell. */
const mostAreas = 1_000;

function readArea(text: string): Area {
  const [first = '', last = first] = text.split(':');
  const [from, to] = [readAddress(first), readAddress(last)];
  if (!from || !to) throw new WorkbookError({ code: 'damaged' });
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

/** Whether a cell lies in an area. */
export function within({ top, left, bottom, right }: Area, row: number, column: number): boolean {
  return top <= row && row <= bottom && left <= column && column <= right;
}

function numberCell(value: string, style: string | undefined, { formats, from1904 }: Surroundings): Cell | null {
  if (value.trim() === '') return null;
  const number = Number(value);
  if (!Number.isFinite(number)) throw new WorkbookError({ code: 'damaged' });
  const shown = formats[Number(style ?? 0)] ?? 'plain';
  return { kind: 'number', value: shown === 'date' && from1904 ? number + shift1904 : number, shown };
}

function cellOf(attributes: Attributes, value: string, inline: string, surroundings: Surroundings): Cell | null {
  switch (attributes.t ?? 'n') {
    case 's': {
      const text = surroundings.strings[Number(value)];
      if (text === undefined) throw new WorkbookError({ code: 'damaged' });
      return text === '' ? null : { kind: 'text', text };
    }
    case 'inlineStr':
      return inline === '' ? null : { kind: 'text', text: inline };
    case 'd':
      // «2026-03-31T00:00:00», of files in the strict form: the time of day is never typed.
      return value === '' ? null : { kind: 'text', text: value.replace(/T.*$/u, '') };
    case 'str':
      return value === '' ? null : { kind: 'text', text: unescapeCell(value) };
    case 'b':
      return { kind: 'boolean' };
    case 'e':
      return { kind: 'error' };
    default:
      return numberCell(value, attributes.s, surroundings);
  }
}

/** Reads the cells of a worksheet, and which of them are merged. @throws WorkbookError when it is damaged or too full. */
export function readGrid(name: string, xml: Uint8Array, surroundings: Surroundings): ReadGrid {
  const rows = new Map<number, Map<number, Cell>>();
  const merged: Area[] = [];
  const computed: Area[] = [];
  const inline = stringCollector();
  let at = { row: -1, column: -1 };
  let cell: { attributes: Attributes; formula: boolean } | null = null;
  let value = '';
  let inValue = false;

  const put = (found: Cell): void => {
    surroundings.count();
    const row = rows.get(at.row) ?? new Map<number, Cell>();
    rows.set(at.row, row.set(at.column, found));
  };
  walk(xml, {
    open: (element, attributes) => {
      if (element === 'row') {
        const row = attributes.r === undefined ? at.row + 1 : Number(attributes.r) - 1;
        if (!Number.isInteger(row) || row < 0 || row >= 1_048_576) throw new WorkbookError({ code: 'damaged' });
        at = { row, column: -1 };
      } else if (element === 'c') {
        const address = attributes.r === undefined ? { ...at, column: at.column + 1 } : readAddress(attributes.r);
        if (!address) throw new WorkbookError({ code: 'damaged' });
        at = address;
        cell = { attributes, formula: false };
        value = '';
        inline.take();
      } else if (element === 'f' && cell) {
        cell.formula = true;
        // The other cells of an array formula carry its results only.
        if (attributes.ref !== undefined && attributes.t !== 'shared') computed.push(readArea(attributes.ref));
      } else if (element === 'mergeCell') {
        merged.push(readArea(attributes.ref ?? ''));
      }
      if (merged.length + computed.length > mostAreas) throw new WorkbookError({ code: 'bomb' });
      inValue = element === 'v';
      inline.open(element);
    },
    text: (text) => {
      if (inValue) value += text;
      inline.text(text);
    },
    close: (element) => {
      inline.close(element);
      inValue = false;
      if (element !== 'c' || !cell) return;
      const found: Cell | null = cell.formula
        ? { kind: 'formula' }
        : cellOf(cell.attributes, value, inline.take(), surroundings);
      if (found) put(found);
      cell = null;
    },
  });
  for (const [row, cells] of rows) {
    for (const column of cells.keys()) {
      if (computed.some((area) => within(area, row, column))) cells.set(column, { kind: 'formula' });
    }
  }
  return { name, rows, merged };
}
