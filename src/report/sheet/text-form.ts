import { type FillInColumn, fillInColumns, type PrintedColumn, printedColumns, type ReportColumn } from './columns.ts';
import { type SheetSource, sheetEntries } from './report-sheet.ts';
import { type RowId, readRowId } from './row-id.ts';
import { type ReadRow, type ReadSheet, type ReportLabels, tidyText } from './sheet.ts';

/** The same questions without Excel, for mail: an entry for each row, a label in 【】 before each text. */
const columns: readonly (ReportColumn | 'id')[] = [...printedColumns, ...fillInColumns, 'id'];
const rule = '――――――――――';

/** The words of the text form. */
export type TextLabels = Pick<ReportLabels, 'guide' | 'columns'>;

/** Later lines of a text stand behind a blank, so that none can pass for a label or a rule. */
function indented(text: string): string {
  return text.replaceAll('\n', '\n\u3000');
}

/** The sheet as plain text, the id at the end of each entry. The same questions make the same text. */
export function textForm(source: SheetSource, labels: TextLabels): string {
  const entries = sheetEntries(source).map(({ id, texts }) =>
    columns
      .map((column) => `【${labels.columns[column]}】${indented(column === 'id' ? id : texts[column])}`)
      .join('\n'),
  );
  return [labels.guide.join('\n'), ...entries].map((part) => `${part}\n`).join(`\n${rule}\n`);
}

/** The lines of a mail as they were before it was quoted or its line ends changed. */
function mailLines(text: string): string[] {
  return text
    .replace(/\r\n?/gu, '\n')
    .split('\n')
    .map((line) => line.replace(/^(?:[>＞] ?)+/u, ''));
}

function readEntry(
  lines: readonly string[],
  labels: ReadonlyMap<string, ReportColumn | 'id'>,
): Map<ReportColumn | 'id', string> {
  const texts = new Map<ReportColumn | 'id', string>();
  let current: ReportColumn | 'id' | null = null;
  for (const line of lines) {
    const [, label = '', text = ''] = /^【([^】]*)】(.*)$/su.exec(line) ?? [];
    const column = labels.get(label);
    if (column !== undefined && !texts.has(column)) {
      current = column;
      texts.set(column, text);
    } else if (current !== null) {
      texts.set(current, `${texts.get(current) ?? ''}\n${line.replace(/^\u3000/u, '')}`);
    }
  }
  return texts;
}

/** The id of an entry; a mail program may have broken its line, and a signature may follow the last. */
function entryId(text: string): RowId | null {
  return readRowId(text.split(/\s+/u).slice(0, 3).join(' '));
}

/** Reads the text form that came back, quoted («> ») or not. `row` counts the entries from 1. */
export function readTextForm(text: string, labels: TextLabels): ReadSheet {
  const byLabel = new Map(columns.map((column) => [labels.columns[column], column]));
  const parts: string[][] = [[]];
  for (const line of mailLines(text)) {
    if (line.trimEnd() === rule) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  // Before the first rule stands what explains, and whatever was written above it.
  const rows = parts
    .slice(1)
    .map((lines) => readEntry(lines, byLabel))
    .filter((texts) => texts.size > 0)
    .map((texts, index): ReadRow => {
      const tidy = (column: ReportColumn | 'id'): string => tidyText(texts.get(column) ?? '');
      const typed = fillInColumns.map((column) => {
        const said = tidy(column);
        return [column, said === '' ? null : { kind: 'text', text: said }] as const;
      });
      return {
        row: index + 1,
        id: entryId(tidy('id')),
        // Object.fromEntries forgets which keys there are: all of them.
        printed: Object.fromEntries(printedColumns.map((column) => [column, tidy(column)])) as Record<
          PrintedColumn,
          string
        >,
        typed: Object.fromEntries(typed) as Record<FillInColumn, ReadRow['typed'][FillInColumn]>,
        faults: fillInColumns.filter((column) => !texts.has(column)).map((column) => ({ code: 'gone', column })),
      };
    });
  return rows.length === 0 ? { ok: false, faults: [{ code: 'foreign' }] } : { ok: true, rows };
}
