import type { Board } from '../../report/desk/board.ts';
import { section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import type { View } from '../lay-out.ts';

/** All rounds, the newest first; `words` choose by title. */
export function boardsView(_boards: readonly Board[], _words: string, { wording }: ViewContext): View {
  const text = wording.plain('desk.title', { screen: 'round' });
  return { text, parts: section(text) };
}
