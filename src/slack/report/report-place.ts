import type { BlockAction, RespondFn } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { ViewContext } from '../../view/context.ts';
import { saying } from '../../view/desk/report-modal.ts';
import { layOut, type View } from '../../view/lay-out.ts';

/** Where a button about a report was pressed, and what can be shown there. */
export interface ReportPlace {
  /** Takes the place of the message or of the modal's content. */
  replace: (message: View, modal: ModalView) => Promise<unknown>;
  /** Opens beside the message, or on top of the modal. */
  open: (modal: ModalView) => Promise<unknown>;
  /** Says something, and leaves what is there as it is. */
  tell: (text: string) => Promise<unknown>;
}

interface Pressed {
  body: BlockAction;
  client: WebClient;
  respond: RespondFn;
}

export function reportPlace({ body, client, respond }: Pressed, context: ViewContext): ReportPlace {
  const { view, trigger_id } = body;
  if (view?.type === 'home') {
    // The Home is nobody's form: everything opens above it, and it is drawn anew when it is opened next.
    const above = (modal: ModalView) => client.views.open({ trigger_id, view: modal });
    return {
      replace: (_, modal) => above(modal),
      open: above,
      tell: (text) => above(saying('problem', text, context)),
    };
  }
  if (view) {
    const onTop = (modal: ModalView) => client.views.push({ trigger_id, view: modal });
    return {
      replace: (_, modal) => client.views.update({ view_id: view.id, hash: view.hash, view: modal }),
      open: onTop,
      tell: (text) => onTop(saying('problem', text, context)),
    };
  }
  return {
    replace: (message) =>
      respond({ ...layOut(message, { surface: 'message', newerBlocks: false }), replace_original: true }),
    open: (modal) => client.views.open({ trigger_id, view: modal }),
    tell: (text) => respond({ text, response_type: 'ephemeral', replace_original: false }),
  };
}
