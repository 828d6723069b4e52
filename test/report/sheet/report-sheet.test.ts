import { describe, expect, test } from 'vitest';
import { fiscalYear } from '../../../src/plan/fiscal-year.ts';
import { blankTexts } from '../../../src/report/sheet/columns.ts';
import { readReportSheet, sheetEntries } from '../../../src/report/sheet/report-sheet.ts';
import { writeRowId } from '../../../src/report/sheet/row-id.ts';
import { usualLimits } from '../../../src/report/sheet/workbook/workbook.ts';
import { digital, line, openData, round } from '../../support/rounds.ts';
import {
  asked,
  cellOf,
  fillIn,
  first,
  letterOf,
  partOf,
  preview,
  second,
  sheetOf,
  sheetPart,
  withParts,
} from '../../support/sheets.ts';

const filledSheet = fillIn(sheetOf(), {
  [cellOf('value')]: '491',
  [cellOf('measuredOn')]: 'R8.3.31',
  [cellOf('mark')]: '◯',
  [cellOf('note')]: '公開の遅れ。',
});

/** All that a sheet says, row by row. */
async function said(bytes: Uint8Array): Promise<unknown> {
  const { sections, strays } = await preview(bytes);
  return { rows: sections.flatMap(({ rows }) => rows), strays };
}

/** Turns the cells and rows of the table by a function of their row and column. */
function moved(bytes: Uint8Array, place: (row: number, column: number) => { row: number; column: number }): Uint8Array {
  const letters = Array.from({ length: 30 }, (_, n) =>
    n < 26 ? String.fromCharCode(65 + n) : `A${String.fromCharCode(39 + n)}`,
  );
  return withParts(bytes, {
    [sheetPart]: (xml) => {
      const cells = [...xml.matchAll(/<c r="([A-Z]+)(\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gsu)].map(
        ([, letter = '', number, rest, inside]) => {
          const { row, column } = place(Number(number), letters.indexOf(letter));
          return { row, column, xml: `<c r="${letters[column]}${row}"${rest}>${inside ?? ''}</c>` };
        },
      );
      const sorted = cells.toSorted((one, other) => one.row - other.row || one.column - other.column);
      const rows = [...new Set(sorted.map(({ row }) => row))].map(
        (row) =>
          `<row r="${row}">${sorted
            .filter((cell) => cell.row === row)
            .map((cell) => cell.xml)
            .join('')}</row>`,
      );
      return xml.replace(/<sheetData>.*<\/sheetData>/su, () => `<sheetData>${rows.join('')}</sheetData>`);
    },
  });
}

describe('a filled sheet', () => {
  test('says what was typed, in whatever way', async () => {
    expect(await said(filledSheet)).toMatchObject({
      rows: [
        {
          kind: 'new',
          after: { kpi: first.id, reported: { value: 491 }, measuredOn: '2026-03-31', mark: '○', note: '公開の遅れ。' },
        },
        { kind: 'same', kpi: second.id, line: null },
      ],
      strays: [],
    });
  });

  test('says the same with its columns and rows in another order', async () => {
    const turned = moved(filledSheet, (row, column) => ({ row: row < 3 ? row : 7 - row, column: 14 - column }));
    const { sections } = await preview(turned);
    expect(sections[0]?.rows.map(({ kind, kpi }) => [kind, kpi])).toEqual([
      ['same', second.id],
      ['new', first.id],
    ]);
  });

  test('says the same below rows and beside columns that somebody added', async () => {
    const below = moved(filledSheet, (row, column) => ({ row: row + 5, column: column + 3 }));
    const beside = withParts(below, {
      [sheetPart]: (xml) => xml.replace('<sheetData>', '<sheetData><row r="1"><c r="A1"><f>1/0</f><v>0</v></c></row>'),
    });
    expect((await preview(beside)).sections[0]?.rows.map(({ kind }) => kind)).toEqual(['new', 'same']);
  });

  test('says nothing of rows that were deleted', async () => {
    const shorter = withParts(filledSheet, { [sheetPart]: (xml) => xml.replace(/<row r="4">.*?<\/row>/su, '') });
    const { sections } = await preview(shorter);
    expect(sections[0]?.rows).toHaveLength(1);
    expect(sections[0]?.absent).toEqual([second.id]);
  });
});

describe('a sheet that is not read', () => {
  const faultsOf = async (bytes: Uint8Array): Promise<unknown> => {
    const read = await readReportSheet(bytes, usualLimits);
    return read.ok ? 'read' : read.faults;
  };

  test('is one of another program', async () => {
    const foreign = withParts(sheetOf(), { [sheetPart]: (xml) => xml.replace('keikaku-navi:report:1', '番号') });
    expect(await faultsOf(foreign)).toEqual([{ code: 'foreign' }]);
  });

  test('is one that lost columns: all of them are named', async () => {
    const without = fillIn(sheetOf(), {
      [`${letterOf('note')}1`]: 'x',
      [`${letterOf('value')}1`]: { attributes: '', content: '' },
    });
    expect(await faultsOf(without)).toEqual([
      { code: 'missing-column', column: 'value' },
      { code: 'missing-column', column: 'note' },
    ]);
  });

  test('is one with a column twice', async () => {
    const twice = fillIn(sheetOf(), { [`${letterOf('title')}1`]: 'value' });
    expect(await faultsOf(twice)).toEqual([
      { code: 'missing-column', column: 'title' },
      { code: 'column-twice', column: 'value' },
    ]);
  });

  test('is one of two in a file', async () => {
    const copy = partOf(sheetOf(), sheetPart);
    expect(await faultsOf(withParts(sheetOf(), { 'xl/worksheets/sheet2.xml': copy }))).toEqual([
      { code: 'two-tables' },
    ]);
  });
});

describe('what is printed for a KPI', () => {
  const entry = (earlier: Parameters<typeof sheetEntries>[0]['earlier']) =>
    sheetEntries({ round: round().id, sections: [asked], reports: [], earlier })[0];

  test('is what the plan prints, with the number as text', () => {
    expect(entry([])?.texts).toMatchObject({
      number: '4-2-1',
      section: 'デジタルみやぎ推進課',
      kpi: 'オープンデータみやぎ公開数',
      unit: 'データセット',
      baseline: '335 (R3.3)',
      target: '500',
      last: '',
      ...blankTexts,
    });
  });

  test('is the figure that was accepted last, with its year', () => {
    const accepted = { round: round().id, year: fiscalYear(2023), section: digital, line: line(), preliminary: false };
    expect(entry([accepted])?.texts).toMatchObject({ last: '347', lastYear: 'R5' });
  });

  test('stands beside an id that people can read', () => {
    const place = { round: round().id, section: digital, kpi: openData, version: 0 };
    expect(entry([])?.id).toBe(writeRowId(place, blankTexts));
    expect(entry([])?.id).toMatch(
      /^r6-results\/デジタルみやぎ推進課\/policy2021\/オープンデータみやぎ推進事業#1 0 [0-9a-f]{12}$/u,
    );
  });
});

test('a sheet of no KPIs is still a sheet', async () => {
  expect(await readReportSheet(sheetOf([], []), usualLimits)).toEqual({ ok: true, rows: [] });
});
