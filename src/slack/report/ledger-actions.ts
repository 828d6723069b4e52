import { ledgerPageValue } from '../../view/desk/desk-values.ts';
import { ledgerView } from '../../view/desk/ledger-view.ts';
import { refusalView } from '../../view/refusal-view.ts';
import { createDeskListeners } from '../desk-listeners.ts';
import type { Services } from '../services.ts';

/** 記録: of a round, a section, or everything; a page at a time. */
export function createLedgerActions(services: Services) {
  const { desk, viewContext } = services;
  const { onClick } = createDeskListeners(services);
  return {
    onPage: onClick('ledger-page', ledgerPageValue, async ({ round, section, before }, { user }) => {
      const opened = await desk.openLedger(user, { round, section, rosterEntry: null }, before ?? undefined);
      const context = viewContext();
      return { kind: 'screen', view: opened.ok ? ledgerView(opened.page, context) : refusalView(opened, context) };
    }),
  };
}
