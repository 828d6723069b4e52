import { strToU8, zipSync } from 'fflate';
import { fixedParts, worksheet } from './parts.ts';
import { escapeCell, escapeXml } from './text.ts';
import { columnName, type DropDown, looks, type WrittenRow, type WrittenSheet } from './workbook.ts';

/** The same sheets make the same bytes: no clock, and noon so that no time zone moves the day. */
const writtenAt = '1980-01-01T12:00:00';

/** What Excel takes as the name of a tab: up to 31 characters, no `: \ / ? * [ ]`, no ' at either end, no two alike. */
function tabNames(sheets: readonly WrittenSheet[]): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }, index) => {
    const clean = escapeCell(
      name
        .replace(/[:\\/?*[\]\p{C}]/gu, ' ')
        .replace(/^'+|'+$/gu, '')
        .trim()
        .slice(0, 31)
        .trim(),
    );
    const unique = clean === '' || taken.has(clean.toLowerCase()) ? `Sheet${index + 1}` : clean;
    taken.add(unique.toLowerCase());
    return unique;
  });
}

function row({ look, texts, hidden }: WrittenRow, index: number): string {
  const cells = texts.map((text, column) => {
    const style = `r="${columnName(column)}${index + 1}" s="${looks.indexOf(look[column] ?? 'plain') + 1}"`;
    return text === ''
      ? `<c ${style}/>`
      : `<c ${style} t="inlineStr"><is><t xml:space="preserve">${escapeCell(text)}</t></is></c>`;
  });
  return `<row r="${index + 1}"${hidden ? ' hidden="1"' : ''}>${cells.join('')}</row>`;
}

function dropDown({ column, from, to, choices, title, message }: DropDown): string {
  const name = columnName(column);
  const place = `sqref="${name}${from + 1}:${name}${to + 1}"`;
  // 32 and 255 characters are the most Excel takes for its box.
  const box = `errorTitle="${escapeCell(title.slice(0, 32))}" error="${escapeCell(message.slice(0, 255))}"`;
  const list = `<formula1>"${escapeXml(choices.join(','))}"</formula1>`;
  return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" ${box} ${place}>${list}</dataValidation>`;
}

function xmlOf(sheet: WrittenSheet, first: boolean): string {
  const { columns, rows, frozen, locked, lists } = sheet;
  const last = `${columnName(Math.max(columns.length - 1, 0))}${Math.max(rows.length, 1)}`;
  const pane =
    frozen > 0
      ? `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`
      : '';
  return worksheet([
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="A1:${last}"/>`,
    `<sheetViews><sheetView${first ? ' tabSelected="1"' : ''} workbookViewId="0">${pane}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="18.75"/>',
    `<cols>${columns
      .map(({ width, hidden }, index) => {
        const place = `min="${index + 1}" max="${index + 1}"`;
        return `<col ${place} width="${width}" customWidth="1"${hidden ? ' hidden="1"' : ''}/>`;
      })
      .join('')}</cols>`,
    `<sheetData>${rows.map(row).join('')}</sheetData>`,
    // What is 0 here is allowed: widths and heights are nobody's harm.
    locked ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>' : '',
    lists.length > 0
      ? `<dataValidations count="${lists.length}">${lists.map(dropDown).join('')}</dataValidations>`
      : '',
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    // Figures are text on purpose; Excel need not mark each with a green corner.
    `<ignoredErrors><ignoredError sqref="A1:${last}" numberStoredAsText="1"/></ignoredErrors>`,
  ]);
}

/** The bytes of an .xlsx file with these sheets. */
export function writeWorkbook(sheets: readonly WrittenSheet[]): Uint8Array {
  const parts = {
    ...fixedParts(tabNames(sheets)),
    ...Object.fromEntries(
      sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, xmlOf(sheet, index === 0)]),
    ),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])), {
    mtime: writtenAt,
  });
}
