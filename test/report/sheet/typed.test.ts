import { describe, expect, test } from 'vitest';
import type { PreviewRow } from '../../../src/report/sheet/preview.ts';
import { answered, faultsOf, filled, raw, rowOf } from '../../support/filled-sheets.ts';
import { cellOf, type Fill, first, preview, sheetOf, sheetPart, withParts } from '../../support/sheets.ts';

const number = (value: number): Fill => raw('', `<v>${value}</v>`);

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
      { code: 'typed', field: 'note', fault: { code: 'text-too-long' } },
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
