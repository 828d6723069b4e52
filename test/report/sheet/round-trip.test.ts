import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marks } from '../../../src/plan/mark.ts';
import { addDays, day } from '../../../src/report/day.ts';
import type { ReportLine } from '../../../src/report/report.ts';
import { readReportSheet, sheetEntries } from '../../../src/report/sheet/report-sheet.ts';
import { usualLimits } from '../../../src/report/sheet/workbook/workbook.ts';
import { anyText } from '../../support/any-text.ts';
import { line, openData, report, round } from '../../support/rounds.ts';
import { asked, cellOf, fillIn, inlineText, partOf, preview, sheetOf, sheetPart } from '../../support/sheets.ts';

describe('a line written into a sheet', () => {
  const text = fc
    .oneof(
      anyText(60),
      fc.constantFrom(
        '=1+1',
        '+1',
        '-1',
        '@x',
        '\t=1',
        '_x000D_',
        ']]>',
        '<c>',
        'a\r\nb',
        'あ'.repeat(3_000),
        '👨‍👩‍👧',
      ),
    )
    .map((words) => `${words.slice(0, 2_990)}。`);
  const lines = fc.record({
    reported: fc.oneof(
      fc
        .record({ digits: fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), decimals: fc.nat(3) })
        .map(({ digits, decimals }) => ({ kind: 'value' as const, value: digits / 10 ** decimals })),
      text.map((reason) => ({ kind: 'not-measured' as const, reason })),
    ),
    measuredOn: fc.integer({ min: 0, max: 40_000 }).map((later) => addDays(day('1989-04-01'), later)),
    mark: fc.constantFrom(null, ...marks),
    note: text,
  });
  const tidy = (words: string): string => words.replace(/\r\n?/gu, '\n').trim();

  test('comes back as the line it was, and as one that nobody touched', async () => {
    await fc.assert(
      fc.asyncProperty(lines, async (fields) => {
        const whole: ReportLine = { kpi: openData, ...fields };
        const bytes = sheetOf([report({ lines: [whole], version: 3 })]);
        expect(
          (await preview(bytes, { reports: [report({ lines: [whole], version: 3 })] })).sections[0]?.rows[0],
        ).toEqual({
          kind: 'same',
          row: 3,
          kpi: openData,
          line: whole,
        });
        const typed = await readReportSheet(bytes, usualLimits);
        const cells = typed.ok ? typed.rows[0]?.typed : null;
        expect(cells?.note).toEqual({ kind: 'text', text: tidy(whole.note ?? '') });
      }),
      { numRuns: 60 },
    );
  });

  test('filled in by somebody comes back as the line that was typed', async () => {
    await fc.assert(
      fc.asyncProperty(lines, async (fields) => {
        const whole: ReportLine = { kpi: openData, ...fields };
        const empty = sheetOf();
        const written = sheetOf([report({ lines: [whole] })]);
        // The cells of the written sheet with the id of the empty one: as if all had been typed.
        const id = sheetEntries({ round: round().id, sections: [asked], reports: [], earlier: [] })[0]?.id ?? '';
        const typed = fillIn(written, { [cellOf('id')]: id });
        expect(partOf(empty, sheetPart)).toContain(id);
        const { reported, note } = whole;
        const expected = {
          ...whole,
          note: tidy(note ?? ''),
          reported: reported.kind === 'value' ? reported : { ...reported, reason: tidy(reported.reason) },
        };
        expect((await preview(typed)).sections[0]?.rows[0]).toEqual({
          kind: 'new',
          row: 3,
          kpi: openData,
          after: expected,
          approximate: false,
        });
      }),
      { numRuns: 60 },
    );
  });
});

test('white space of Windows is no change', async () => {
  const bytes = fillIn(sheetOf([report({ lines: [line({ note: '一\n二' })] })]), {
    [cellOf('note')]: inlineText('一_x000D_\n二 \n'),
  });
  const { sections } = await preview(bytes, { reports: [report({ lines: [line({ note: '一\n二' })] })] });
  expect(sections[0]?.rows[0]?.kind).toBe('same');
});
