import type { Desk } from '../../report/desk/desk.ts';
import type { Refusal } from '../../report/desk/parts.ts';
import type { UserId } from '../../report/person.ts';
import { ledgerLines, writeLedgerSheet } from '../../report/sheet/ledger-sheet.ts';
import { writeReportSheet } from '../../report/sheet/report-sheet.ts';
import { writeRosterSheet } from '../../report/sheet/roster-sheet.ts';
import { textForm } from '../../report/sheet/text-form.ts';
import type { ViewContext } from '../../view/context.ts';
import { dayText } from '../../view/desk/day-words.ts';
import type { GetValue } from '../../view/desk/transfer-values.ts';
import { ledgerLabels, reportLabels, rosterLabels, textLabels } from '../../view/sheet-labels.ts';

/** A file to hand out, with what it is of; `due` is empty where nothing is. */
type Written = { ok: true; title: string; due: string; bytes: Uint8Array } | Refusal;

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Writes what somebody asks for, if they may have it. */
export async function writeFile(desk: Desk, user: UserId, value: GetValue, context: ViewContext): Promise<Written> {
  const { wording } = context;
  switch (value.form) {
    case 'sheet':
    case 'text': {
      const exported = await desk.exportSheet(user, value.round);
      if (!exported.ok) return exported;
      const { round } = exported.exported;
      const due = dayText(exported.exported.due, context, { withYear: true });
      const occasion = { round: round.title, due };
      const bytes =
        value.form === 'sheet'
          ? writeReportSheet(exported.source, reportLabels(wording, occasion))
          : encode(textForm(exported.source, textLabels(wording, occasion)));
      return { ok: true, title: round.title, due, bytes };
    }
    case 'roster': {
      const exported = await desk.exportRoster(user);
      if (!exported.ok) return exported;
      return {
        ok: true,
        title: '',
        due: '',
        bytes: writeRosterSheet(exported.entries, exported.names, rosterLabels(wording)),
      };
    }
    case 'ledger':
    case 'ledger-lines': {
      const exported = await desk.exportLedger(user, value.round);
      if (!exported.ok) return exported;
      const { round, entries } = exported;
      const bytes =
        value.form === 'ledger' ? writeLedgerSheet(entries, ledgerLabels(wording)) : encode(ledgerLines(entries));
      return { ok: true, title: round.title, due: '', bytes };
    }
  }
}
