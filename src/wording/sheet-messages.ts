import { each, nothing, type SamplesOf } from './sample.ts';

const reportColumns = [
  'id',
  'number',
  'title',
  'section',
  'kpi',
  'unit',
  'baseline',
  'target',
  'last',
  'lastYear',
  'value',
  'reason',
  'measuredOn',
  'mark',
  'note',
] as const;
const rosterColumns = ['id', 'section', 'post', 'head', 'deputies', 'staff', 'channel', 'from', 'to'] as const;
const ledgerColumns = [
  'id',
  'at',
  'by',
  'post',
  'user',
  'action',
  'via',
  'reason',
  'round',
  'section',
  'rosterEntry',
  'before',
  'after',
] as const;

type Nothing = Record<string, never>;
type Table = 'report' | 'roster' | 'ledger';

/** What stands in the sheets that are handed out, and in the same questions as plain text. */
export interface SheetMessages {
  'sheet.name': { table: Table };
  'sheet.guide_name': Nothing;
  /** One line for each row of the sheet that explains. */
  'sheet.guide': { round: string; due: string };
  /** The same for plain text, above the questions. */
  'sheet.text_guide': { round: string; due: string };
  'sheet.report_column': { column: (typeof reportColumns)[number] };
  'sheet.roster_column': { column: (typeof rosterColumns)[number] };
  'sheet.ledger_column': { column: (typeof ledgerColumns)[number] };
  'sheet.mark_title': Nothing;
  'sheet.mark_message': Nothing;
}

const asked = [{ round: '令和7年度 進捗照会', due: '2026-05-07' }] as const;

export const sheetSamples: SamplesOf<SheetMessages> = {
  'sheet.name': each(['report', 'roster', 'ledger'], (table) => ({ table })),
  'sheet.guide_name': nothing,
  'sheet.guide': asked,
  'sheet.text_guide': asked,
  'sheet.report_column': each(reportColumns, (column) => ({ column })),
  'sheet.roster_column': each(rosterColumns, (column) => ({ column })),
  'sheet.ledger_column': each(ledgerColumns, (column) => ({ column })),
  'sheet.mark_title': nothing,
  'sheet.mark_message': nothing,
};
