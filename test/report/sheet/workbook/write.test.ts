import readExcelFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { longestCell } from '../../../../src/report/sheet/workbook/text.ts';
import type { WrittenSheet } from '../../../../src/report/sheet/workbook/workbook.ts';
import { writeWorkbook } from '../../../../src/report/sheet/workbook/write.ts';
import { line, report } from '../../../support/rounds.ts';
import { cellOf, fillIn, labels, letterOf, partOf, sheetOf, sheetPart } from '../../../support/sheets.ts';

const sheet = (name: string, texts: readonly string[]): WrittenSheet => ({
  name,
  columns: texts.map(() => ({ width: 10, hidden: false })),
  rows: [{ look: [], texts, hidden: false }],
  frozen: 0,
  locked: false,
  lists: [],
});

/** The first row of the first sheet as another program reads it. */
async function readElsewhere(bytes: Uint8Array): Promise<unknown[]> {
  const [first] = await readExcelFile(Buffer.from(bytes));
  return first?.data[0] ?? [];
}

describe('a cell another program reads', () => {
  test.each(['4-2-1', '=1+1', '+81', '-5', '@SUM(A1)', '\tx', '1e5', '007', '2026/3/31', 'TRUE', '"&<>\'', '🍜𠮷'])(
    'holds the text %j as text',
    async (text) => {
      expect(await readElsewhere(writeWorkbook([sheet('a', [text])]))).toEqual([text.trim()]);
    },
  );

  test('is cut where Excel would call the file damaged', async () => {
    const [text] = await readElsewhere(writeWorkbook([sheet('a', ['あ'.repeat(longestCell + 1)])]));
    expect(text).toBe(`${'あ'.repeat(longestCell - 1)}…`);
  });
});

describe('a report sheet', () => {
  const xml = partOf(sheetOf([report({ lines: [line({ note: '=HYPERLINK("http://x")' })] })]), sheetPart);

  test('has no formula and no number in any cell', () => {
    expect(xml).not.toMatch(/<f[ >]/u);
    expect(xml).not.toContain('<v>');
    expect(xml).toContain('=HYPERLINK(&quot;http://x&quot;)');
  });

  test('formats every cell as text, so that what is typed stays what was typed', () => {
    const styles = partOf(sheetOf(), 'xl/styles.xml').match(/<xf numFmtId="\d+"[^>]*applyNumberFormat/gu) ?? [];
    expect(new Set(styles.map((style) => /numFmtId="(\d+)"/u.exec(style)?.[1]))).toEqual(new Set(['49']));
    expect(xml.match(/<c /gu)?.length).toBe(xml.match(/<c r="[A-Z]+\d+" s="[1-5]"/gu)?.length);
  });

  test('offers the marks in a drop-down for every row', () => {
    expect(xml).toContain(`sqref="${letterOf('mark')}3:${letterOf('mark')}4"><formula1>"◎,○,△,×,—"</formula1>`);
  });

  test('locks all but the cells to fill in', () => {
    expect(xml).toContain('<sheetProtection sheet="1"');
    const unlocked = [...partOf(sheetOf(), 'xl/styles.xml').matchAll(/<protection locked="([01])"\/>/gu)].map(
      ([, is]) => is,
    );
    expect(unlocked).toEqual(['1', '1', '1', '0', '1']);
    const style = (address: string) => new RegExp(`r="${address}" s="(\\d)"`, 'u').exec(xml)?.[1];
    expect([cellOf('id'), cellOf('kpi'), cellOf('value'), cellOf('note')].map(style)).toEqual(['3', '3', '4', '4']);
  });

  test('hides the ids and the names of the columns, and keeps the headings in sight', () => {
    expect(xml).toContain('<col min="1" max="1" width="8" customWidth="1" hidden="1"/>');
    expect(xml).toContain('<row r="1" hidden="1">');
    expect(xml).toContain('<pane ySplit="2" topLeftCell="A3"');
  });

  test('explains itself on a second sheet', async () => {
    const sheets = await readExcelFile(Buffer.from(sheetOf()));
    expect(sheets.map((each) => each.sheet)).toEqual(['報告', '記入のしかた']);
    expect(sheets[1]?.data.flat()).toEqual([...labels.guide]);
  });

  test('is read by another program as it was filled in', async () => {
    const [first] = await readExcelFile(Buffer.from(fillIn(sheetOf(), { [cellOf('value')]: '４２' })));
    expect(first?.data[2]).toContain('４２');
    expect(first?.data[2]).toContain('4-2-1');
  });

  test('is the same to the byte for the same questions', () => {
    expect(sheetOf()).toEqual(sheetOf());
  });
});

describe('the name of a tab', () => {
  test.each([
    ['記入/のしかた[1]', '記入 のしかた 1'],
    ["'引用'", '引用'],
    ['あ'.repeat(40), 'あ'.repeat(31)],
    ['：*?', '：'],
    ['', 'Sheet1'],
  ])('%j becomes %j, which Excel takes', async (name, shown) => {
    const [first] = await readExcelFile(Buffer.from(writeWorkbook([sheet(name, ['x'])])));
    expect(first?.sheet).toBe(shown);
  });

  test('is not given twice', async () => {
    const sheets = await readExcelFile(Buffer.from(writeWorkbook([sheet('A', ['x']), sheet('a', ['x'])])));
    expect(sheets.map((each) => each.sheet)).toEqual(['A', 'Sheet2']);
  });
});
