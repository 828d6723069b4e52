import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Actor } from '../../src/report/actor.ts';
import type { Report } from '../../src/report/report.ts';
import type { AskedSection } from '../../src/report/scope.ts';
import { type ReportColumn, reportColumns } from '../../src/report/sheet/columns.ts';
import { compareSheet } from '../../src/report/sheet/compare.ts';
import type { SheetPreview } from '../../src/report/sheet/preview.ts';
import { readReportSheet, writeReportSheet } from '../../src/report/sheet/report-sheet.ts';
import { columnName, usualLimits } from '../../src/report/sheet/workbook/workbook.ts';
import { reportLabels } from '../../src/view/sheet-labels.ts';
import { realCatalog } from './catalog.ts';
import { anyKpi } from './kpis.ts';
import { actor, digital, kpi, round } from './rounds.ts';
import { realWording } from './view-context.ts';

/** The words of a report sheet as they are today. */
export const labels = reportLabels(realWording, { round: round().title, due: '2026-05-29' });

const [measure] = realCatalog().items.filter(({ number }) => number === '4-2-1①②');
if (!measure) throw new Error('the plans have no 4-2-1①②');

/** Two KPIs that one section is asked for: the first in データセット, the second in percent; the number is one Excel loves to misread. */
export const first = anyKpi();
export const second = anyKpi({ id: kpi('policy2021/オンライン申請#1'), name: 'オンライン利用率', unit: '%' });
export const asked: AskedSection = {
  section: digital,
  entry: null,
  askCoordinators: true,
  kpis: [first, second].map((each) => ({
    item: { ...measure, number: '4-2-1' },
    kpi: each,
    formerly: [],
    inferred: false,
    sections: [],
  })),
};

/** The sheet of that section, with what the reports say. */
export function sheetOf(reports: readonly Report[] = [], sections: readonly AskedSection[] = [asked]): Uint8Array {
  return writeReportSheet({ round: round().id, sections, reports, earlier: [] }, labels);
}

/** The parts of a .zip file as text, changed as asked; an empty text takes a part away. */
export function withParts(
  bytes: Uint8Array,
  changes: Readonly<Record<string, string | ((xml: string) => string)>>,
): Uint8Array {
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, xml]) => [name, strFromU8(xml)]));
  for (const [name, change] of Object.entries(changes)) {
    parts[name] = typeof change === 'string' ? change : change(parts[name] ?? '');
  }
  const kept = Object.entries(parts).filter(([, xml]) => xml !== '');
  return zipSync(Object.fromEntries(kept.map(([name, xml]) => [name, strToU8(xml)])));
}

/** One part of a .zip file as text. */
export function partOf(bytes: Uint8Array, name: string): string {
  return strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
}

/** Where a column of the report sheet stands. */
export function letterOf(column: ReportColumn | 'id'): string {
  return columnName(column === 'id' ? 0 : reportColumns.indexOf(column) + 1);
}

export const sheetPart = 'xl/worksheets/sheet1.xml';

/** A text cell as we write it. */
export function inlineText(text: string): { attributes: string; content: string } {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return { attributes: ' t="inlineStr"', content: `<is><t xml:space="preserve">${escaped}</t></is>` };
}

/** What is put into a cell: a text, or the inside of the cell as Excel writes it. */
export type Fill = string | { attributes: string; content: string };

/** Fills in cells of a report sheet, by address: a text, or the inside of the cell as Excel writes it. */
export function fillIn(bytes: Uint8Array, cells: Readonly<Record<string, Fill>>): Uint8Array {
  return withParts(bytes, {
    [sheetPart]: (xml) =>
      Object.entries(cells).reduce((rest, [address, fill]) => {
        const { attributes, content } = typeof fill === 'string' ? inlineText(fill) : fill;
        const cell = new RegExp(`<c r="${address}"(?: s="\\d+")?[^>]*?(?:/>|>.*?</c>)`, 'su');
        if (!cell.test(rest)) throw new Error(`the sheet has no cell ${address}`);
        return rest.replace(cell, () => `<c r="${address}"${attributes}>${content}</c>`);
      }, xml),
  });
}

/** The address of a column's cell in the first or second KPI's row. */
export function cellOf(column: ReportColumn | 'id', of: 'first' | 'second' = 'first'): string {
  return `${letterOf(column)}${of === 'first' ? 3 : 4}`;
}

/** What a sheet is held against: nothing said yet, an open round, the section's own staff, unless said otherwise. */
export interface Now {
  reports?: readonly Report[];
  actor?: Actor | null;
  state?: 'draft' | 'open' | 'closed';
  sections?: readonly AskedSection[];
}

/** Reads a sheet and holds it against the round as it is now; the sender is the section's staff unless said otherwise. */
export async function preview(bytes: Uint8Array, now: Now = {}): Promise<SheetPreview> {
  const read = await readReportSheet(bytes, usualLimits);
  if (!read.ok) throw new Error(`not read: ${JSON.stringify(read.faults)}`);
  const { reports = [], state = 'open', sections = [asked] } = now;
  const who = now.actor === undefined ? actor('staff') : now.actor;
  return compareSheet(read, { round: round({ state }), scope: { sections }, reports, actor: who });
}
