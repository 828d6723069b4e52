import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportLineSchema } from '../../../src/report/report.ts';
import type { AskedSection } from '../../../src/report/scope.ts';
import { type ReportColumn, reportColumns } from '../../../src/report/sheet/columns.ts';
import { compareSheet } from '../../../src/report/sheet/compare.ts';
import type { PreviewRow } from '../../../src/report/sheet/preview.ts';
import { sheetEntries } from '../../../src/report/sheet/report-sheet.ts';
import { readRowId } from '../../../src/report/sheet/row-id.ts';
import { anyText } from '../../support/any-text.ts';
import { actor, line, report, round, section } from '../../support/rounds.ts';
import {
  asked,
  cellOf,
  fillIn,
  first,
  partOf,
  preview,
  second,
  sheetOf,
  sheetPart,
  withParts,
} from '../../support/sheets.ts';

type Now = NonNullable<Parameters<typeof preview>[1]>;
type Fill = Parameters<typeof fillIn>[1][string];

const answered = { value: '520', measuredOn: '2026/3/31' } as const;
const raw = (attributes: string, content: string): Fill => ({ attributes, content });
const number = (value: number): Fill => raw('', `<v>${value}</v>`);

function filled(
  cells: Partial<Record<ReportColumn | 'id', Fill>>,
  bytes = sheetOf(),
  of: 'first' | 'second' = 'first',
) {
  const columns = ['id', ...reportColumns] as const;
  const fills = columns.flatMap((column) => {
    const fill = cells[column];
    return fill === undefined ? [] : [[cellOf(column, of), fill] as const];
  });
  return fillIn(bytes, Object.fromEntries(fills));
}

async function rowOf(bytes: Uint8Array, now: Now = {}, at = 0): Promise<PreviewRow | undefined> {
  return (await preview(bytes, now)).sections[0]?.rows[at];
}

/** The faults of the first row, each as its code, its column and what lies under it. */
async function faultsOf(bytes: Uint8Array, now: Now = {}): Promise<unknown> {
  const row = await rowOf(bytes, now);
  return row?.kind === 'rejected' ? row.faults : row?.kind;
}

/** The codes under which rows were rejected that belong to no section of the sender. */
async function strays(bytes: Uint8Array, now: Now = {}): Promise<string[]> {
  return (await preview(bytes, now)).strays.flatMap(({ faults }) => faults.map(({ code }) => code));
}

describe('a figure', () => {
  const figure = async (value: Fill, of: 'first' | 'second' = 'first'): Promise<unknown> => {
    const bytes = filled({ ...answered, value, note: '理由。' }, sheetOf(), of);
    const row = await rowOf(bytes, {}, of === 'first' ? 0 : 1);
    if (row?.kind === 'rejected') return row.faults;
    return row?.kind === 'new' && row.after.reported.kind === 'value' ? row.after.reported.value : row;
  };

  test.each([
    ['５２０', 520],
    ['1.2万', 12_000],
    ['1,234', 1_234],
    ['約520', 520],
    ['520データセット', 520],
  ])('typed as %s is %d', async (typed, value) => {
    expect(await figure(typed)).toBe(value);
  });

  test('typed as a number is that number, to the digits people see', async () => {
    expect(await figure(number(520))).toBe(520);
    expect(await figure(raw('', '<v>57.999999999999996</v>'))).toBe(58);
  });

  const percentFormat = (bytes: Uint8Array): Uint8Array =>
    withParts(bytes, {
      'xl/styles.xml': (xml) => xml.replace('</cellXfs>', '<xf numFmtId="10"/><xf numFmtId="14"/></cellXfs>'),
    });
  const inFormat = async (cell: Fill, of: 'first' | 'second'): Promise<PreviewRow | undefined> =>
    rowOf(
      percentFormat(filled({ ...answered, value: cell, note: '理由。' }, sheetOf(), of)),
      {},
      of === 'first' ? 0 : 1,
    );

  test('shown as 95.8% is 95.8 where percent are asked', async () => {
    expect(await inFormat(raw(' s="6"', '<v>0.95799999999999996</v>'), 'second')).toMatchObject({
      kind: 'new',
      after: { reported: { value: 95.8 } },
    });
  });

  test('shown in percent is refused where something else is asked', async () => {
    expect(await inFormat(raw(' s="6"', '<v>0.958</v>'), 'first')).toMatchObject({
      faults: [{ code: 'typed', field: 'value', fault: { code: 'unit', typed: '%' } }],
    });
  });

  test('of which a date was made is refused', async () => {
    expect(await inFormat(raw(' s="7"', '<v>46114</v>'), 'first')).toMatchObject({
      faults: [{ code: 'typed', field: 'value', fault: { code: 'is-date' } }],
    });
  });

  test.each([
    ['500以上', 'not-a-number'],
    ['10~20', 'range'],
    ['—', 'dash'],
    ['520人', 'unit'],
  ])('typed as %s is refused: %s', async (typed, code) => {
    expect(await figure(typed)).toMatchObject([{ code: 'typed', field: 'value', fault: { code } }]);
  });
});

