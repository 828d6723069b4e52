import type { RosterEntry } from '../../report/roster.ts';
import { section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import type { View } from '../lay-out.ts';

/** 名簿: who answers for which section. */
export function rosterView(
  _shown: { entries: readonly RosterEntry[]; mayEdit: boolean },
  _words: string,
  { wording }: ViewContext,
): View {
  const text = wording.plain('desk.title', { screen: 'roster' });
  return { text, parts: section(text) };
}
