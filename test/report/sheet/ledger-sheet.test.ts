import readExcelFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import type { LedgerEntry } from '../../../src/report/ledger.ts';
import { ledgerLines, writeLedgerSheet } from '../../../src/report/sheet/ledger-sheet.ts';
import { ledgerLabels } from '../../../src/view/sheet-labels.ts';
import { deed, digital, round } from '../../support/rounds.ts';
import { realWording } from '../../support/view-context.ts';

const subject = { round: round().id, section: digital, rosterEntry: null };
const entries: readonly LedgerEntry[] = [
  {
    sequence: 7,
    ...deed('return', { reason: '=理由"\n二行目' }),
    ...subject,
    before: { note: 'あ' },
    after: { note: 'い'.repeat(40_000) },
  },
  { sequence: 8, ...deed('export', { by: null, via: 'bot' }), ...subject, section: null, before: null, after: null },
];

async function rows(): Promise<unknown[][]> {
  const [sheet] = await readExcelFile(Buffer.from(writeLedgerSheet(entries, ledgerLabels(realWording))));
  return sheet?.data ?? [];
}

test('a ledger sheet says who did what, as what, when in Japan, and why', async () => {
  const [, headings, first] = await rows();
  expect(headings?.slice(0, 8)).toEqual(['番号', '日時', '氏名', '職名', '利用者の番号', '内容', '経路', '理由']);
  expect(first?.slice(0, 8)).toEqual([
    '7',
    '2026-05-20 10:00:00',
    '課長',
    'デジタルみやぎ推進課長',
    'U0HEAD',
    '報告を差戻し',
    '入力画面',
    '=理由"\n二行目',
  ]);
});

test('a ledger sheet names the bot where nobody did it', async () => {
  const [, , , second] = await rows();
  expect(second?.slice(2, 7)).toEqual(['計画ナビ', null, null, '出力', '自動']);
});

test('a state too long for a cell is cut in the sheet and whole in the lines', async () => {
  const [, , first] = await rows();
  expect(String(first?.at(-1))).toHaveLength(32_767);
  const lines = ledgerLines(entries).trimEnd().split('\n');
  expect(lines.map((text) => JSON.parse(text))).toEqual(entries);
});