describe('a row', () => {
  test('says that nothing was measured, and why', async () => {
    const row = await rowOf(filled({ value: '—', reason: '調査が隔年のため。' }));
    expect(row).toMatchObject({
      kind: 'new',
      after: { reported: { kind: 'not-measured', reason: '調査が隔年のため。' } },
    });
  });

  test.each(['○', '◯', '〇', '⭕', 'Ｏ'])('takes %s for the mark ○', async (mark) => {
    expect(await rowOf(filled({ ...answered, mark }))).toMatchObject({ after: { mark: '○' } });
  });

  test('lists everything that is wrong with it', async () => {
    expect(
      await faultsOf(filled({ value: '多数', measuredOn: '年度末', mark: '優', note: 'あ'.repeat(3_001) })),
    ).toEqual([
      { code: 'typed', field: 'value', fault: { code: 'not-a-number' } },
      { code: 'typed', field: 'measuredOn', fault: { code: 'not-a-day' } },
      { code: 'typed', field: 'mark', fault: { code: 'not-a-mark' } },
      { code: 'typed', field: 'note', fault: { code: 'too-long' } },
    ]);
  });

  test('with a figure and a reason for having none is asked again', async () => {
    expect(await faultsOf(filled({ ...answered, reason: '未調査' }))).toEqual([
      { code: 'typed', field: 'reason', fault: { code: 'both' } },
    ]);
  });

  test('that misses its target says why, and when it was measured', async () => {
    expect(await faultsOf(filled({ value: '100' }))).toEqual([
      { code: 'line', fault: { code: 'date-required', kpi: first.id } },
      { code: 'line', fault: { code: 'note-required', kpi: first.id } },
    ]);
  });

  test('with a formula is refused whatever its result, and the rest of it is read', async () => {
    const formula = raw('', '<f>1+519</f><v>520</v>');
    expect(await faultsOf(filled({ value: formula, measuredOn: '年度末' }))).toEqual([
      { code: 'formula', column: 'value' },
      { code: 'typed', field: 'measuredOn', fault: { code: 'not-a-day' } },
    ]);
  });

  test('with a switch or an error of Excel is refused', async () => {
    expect(
      await faultsOf(filled({ ...answered, mark: raw(' t="b"', '<v>1</v>'), note: raw(' t="e"', '<v>#REF!</v>') })),
    ).toEqual([
      { code: 'boolean', column: 'mark' },
      { code: 'error', column: 'note' },
    ]);
  });

  test('whose cells are merged with another row is refused, and so is the other', async () => {
    const area = `${cellOf('note')}:${cellOf('note', 'second')}`;
    const bytes = withParts(filled(answered), {
      [sheetPart]: (xml) =>
        xml.replace(
          '<dataValidations',
          `<mergeCells count="1"><mergeCell ref="${area}"/></mergeCells><dataValidations`,
        ),
    });
    const { sections } = await preview(bytes);
    expect(sections[0]?.rows.map((row) => (row.kind === 'rejected' ? row.faults : row.kind))).toEqual([
      [{ code: 'merged', column: 'note' }],
      [{ code: 'merged', column: 'note' }],
    ]);
  });
});

describe('the id of a row', () => {
  test('that is gone or another text leaves the row nowhere', async () => {
    expect(await strays(filled({ ...answered, id: '1' }))).toEqual(['unknown-id']);
    expect(await strays(filled({ ...answered, id: raw('', '') }))).toEqual(['unknown-id']);
  });

  test('that stands twice counts in neither row', async () => {
    const id = /<c r="A3"[^>]*>.*?<t[^>]*>(.*?)<\/t>/su.exec(partOf(sheetOf(), sheetPart))?.[1] ?? '';
    const { sections } = await preview(filled({ ...answered, id }, filled(answered), 'second'));
    expect(sections[0]?.rows.map((row) => row.kind === 'rejected' && row.faults)).toEqual([
      [{ code: 'id-twice' }],
      [{ code: 'id-twice' }],
    ]);
  });

  test('that was changed by hand is noticed', async () => {
    const changed = withParts(filled(answered), {
      [sheetPart]: (xml) => xml.replace('オープンデータみやぎ推進事業#1 0', 'オンライン申請#1 0'),
    });
    const without = withParts(changed, { [sheetPart]: (xml) => xml.replace(/<row r="4">.*?<\/row>/su, '') });
    expect(await faultsOf(without)).toEqual([
      { code: 'id-changed', column: 'kpi' },
      { code: 'id-changed', column: 'unit' },
      { code: 'id-changed', column: 'id' },
    ]);
  });

  test('that stands beside another KPI, as after a torn sort, is noticed', async () => {
    expect(await faultsOf(filled({ ...answered, kpi: '別の指標', unit: '人' }))).toEqual([
      { code: 'id-changed', column: 'kpi' },
      { code: 'id-changed', column: 'unit' },
    ]);
  });

  test('of another round says which', async () => {
    const other = withParts(filled(answered), { [sheetPart]: (xml) => xml.replaceAll('r6-results/', 'r5-results/') });
    expect((await preview(other)).strays.map(({ faults }) => faults)).toEqual([
      [{ code: 'other-round', round: 'r5-results' }],
      [{ code: 'other-round', round: 'r5-results' }],
    ]);
  });
});

