import type { BlocksContext } from './context.ts';
import type { Element } from './elements.ts';
import { initialValues } from './initial.ts';
import { fieldName } from './submitted.ts';

/** What a control shows: what was typed, else what the bot put there. */
export function shownValues(element: Element, blockId: string, context: BlocksContext): readonly string[] {
  return (
    context.values.get(fieldName(blockId, element.action_id)) ?? initialValues(element, context.currentConversation)
  );
}
