import { each, nothing, type SamplesOf } from './sample.ts';

type Nothing = Record<string, never>;

/** Why a file is not taken. */
const fileFaults = [
  'too-large',
  'bomb',
  'not-xlsx',
  'old-format',
  'encrypted',
  'macros',
  'external-links',
  'damaged',
  'foreign',
  'two-tables',
  'missing-column',
  'column-twice',
] as const;
/** What can be had as a file. */
const forms = ['sheet', 'text', 'roster', 'ledger', 'ledger-lines'] as const;

/** Why a row is not taken. */
const rowFaults = [
  'unknown-id',
  'id-twice',
  'other-round',
  'not-yours',
  'not-asked',
  'closed',
  'wrong-state',
  'stale',
  'id-changed',
  'emptied',
  'formula',
  'error',
  'boolean',
  'merged',
  'gone',
  'typed',
  'note-required',
  'date-required',
  'missing',
  'twice',
] as const;

/** What is said of files that go out and come back. */
export interface TransferMessages {
  'transfer.headline': Nothing;
  'transfer.empty': { command: string };
  'transfer.round': { title: string; due: string; sections: number; kpis: number };
  'transfer.get': { form: (typeof forms)[number] };
  'transfer.file_name': { title: string; form: (typeof forms)[number] };
  'transfer.records': Nothing;
  'transfer.comment': { title: string; due: string; form: (typeof forms)[number] };
  'transfer.sent': { title: string; form: (typeof forms)[number] };
  'transfer.hint': Nothing;

  'transfer.preview': { title: string; added: number; changed: number; same: number; rejected: number };
  'transfer.row_new': { row: number; name: string; after: string };
  'transfer.row_changed': { row: number; name: string; before: string; after: string };
  'transfer.row_rejected': { row: number; reason: string };
  'transfer.not_measured': { reason: string };
  'transfer.more': { count: number };
  'transfer.nothing': Nothing;
  'transfer.apply': Nothing;
  'transfer.apply_rest': Nothing;
  'transfer.cancel': Nothing;
  'transfer.cancelled': Nothing;
  'transfer.incomplete': { section: string; count: number; command: string };
  'transfer.applied': { title: string; sections: readonly string[] };
  'transfer.held': { section: string; rejected: number; missing: number };
  'transfer.refused': { section: string; reason: string };

  'transfer.roster_preview': { added: number; changed: number; same: number; rejected: number };
  'transfer.roster_row': { row: number; section: string; kind: 'new' | 'changed' };
  'transfer.roster_fault': { row: number; code: (typeof rosterFaults)[number]; columns: readonly string[] };
  'transfer.roster_applied': { count: number; refused: number };
  'transfer.file_fault': { code: (typeof fileFaults)[number]; command: string };
  'transfer.row_fault': { code: (typeof rowFaults)[number]; column: (typeof columns)[number] };
  'transfer.not_a_sheet': { command: string };
}

const command = '/plan';
const columns = ['value', 'reason', 'measuredOn', 'mark', 'note', 'id', 'other'] as const;

/** Why a row of the roster is not taken. */
const rosterFaults = [
  'formula',
  'error',
  'boolean',
  'merged',
  'gone',
  'unknown-id',
  'id-twice',
  'unreadable',
  'order',
  'stale',
  'no-section',
] as const;

export const transferSamples: SamplesOf<TransferMessages> = {
  'transfer.headline': nothing,
  'transfer.empty': [{ command }],
  'transfer.round': [{ title: '令和7年度 進捗照会', due: '2026-12-04', sections: 3, kpis: 12 }],
  'transfer.get': each(forms, (form) => ({ form })),
  'transfer.file_name': each(forms, (form) => ({ title: '令和7年度 進捗照会', form })),
  'transfer.records': nothing,
  'transfer.comment': each(forms, (form) => ({ title: '令和7年度 進捗照会', due: '2026-12-04', form })),
  'transfer.sent': each(forms, (form) => ({ title: '令和7年度 進捗照会', form })),
  'transfer.hint': nothing,
  'transfer.preview': [{ title: '令和7年度 進捗照会', added: 1, changed: 2, same: 3, rejected: 4 }],
  'transfer.row_new': [{ row: 4, name: '電子申請サービス導入済み市町村数', after: '35' }],
  'transfer.row_changed': [{ row: 4, name: '電子申請サービス導入済み市町村数', before: '33', after: '35' }],
  'transfer.row_rejected': [{ row: 5, reason: '計算式は読み取れません。' }],
  'transfer.not_measured': [{ reason: '調査が翌年度のため' }],
  'transfer.more': [{ count: 12 }],
  'transfer.nothing': nothing,
  'transfer.apply': nothing,
  'transfer.apply_rest': nothing,
  'transfer.cancel': nothing,
  'transfer.cancelled': nothing,
  'transfer.incomplete': [{ section: 'デジタルみやぎ推進課', count: 2, command }],
  'transfer.applied': [{ title: '令和7年度 進捗照会', sections: ['デジタルみやぎ推進課'] }],
  'transfer.held': [{ section: 'デジタルみやぎ推進課', rejected: 1, missing: 2 }],
  'transfer.refused': [{ section: 'デジタルみやぎ推進課', reason: '先に変更されました。' }],
  'transfer.roster_preview': [{ added: 1, changed: 2, same: 3, rejected: 4 }],
  'transfer.roster_row': each(['new', 'changed'], (kind) => ({ row: 4, section: '契約課', kind })),
  'transfer.roster_fault': each(rosterFaults, (code) => ({ row: 4, code, columns: ['開始日'] })),
  'transfer.roster_applied': [{ count: 3, refused: 1 }],
  'transfer.file_fault': each(fileFaults, (code) => ({ code, command })),
  'transfer.row_fault': [
    ...each(rowFaults, (code) => ({ code, column: 'value' as const })),
    ...each(columns, (column) => ({ code: 'typed' as const, column })),
  ],
  'transfer.not_a_sheet': [{ command }],
};
