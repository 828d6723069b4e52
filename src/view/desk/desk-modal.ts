import type { InputBlock, ModalView } from '@slack/types';
import { callbackIds } from '../action-ids.ts';
import type { Part } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { layOut, type View } from '../lay-out.ts';
import { limits, shorten } from '../limits.ts';
import { encode } from '../values.ts';

function title(text: string) {
  return { type: 'plain_text' as const, text: shorten(text, limits.viewTitle) };
}

/** What is only read, in a modal. */
export function screenModal(view: View, { wording }: ViewContext): ModalView {
  const { blocks } = layOut(view, { surface: 'modal', newerBlocks: false });
  return {
    type: 'modal',
    callback_id: callbackIds.deskScreen,
    title: title(wording.plain('modal.title', {})),
    close: title(wording.plain('desk.close', {})),
    blocks,
  };
}

interface FormOptions {
  callback: string;
  title: string;
  submit: string;
  /** What the bot needs to know again when the form is sent. */
  metadata: object;
  parts: readonly (Part | InputBlock)[];
}

/** What is filled in, in a modal. */
export function formModal(form: FormOptions, { wording }: ViewContext): ModalView {
  const { blocks } = layOut({ text: form.title, parts: form.parts }, { surface: 'modal', newerBlocks: false });
  return {
    type: 'modal',
    callback_id: form.callback,
    title: title(form.title),
    submit: title(form.submit),
    close: title(wording.plain('desk.close', {})),
    private_metadata: encode(form.metadata),
    blocks,
  };
}
