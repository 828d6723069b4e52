import type { Button } from '@slack/types';
import { actionIds } from './action-ids.ts';
import { button, context as contextBlock, type Part } from './blocks.ts';
import type { ViewContext } from './context.ts';
import type { View } from './lay-out.ts';
import { encode } from './values.ts';

/** Posts the same answer where others see it. */
export function shareButton(value: { q: string } | { item: string }, { wording }: ViewContext): Button {
  return button({ id: actionIds.share, text: wording.plain('found.share', {}), value: encode(value) });
}

function isButtons(part: Part): boolean {
  return 'type' in part && part.type === 'actions';
}

/**
 * An answer for everybody in a conversation: who shared it stands on top, and its buttons are gone,
 * since they would change the message for all.
 */
export function sharedView(view: View, user: string, question: string, { wording }: ViewContext): View {
  const parts = view.parts
    .filter((part) => !isButtons(part))
    .map((part) => {
      if (!('type' in part) || part.type !== 'section' || !part.accessory) return part;
      const { accessory: _, ...rest } = part;
      return rest;
    });
  return {
    text: view.text,
    parts: [...contextBlock(wording.mrkdwn('found.shared', { user, question })), ...parts],
  };
}
