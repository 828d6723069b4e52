import type { Duty } from '../../report/desk/board.ts';
import { section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import type { View } from '../lay-out.ts';

/** What the reader's sections are asked, the most urgent first. */
export function dutiesView(_duties: readonly Duty[], { wording }: ViewContext): View {
  const text = wording.plain('desk.title', { screen: 'report' });
  return { text, parts: section(text) };
}
