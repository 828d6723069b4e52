import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportLineSchema } from '../../../src/report/report.ts';
import type { AskedSection } from '../../../src/report/scope.ts';
import { compareSheet } from '../../../src/report/sheet/compare.ts';
import { sheetEntries } from '../../../src/report/sheet/report-sheet.ts';
import { readRowId } from '../../../src/report/sheet/row-id.ts';
import { anyText } from '../../support/any-text.ts';
import { answered, faultsOf, filled, raw, rowOf } from '../../support/filled-sheets.ts';
import { actor, line, report, round, section } from '../../support/rounds.ts';
import {
  asked,
  first,
  type Now,
  partOf,
  preview,
  second,
  sheetOf,
  sheetPart,
  withParts,
} from '../../support/sheets.ts';

/** The codes under which rows were rejected that belong to no section of the sender. */
async function strays(bytes: Uint8Array, now: Now = {}): Promise<string[]> {
  return (await preview(bytes, now)).strays.flatMap(({ faults }) => faults.map(({ code }) => code));
}

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
