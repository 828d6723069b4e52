import { deedSchema } from '../report/ledger.ts';
import { reportColumns } from '../report/sheet/columns.ts';
import { type LedgerLabels, ledgerColumns } from '../report/sheet/ledger-sheet.ts';
import { type RosterLabels, rosterColumns } from '../report/sheet/roster-sheet.ts';
import type { ReportLabels } from '../report/sheet/sheet.ts';
import type { TextLabels } from '../report/sheet/text-form.ts';
import type { Wording } from '../wording/wording.ts';

/** What a sheet says of its round: its title, and the last day as it is shown to people. */
interface Occasion {
  round: string;
  due: string;
}

function wordsOf<Key extends string>(keys: readonly Key[], word: (key: Key) => string): Record<Key, string> {
  // Object.fromEntries forgets which keys there are: all that were given.
  return Object.fromEntries(keys.map((key) => [key, word(key)])) as Record<Key, string>;
}

function columnsOf(wording: Wording): ReportLabels['columns'] {
  return wordsOf(['id', ...reportColumns], (column) => wording.plain('sheet.report_column', { column }));
}

/** The words of a report sheet. */
export function reportLabels(wording: Wording, occasion: Occasion): ReportLabels {
  return {
    name: wording.plain('sheet.name', { table: 'report' }),
    guideName: wording.plain('sheet.guide_name', {}),
    guide: wording.plain('sheet.guide', { ...occasion }).split('\n'),
    columns: columnsOf(wording),
    markTitle: wording.plain('sheet.mark_title', {}),
    markMessage: wording.plain('sheet.mark_message', {}),
  };
}

/** The words of the same questions as plain text. */
export function textLabels(wording: Wording, occasion: Occasion): TextLabels {
  return {
    guide: wording.plain('sheet.text_guide', { ...occasion }).split('\n'),
    columns: columnsOf(wording),
  };
}

/** The words of a roster sheet. */
export function rosterLabels(wording: Wording): RosterLabels {
  return {
    name: wording.plain('sheet.name', { table: 'roster' }),
    columns: wordsOf(['id', ...rosterColumns], (column) => wording.plain('sheet.roster_column', { column })),
  };
}

/** The words of a sheet of the ledger. */
export function ledgerLabels(wording: Wording): LedgerLabels {
  return {
    name: wording.plain('sheet.name', { table: 'ledger' }),
    columns: wordsOf(['id', ...ledgerColumns], (column) => wording.plain('sheet.ledger_column', { column })),
    actions: wordsOf(deedSchema.shape.action.options, (action) => wording.plain('ledger.action', { action })),
    via: wordsOf(deedSchema.shape.via.options, (via) => wording.plain('ledger.via', { via })),
    bot: wording.plain('ledger.bot', {}),
  };
}
