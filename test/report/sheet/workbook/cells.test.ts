import { describe, expect, test } from 'vitest';
import { openWorkbook } from '../../../../src/report/sheet/workbook/open.ts';
import { type Cell, readAddress, usualLimits } from '../../../../src/report/sheet/workbook/workbook.ts';
import { sheetOf, sheetPart, withParts } from '../../../support/sheets.ts';

interface Parts {
  cells: string;
  after?: string;
  strings?: string;
  formats?: string;
  workbook?: string;
}

const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook whose one row holds these cells, saved as Excel saves it: strings and formats in parts of their own. */
async function cellsOf({ cells, after = '', strings = '', formats = '', workbook = '' }: Parts): Promise<Cell[]> {
  const bytes = withParts(sheetOf(), {
    [sheetPart]: `<worksheet><sheetData><row r="1">${cells}</row></sheetData>${after}</worksheet>`,
    'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
    'xl/styles.xml': `<styleSheet>${formats}</styleSheet>`,
    'xl/workbook.xml': (xml) => xml.replace('<sheets>', `${workbook}<sheets>`),
    'xl/_rels/workbook.xml.rels': (xml) =>
      xml.replace(
        '</Relationships>',
        `<Relationship Id="s" Type="${relationship}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
      ),
  });
  const opened = await openWorkbook(bytes, usualLimits);
  if (!opened.ok) throw new Error(opened.fault.code);
  return [...(opened.sheets[0]?.rows.get(0)?.values() ?? [])];
}

const text = (words: string): Cell => ({ kind: 'text', text: words });

describe('text as Excel saves it', () => {
  test('is read without the reading it keeps for kanji', async () => {
    const strings = '<si><t>施策</t><rPh sb="0" eb="2"><t>シサク</t></rPh><phoneticPr fontId="1"/></si>';
    expect(await cellsOf({ cells: '<c t="s"><v>0</v></c>', strings })).toEqual([text('施策')]);
  });

  test('is put together from its formatted runs', async () => {
    const strings = '<si><r><rPr><b/></rPr><t>目標</t></r><r><t xml:space="preserve"> 達成</t></r></si>';
    expect(await cellsOf({ cells: '<c t="s"><v>0</v></c>', strings })).toEqual([text('目標 達成')]);
  });

  test('keeps what XML cannot hold, and what only looks like it', async () => {
    const strings = '<si><t>a_x000D_b_x005F_x000D_</t></si>';
    expect(await cellsOf({ cells: '<c t="s"><v>0</v></c>', strings })).toEqual([text('a\rb_x000D_')]);
  });

  test('is read whatever prefix the program gives to its elements', async () => {
    const bytes = withParts(sheetOf(), {
      [sheetPart]:
        '<x:worksheet xmlns:x="y"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>値</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
    });
    const opened = await openWorkbook(bytes, usualLimits);
    expect(opened.ok && opened.sheets[0]?.rows.get(0)?.get(0)).toEqual(text('値'));
  });

  test('stands where it stands when cells give no address', async () => {
    expect(await cellsOf({ cells: '<c><v>1</v></c><c/><c r="E1"><v>2</v></c><c><v>3</v></c>' })).toHaveLength(3);
  });
});

describe('a number as Excel saves it', () => {
  const shownAs = async (format: string, id = 164): Promise<string | undefined> => {
    const formats = `<numFmts><numFmt numFmtId="164" formatCode="${format}"/></numFmts><cellXfs><xf numFmtId="${id}"/></cellXfs>`;
    const [cell] = await cellsOf({ cells: '<c s="0"><v>0.5</v></c>', formats });
    return cell?.kind === 'number' ? cell.shown : cell?.kind;
  };

  test.each([
    ['0.0%', 'percent'],
    ['yyyy/m/d', 'date'],
    ['[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;', 'date'],
    ['[h]:mm', 'date'],
    ['#,##0&quot;箇所/day&quot;', 'plain'],
    ['[Red]#,##0_ ', 'plain'],
    ['General', 'plain'],
    ['0.00E+00', 'plain'],
    ['\\d0', 'plain'],
  ])('in the format %s is a %s', async (format, shown) => {
    expect(await shownAs(format)).toBe(shown);
  });

  test.each([
    [9, 'percent'],
    [14, 'date'],
    [22, 'date'],
    [31, 'date'],
    [57, 'date'],
    [49, 'plain'],
    [3, 'plain'],
  ])('in the built-in format %i is a %s', async (id, shown) => {
    expect(await shownAs('', id)).toBe(shown);
  });

  test('is a day where the file is of the strict form', async () => {
    expect(await cellsOf({ cells: '<c t="d"><v>2026-03-31T00:00:00</v></c>' })).toEqual([text('2026-03-31')]);
  });

  test('counts days from 1900 even where the file counts from 1904', async () => {
    const formats = '<cellXfs><xf numFmtId="14"/></cellXfs>';
    const cells = '<c s="0"><v>44650</v></c>';
    expect(await cellsOf({ cells, formats, workbook: '<workbookPr date1904="1"/>' })).toEqual([
      { kind: 'number', value: 46_112, shown: 'date' },
    ]);
  });
});

describe('a formula', () => {
  test('is a formula whatever it says its value is', async () => {
    expect(await cellsOf({ cells: '<c><f>1+1</f><v>2</v></c><c t="str"><f>"a"</f><v>a</v></c>' })).toEqual([
      { kind: 'formula' },
      { kind: 'formula' },
    ]);
  });

  test('of many cells makes formulas of all of them', async () => {
    const cells =
      '<c r="A1"><f t="array" ref="A1:B1">C1:D1*2</f><v>2</v></c><c r="B1"><v>4</v></c><c r="C1"><v>1</v></c>';
    expect((await cellsOf({ cells })).map(({ kind }) => kind)).toEqual(['formula', 'formula', 'number']);
  });

  test('is not a switch or an error', async () => {
    expect(await cellsOf({ cells: '<c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c>' })).toEqual([
      { kind: 'boolean' },
      { kind: 'error' },
    ]);
  });
});

describe('an address', () => {
  test.each([
    ['A1', { row: 0, column: 0 }],
    ['$XFD$1048576', { row: 1_048_575, column: 16_383 }],
    ['XFE1', null],
    ['A1048577', null],
    ['A0', null],
    ['1', null],
    ['A', null],
  ])('%s is read, or refused', (address, place) => {
    expect(readAddress(address)).toEqual(place);
  });
});
