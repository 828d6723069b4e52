import { timeInJapan } from '../day.ts';
import type { Deed, LedgerAction, LedgerEntry } from '../ledger.ts';
import { headRows, tableRows } from './table.ts';
import { writeWorkbook } from './workbook/write.ts';

export const ledgerColumns = [
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
type LedgerColumn = (typeof ledgerColumns)[number];

/** The words of a ledger sheet. */
export interface LedgerLabels {
  name: string;
  columns: Readonly<Record<LedgerColumn | 'id', string>>;
  actions: Readonly<Record<LedgerAction, string>>;
  via: Readonly<Record<Deed['via'], string>>;
  /** Who did what nobody did. */
  bot: string;
}

const widths: Readonly<Record<LedgerColumn, number>> = {
  at: 20,
  by: 16,
  post: 24,
  user: 14,
  action: 18,
  via: 12,
  reason: 30,
  round: 16,
  section: 20,
  rosterEntry: 16,
  before: 50,
  after: 50,
};

/** Rows of the ledger as a sheet to be filed. A state longer than a cell is cut there; `ledgerLines` has all of it. */
export function writeLedgerSheet(entries: readonly LedgerEntry[], labels: LedgerLabels): Uint8Array {
  const state = (value: LedgerEntry['before']): string => (value === null ? '' : JSON.stringify(value));
  const rows = entries.map((entry) => ({
    id: String(entry.sequence),
    texts: {
      at: timeInJapan(entry.at),
      by: entry.by?.name ?? labels.bot,
      post: entry.by?.post ?? '',
      user: entry.by?.user ?? '',
      action: labels.actions[entry.action],
      via: labels.via[entry.via],
      reason: entry.reason ?? '',
      round: entry.round ?? '',
      section: entry.section ?? '',
      rosterEntry: entry.rosterEntry ?? '',
      before: state(entry.before),
      after: state(entry.after),
    },
  }));
  const form = { marker: 'keikaku-navi:ledger:1', columns: ledgerColumns };
  return writeWorkbook([
    {
      name: labels.name,
      columns: [
        { width: 8, hidden: false },
        ...ledgerColumns.map((column) => ({ width: widths[column], hidden: false })),
      ],
      rows: tableRows({ form, labels: labels.columns, fillIn: [], rows }),
      frozen: headRows,
      locked: true,
      lists: [],
    },
  ]);
}

/** The same rows as JSON lines, complete, for programs. */
export function ledgerLines(entries: readonly LedgerEntry[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
}
