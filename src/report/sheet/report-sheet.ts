import { fiscalYearOfMonth, shortEraYear } from '../../plan/fiscal-year.ts';
import { latestActual } from '../../plan/judgement.ts';
import { marks } from '../../plan/mark.ts';
import type { SectionId } from '../../plan/section.ts';
import type { AcceptedLine } from '../prefill.ts';
import type { Report } from '../report.ts';
import type { RoundId } from '../round.ts';
import type { AskedKpi, AskedSection } from '../scope.ts';
import {
  blankTexts,
  fillInColumns,
  type PrintedColumn,
  printedColumns,
  type ReportColumn,
  reportColumns,
} from './columns.ts';
import { readRowId, writeRowId } from './row-id.ts';
import { lineOf, type ReadRow, type ReadSheet, type ReportLabels, textsOf } from './sheet.ts';
import { headRows, readTable, type TableForm, type Typed, tableRows } from './table.ts';
import { openWorkbook } from './workbook/open.ts';
import type { WorkbookLimits } from './workbook/workbook.ts';
import { writeWorkbook } from './workbook/write.ts';

/** What is asked, of one section or of several, and what stands of it now. */
export interface SheetSource {
  round: RoundId;
  sections: readonly Pick<AskedSection, 'section' | 'kpis'>[];
  reports: readonly Report[];
  /** What was accepted in other rounds; of one KPI and section the newest first. */
  earlier: readonly AcceptedLine[];
}

/** One row as it is written: its id and the text of every column. */
export interface SheetEntry {
  id: string;
  texts: Readonly<Record<ReportColumn, string>>;
}

const form: TableForm<ReportColumn> = { marker: 'keikaku-navi:report:1', columns: reportColumns };

const widths: Readonly<Record<ReportColumn, number>> = {
  number: 10,
  title: 28,
  section: 20,
  kpi: 30,
  unit: 8,
  baseline: 14,
  target: 14,
  last: 12,
  lastYear: 8,
  value: 14,
  reason: 24,
  measuredOn: 14,
  mark: 8,
  note: 44,
};

/** The last figure known and its fiscal year: what was accepted before, else what the plan prints. */
function lastOf(
  { kpi }: AskedKpi,
  section: SectionId,
  earlier: readonly AcceptedLine[],
): { last: string; lastYear: string } {
  const accepted = earlier.find(({ line, section: of }) => of === section && line.kpi === kpi.id);
  if (accepted?.line.reported.kind === 'value')
    return { last: textsOf(accepted.line).value, lastYear: shortEraYear(accepted.year) };
  const printed = latestActual(kpi);
  const asOf = printed?.asOf ?? null;
  return { last: printed?.text ?? '', lastYear: asOf === null ? '' : shortEraYear(fiscalYearOfMonth(asOf)) };
}

/** The rows of a round's sheet in the order of the sections and of print; the fill-in columns hold what the report says. */
export function sheetEntries({ round, sections, reports, earlier }: SheetSource): SheetEntry[] {
  return sections.flatMap(({ section, kpis }) => {
    const report = reports.find((candidate) => candidate.section === section);
    return kpis.map((asked): SheetEntry => {
      const { item, kpi } = asked;
      const line = lineOf(report?.lines ?? [], kpi.id);
      const filled = line ? textsOf(line) : blankTexts;
      const printed: Record<PrintedColumn, string> = {
        number: item.number ?? '',
        title: item.title,
        section,
        kpi: kpi.name,
        unit: kpi.unit ?? '',
        baseline: kpi.baseline?.text ?? '',
        target: kpi.target?.text ?? '',
        ...lastOf(asked, section, earlier),
      };
      return {
        id: writeRowId({ round, section, kpi: kpi.id, version: report?.version ?? 0 }, filled),
        texts: { ...printed, ...filled },
      };
    });
  });
}

/** The bytes of an .xlsx file to fill in: a locked table but for the last columns, and a sheet that explains. */
export function writeReportSheet(source: SheetSource, labels: ReportLabels): Uint8Array {
  const entries = sheetEntries(source);
  const { name, guideName, guide, columns, markTitle, markMessage } = labels;
  const choice = {
    column: reportColumns.indexOf('mark') + 1,
    from: headRows,
    to: headRows + entries.length - 1,
    choices: marks,
    title: markTitle,
    message: markMessage,
  };
  return writeWorkbook([
    {
      name,
      columns: [
        { width: 8, hidden: true },
        ...reportColumns.map((column) => ({ width: widths[column], hidden: false })),
      ],
      rows: tableRows({ form, labels: columns, fillIn: fillInColumns, rows: entries }),
      frozen: headRows,
      locked: true,
      lists: entries.length > 0 ? [choice] : [],
    },
    {
      name: guideName,
      columns: [{ width: 90, hidden: false }],
      rows: guide.map((text) => ({ look: ['plain'], texts: [text], hidden: false })),
      frozen: 0,
      locked: true,
      lists: [],
    },
  ]);
}

function printedText(typed: Typed | null): string {
  return typed?.kind === 'text' ? typed.text : String(typed?.value ?? '');
}

/** Reads a sheet that came back, within the limits. What its rows mean is found by `compareSheet`. */
export async function readReportSheet(bytes: Uint8Array, limits: WorkbookLimits): Promise<ReadSheet> {
  const opened = await openWorkbook(bytes, limits);
  if (!opened.ok) return { ok: false, faults: [opened.fault] };
  const table = readTable(opened.sheets, form);
  if (!table.ok) return table;
  const rows = table.rows.map(({ row, id, cells, faults }): ReadRow => {
    const printed = printedColumns.map((column) => [column, printedText(cells[column])] as const);
    return {
      row,
      id: id?.kind === 'text' ? readRowId(id.text) : null,
      // Object.fromEntries forgets which keys there are: all of them.
      printed: Object.fromEntries(printed) as ReadRow['printed'],
      typed: {
        value: cells.value,
        reason: cells.reason,
        measuredOn: cells.measuredOn,
        mark: cells.mark,
        note: cells.note,
      },
      faults,
    };
  });
  return { ok: true, rows };
}
