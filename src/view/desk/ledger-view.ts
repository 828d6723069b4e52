import type { LedgerEntry } from '../../report/ledger.ts';
import { section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import type { View } from '../lay-out.ts';

/** 記録: who did what and when, oldest first. */
export function ledgerView(_shown: { entries: readonly LedgerEntry[]; more: boolean }, { wording }: ViewContext): View {
  const text = wording.plain('desk.title', { screen: 'ledger' });
  return { text, parts: section(text) };
}