describe('a report that changed since the sheet was handed out', () => {
  const before = report({ lines: [line({ note: 'はじめ。' })], version: 2 });
  const corrected = report({ lines: [line({ note: '直した。' })], version: 3 });

  test('makes a row stale that was changed on both sides', async () => {
    expect(await faultsOf(filled({ note: '表で直した。' }, sheetOf([before])), { reports: [corrected] })).toEqual([
      { code: 'stale' },
    ]);
  });

  test('keeps what it says where nobody touched the row', async () => {
    expect(await rowOf(sheetOf([before]), { reports: [corrected] })).toEqual({
      kind: 'same',
      row: 3,
      kpi: first.id,
      line: line({ note: '直した。' }),
    });
  });

  test('takes a row it agrees with', async () => {
    expect((await rowOf(filled({ note: '直した。' }, sheetOf([before])), { reports: [corrected] }))?.kind).toBe('same');
  });

  test('takes a row whose own line did not change', async () => {
    const elsewhere = { ...before, lines: [...before.lines, line({ kpi: second.id })], version: 3 };
    expect(await rowOf(filled({ note: '表で直した。' }, sheetOf([before])), { reports: [elsewhere] })).toMatchObject({
      kind: 'changed',
      before: { note: 'はじめ。' },
      after: { note: '表で直した。' },
    });
  });

  test('cannot lose a line because its cells were emptied', async () => {
    const emptied = filled({ value: raw('', ''), measuredOn: raw('', ''), note: raw('', '') }, sheetOf([before]));
    expect(await faultsOf(emptied, { reports: [before] })).toEqual([{ code: 'emptied' }]);
  });
});

describe('who sends it, and when', () => {
  test('another section may not, nor a guest', async () => {
    const elsewhere = actor('head', { of: section('他の課') });
    expect(await strays(filled(answered), { actor: elsewhere })).toEqual(['not-yours', 'not-yours']);
    expect(await strays(filled(answered), { actor: null })).toEqual(['not-yours', 'not-yours']);
  });

  test('a coordinator does so for the section', async () => {
    const { sections } = await preview(filled(answered), { actor: actor(null, { coordinator: true }) });
    expect(sections[0]?.action).toBe('submit-on-behalf');
  });

  test('of a sheet of all sections each sends its own rows', async () => {
    const other: AskedSection = { ...asked, section: section('他の課') };
    const { sections, strays: strange } = await preview(sheetOf([], [asked, other]), { sections: [asked, other] });
    expect(sections.map((each) => each.section)).toEqual([asked.section]);
    expect(strange.map(({ row, faults }) => [row, faults[0]?.code])).toEqual([
      [5, 'not-yours'],
      [6, 'not-yours'],
    ]);
  });

  test('a closed round takes nothing', async () => {
    expect(await faultsOf(filled(answered), { state: 'closed' })).toEqual([{ code: 'closed' }]);
  });

  test.each(['confirmed', 'accepted'] as const)('a report that is %s must be returned first', async (state) => {
    expect(await faultsOf(filled(answered), { reports: [report({ state })] })).toEqual([
      { code: 'wrong-state', state },
    ]);
  });

  test('a KPI that is no longer asked for is refused', async () => {
    const fewer: AskedSection = { ...asked, kpis: asked.kpis.slice(1) };
    expect(await faultsOf(filled(answered), { sections: [fewer] })).toEqual([{ code: 'not-asked' }]);
    expect(await strays(filled(answered), { sections: [] })).toEqual(['not-asked', 'not-asked']);
  });
});

test('every row of any sheet is in the preview once, whatever was typed, and none is applied with a fault', () => {
  const cell = fc.oneof(
    fc.constant(null),
    fc
      .oneof(anyText(12), fc.constantFrom('520', '—', '○', 'R8.3.31', '約1.2万'))
      .map((text) => ({ kind: 'text' as const, text })),
    fc.record({
      kind: fc.constant('number' as const),
      value: fc.double({ noNaN: true, noDefaultInfinity: true }),
      shown: fc.constantFrom('plain' as const, 'percent' as const, 'date' as const),
    }),
  );
  const typed = fc.record({ value: cell, reason: cell, measuredOn: cell, mark: cell, note: cell });
  const entries = sheetEntries({ round: round().id, sections: [asked], reports: [], earlier: [] });
  const rows = fc.array(
    fc.record({ entry: fc.constantFrom(...entries), typed }).map(({ entry, typed: cells }) => ({
      row: 3,
      id: readRowId(entry.id),
      printed: entry.texts,
      typed: cells,
      faults: [],
    })),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(rows, (read) => {
      const now = { round: round(), scope: { sections: [asked] }, reports: [], actor: actor('staff') };
      const { sections, strays } = compareSheet({ rows: read }, now);
      const all = [...sections.flatMap((each) => each.rows), ...strays];
      expect(all).toHaveLength(read.length);
      for (const row of all) {
        if (row.kind === 'new') expect(reportLineSchema.safeParse(row.after).success).toBe(true);
        if (row.kind === 'rejected') expect(row.faults).not.toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
});
