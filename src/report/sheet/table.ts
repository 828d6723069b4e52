import { within } from './workbook/read-grid.ts';
import type { Area, Cell, FileFault, Look, ReadGrid, WrittenRow } from './workbook/workbook.ts';

/**
 * A table that comes back: a hidden first row names its columns whatever their headings say, so that headings may be
 * reworded and columns moved. The marker, which heads the id column there, says that the table is ours, and which.
 */
export interface TableForm<Column extends string> {
  marker: string;
  columns: readonly Column[];
}

/** What was typed into a cell; a number comes with what its format made of it. */
export type Typed =
  | { kind: 'text'; text: string }
  | { kind: 'number'; value: number; shown: 'plain' | 'percent' | 'date' };

/**
 * What is wrong with a cell whatever it is for: computed instead of typed, an error of Excel, TRUE or FALSE, merged with
 * others; in plain text, gone with its label.
 */
export interface CellFault<Column extends string> {
  code: 'formula' | 'error' | 'boolean' | 'merged' | 'gone';
  column: Column;
}

/** Why a file holds no table that can be read. */
export type TableFault =
  | FileFault
  /** No sheet of ours, or of another kind. */
  | { code: 'foreign' }
  /** The same table twice: which counts? */
  | { code: 'two-tables' }
  | { code: 'missing-column'; column: string }
  | { code: 'column-twice'; column: string };

/** A row of a table: what stands in its cells, tidied, and what is wrong with them. */
export interface TableRow<Column extends string> {
  row: number;
  id: Typed | null;
  cells: Readonly<Record<Column, Typed | null>>;
  faults: readonly CellFault<Column | 'id'>[];
}

export type ReadTable<Column extends string> =
  | { ok: true; rows: readonly TableRow<Column>[] }
  | { ok: false; faults: readonly TableFault[] };

interface WrittenTable<Column extends string> {
  form: TableForm<Column>;
  labels: Readonly<Record<Column | 'id', string>>;
  fillIn: readonly Column[];
  rows: readonly { id: string; texts: Readonly<Record<Column, string>> }[];
}

/** The rows of a table to be written: the hidden names, the headings, what there is. */
export function tableRows<Column extends string>({ form, labels, fillIn, rows }: WrittenTable<Column>): WrittenRow[] {
  const { marker, columns } = form;
  const look = (filled: Look, other: Look): Look[] => [
    other,
    ...columns.map((column) => (fillIn.includes(column) ? filled : other)),
  ];
  return [
    { look: look('plain', 'plain'), texts: [marker, ...columns], hidden: true },
    {
      look: look('fill-in-heading', 'heading'),
      texts: [labels.id, ...columns.map((column) => labels[column])],
      hidden: false,
    },
    ...rows.map(({ id, texts }) => ({
      look: look('fill-in', 'fixed'),
      texts: [id, ...columns.map((column) => texts[column])],
      hidden: false,
    })),
  ];
}

/** The hidden row and the headings. */
export const headRows = 2;

function textOf(cell: Cell | undefined): string {
  return cell?.kind === 'text' ? cell.text.trim() : '';
}

/** Where the names of a table's columns stand in a sheet: somebody may have put rows above them. */
function findHead(grid: ReadGrid, marker: string): number | null {
  for (const [row, cells] of grid.rows) {
    if (row < 50 && [...cells.values()].some((cell) => textOf(cell) === marker)) return row;
  }
  return null;
}

function typedOf(cell: Cell | undefined): Typed | null {
  if (cell?.kind === 'number') return cell;
  const text = textOf(cell).replace(/\r\n?/gu, '\n');
  return text === '' ? null : { kind: 'text', text };
}

function faultOf(cell: Cell | undefined, merged: boolean): CellFault<string>['code'] | null {
  if (merged) return 'merged';
  return cell && cell.kind !== 'text' && cell.kind !== 'number' ? cell.kind : null;
}

/** The columns by name; where one is not there or there twice, all such faults. */
function findColumns<Column extends string>(
  head: ReadonlyMap<number, Cell>,
  { marker, columns }: TableForm<Column>,
): { places: ReadonlyMap<Column | 'id', number>; faults: TableFault[] } {
  const places = new Map<Column | 'id', number>();
  const faults: TableFault[] = [];
  for (const column of ['id', ...columns] as const) {
    const name = column === 'id' ? marker : column;
    const [at, ...more] = [...head].filter(([, cell]) => textOf(cell) === name).map(([place]) => place);
    if (at === undefined) faults.push({ code: 'missing-column', column });
    else if (more.length > 0) faults.push({ code: 'column-twice', column });
    else places.set(column, at);
  }
  return { places, faults };
}

/** Reads the one table of this form in a workbook. Rows come in the sheet's order; empty ones are left out. */
export function readTable<Column extends string>(
  sheets: readonly ReadGrid[],
  form: TableForm<Column>,
): ReadTable<Column> {
  const found = sheets.flatMap((grid) => {
    const head = findHead(grid, form.marker);
    return head === null ? [] : [{ grid, head }];
  });
  const [first, ...others] = found;
  if (!first) return { ok: false, faults: [{ code: 'foreign' }] };
  if (others.length > 0) return { ok: false, faults: [{ code: 'two-tables' }] };

  const { grid, head } = first;
  const { places, faults } = findColumns(grid.rows.get(head) ?? new Map<number, Cell>(), form);
  if (faults.length > 0) return { ok: false, faults };
  const areas = grid.merged.filter((area: Area) => area.bottom > area.top || area.right > area.left);
  const rows = [...grid.rows]
    .filter(([row]) => row >= head + headRows)
    .toSorted(([one], [other]) => one - other)
    .flatMap(([row, cells]): TableRow<Column>[] => {
      const at = (column: Column | 'id'): Cell | undefined => cells.get(places.get(column) ?? -1);
      const wrong = [...places].flatMap(([column, place]): CellFault<Column | 'id'>[] => {
        const code = faultOf(
          cells.get(place),
          areas.some((area) => within(area, row, place)),
        );
        return code ? [{ code, column }] : [];
      });
      const typed = form.columns.map((column) => [column, typedOf(at(column))] as const);
      const id = typedOf(at('id'));
      if (id === null && wrong.length === 0 && typed.every(([, cell]) => cell === null)) return [];
      // Object.fromEntries forgets which keys there are: all of the form's.
      return [{ row: row + 1, id, cells: Object.fromEntries(typed) as Record<Column, Typed | null>, faults: wrong }];
    });
  return { ok: true, rows };
}
