import type { BlocksContext } from '../blocks/context.ts';
import { conversationAt } from '../people.ts';
import type { PageModel } from './model.ts';

/** What the blocks of one message or view are drawn with. */
export function blocksContext(
  { wording, directory, place, persona }: PageModel,
  { mode, idPrefix, actionUrl }: Pick<BlocksContext, 'mode' | 'idPrefix' | 'actionUrl'>,
): BlocksContext {
  const currentConversation = conversationAt(place, persona);
  return { mode, idPrefix, actionUrl, directory, currentConversation, wording, errors: {}, values: new Map() };
}
