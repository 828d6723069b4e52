import { type ReportColumn, reportColumns } from '../../src/report/sheet/columns.ts';
import type { PreviewRow } from '../../src/report/sheet/preview.ts';
import { cellOf, type Fill, fillIn, type Now, preview, sheetOf } from './sheets.ts';

/** An answer that needs no explanation. */
export const answered = { value: '520', measuredOn: '2026/3/31' } as const;

/** The inside of a cell as Excel writes it. */
export const raw = (attributes: string, content: string): Fill => ({ attributes, content });

/** A sheet with cells of the first or the second KPI filled in. */
export function filled(
  cells: Partial<Record<ReportColumn | 'id', Fill>>,
  bytes = sheetOf(),
  of: 'first' | 'second' = 'first',
): Uint8Array {
  const columns = ['id', ...reportColumns] as const;
  const fills = columns.flatMap((column) => {
    const fill = cells[column];
    return fill === undefined ? [] : [[cellOf(column, of), fill] as const];
  });
  return fillIn(bytes, Object.fromEntries(fills));
}

/** What becomes of a row of the section, the first unless said otherwise. */
export async function rowOf(bytes: Uint8Array, now: Now = {}, at = 0): Promise<PreviewRow | undefined> {
  return (await preview(bytes, now)).sections[0]?.rows[at];
}

/** Why the first row was rejected; what became of it where it was not. */
export async function faultsOf(bytes: Uint8Array, now: Now = {}): Promise<unknown> {
  const row = await rowOf(bytes, now);
  return row?.kind === 'rejected' ? row.faults : row?.kind;
}
