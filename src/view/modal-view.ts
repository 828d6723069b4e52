import type { ModalView } from '@slack/types';
import { actionIds, callbackIds } from './action-ids.ts';
import { conversationInput } from './blocks.ts';
import type { ViewContext } from './context.ts';
import { layOut, type View } from './lay-out.ts';
import { limits, shorten } from './limits.ts';
import { encode, type ShareValue } from './values.ts';

/** An answer in a modal, with a conversation to share it with. */
export function modalView(view: View, share: ShareValue, newerBlocks: boolean, { wording }: ViewContext): ModalView {
  const plain = (text: string) => ({ type: 'plain_text' as const, text: shorten(text, limits.viewTitle) });
  const parts = [
    ...view.parts,
    conversationInput({
      id: actionIds.shareWith,
      label: wording.plain('modal.share_with', {}),
      hint: wording.plain('modal.share_hint', {}),
    }),
  ];
  const { blocks } = layOut({ text: view.text, parts }, { surface: 'modal', newerBlocks });
  return {
    type: 'modal',
    callback_id: callbackIds.answer,
    title: plain(wording.plain('modal.title', {})),
    close: plain(wording.plain('modal.close', {})),
    submit: plain(wording.plain('modal.share', {})),
    private_metadata: encode(share),
    blocks,
  };
}
