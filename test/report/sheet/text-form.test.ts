import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../../src/report/report.ts';
import { compareSheet } from '../../../src/report/sheet/compare.ts';
import type { PreviewRow } from '../../../src/report/sheet/preview.ts';
import { readTextForm, textForm } from '../../../src/report/sheet/text-form.ts';
import { textLabels } from '../../../src/view/sheet-labels.ts';
import { anyText } from '../../support/any-text.ts';
import { actor, line, report, round } from '../../support/rounds.ts';
import { asked, first, second } from '../../support/sheets.ts';
import { realWording } from '../../support/view-context.ts';

const labels = textLabels(realWording, { round: round().title, due: '5月29日（金）' });
const form = (reports: readonly Report[] = []): string =>
  textForm({ round: round().id, sections: [asked], reports, earlier: [] }, labels);

function rows(text: string, reports: readonly Report[] = []): readonly PreviewRow[] {
  const read = readTextForm(text, labels);
  if (!read.ok) throw new Error('not read');
  const now = { round: round(), scope: { sections: [asked] }, reports, actor: actor('staff') };
  const { sections, strays } = compareSheet(read, now);
  return [...sections.flatMap((each) => each.rows), ...strays];
}

/** Fills in the first KPI's entry. */
function filled(text: string): string {
  return text
    .replace('\n【値】', '\n【値】５２０')
    .replace('\n【測定日】', '\n【測定日】R8.3.31')
    .replace('\n【備考】', '\n【備考】一行目\n二行目');
}

const answer = {
  kind: 'new',
  row: 1,
  kpi: first.id,
  after: {
    kpi: first.id,
    reported: { kind: 'value', value: 520 },
    measuredOn: '2026-03-31',
    mark: null,
    note: '一行目\n二行目',
  },
  approximate: false,
};

describe('the text form', () => {
  test('names round and deadline, and asks of each KPI what the sheet asks', () => {
    expect(form()).toContain('5月29日（金）');
    expect(form().match(/【指標】/gu)).toHaveLength(2);
    expect(form()).toContain('【計画の番号】4-2-1\n');
  });

  test('is the same for the same questions', () => {
    expect(form()).toBe(form());
  });
});

describe('a filled text form', () => {
  test('is read as the sheet would be', () => {
    expect(rows(filled(form()))).toEqual([answer, { kind: 'same', row: 2, kpi: second.id, line: null }]);
  });

  test.each([
    ['quoted by a mail program', (text: string) => `> ${text.replaceAll('\n', '\n> ')}`],
    ['quoted twice', (text: string) => `>> ${text.replaceAll('\n', '\n>> ')}`],
    ['with the line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['with a greeting above and a signature below', (text: string) => `お世話になっております。\n${text}\n--\n推進課`],
    ['with its ids broken over two lines', (text: string) => text.replace(/#1 0 /gu, '#1\n0 ')],
  ])('is read %s', (_, change) => {
    expect(rows(change(filled(form())))[0]).toEqual(answer);
  });

  test('is read with an answer below its label', () => {
    expect(rows(filled(form()).replace('【値】５２０', '【値】\n\n５２０\n'))[0]).toEqual(answer);
  });

  test('lists what is wrong with it as the sheet does', () => {
    expect(rows(form().replace('\n【評価】', '\n【評価】優'))[0]).toMatchObject({
      kind: 'rejected',
      faults: [
        { code: 'typed', field: 'value', fault: { code: 'empty' } },
        { code: 'typed', field: 'mark', fault: { code: 'not-a-mark' } },
      ],
    });
  });

  test('of which a label is gone says so, and does not take the rest for an answer', () => {
    const [row] = rows(filled(form()).replace('\n【測定日】', '\n測定日 '));
    expect(row?.kind === 'rejected' && row.faults).toContainEqual({ code: 'gone', column: 'measuredOn' });
  });

  test('of which an id is gone says so', () => {
    expect(rows(filled(form()).replace(/r6-results/u, '')).at(-1)).toMatchObject({ faults: [{ code: 'unknown-id' }] });
  });
});

test('another mail is not read', () => {
  expect(readTextForm('明日の会議の件です。', labels)).toEqual({ ok: false, faults: [{ code: 'foreign' }] });
});

test('whatever stands in a line, the form that nobody touched changes nothing', () => {
  const words = fc
    .oneof(
      anyText(60),
      fc.constantFrom('【値】5', 'a\n【値】5', 'a\n――――――――――\nb', '> a\n> b', 'a\n\u3000b', '\u2028'),
    )
    .map((text) => `${text}。`);
  fc.assert(
    fc.property(words, words, (note, reason) => {
      const standing = report({ lines: [line({ note, reported: { kind: 'not-measured', reason } })], version: 2 });
      expect(rows(form([standing]), [standing])[0]?.kind).toBe('same');
    }),
    { numRuns: 200 },
  );
});
