import type { RespondFn, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { actionIds } from '../../view/action-ids.ts';
import { layOut } from '../../view/lay-out.ts';
import { sharedView } from '../../view/share-view.ts';
import { decode, shareValue } from '../../view/values.ts';
import { withFallback } from '../newer-blocks.ts';
import type { Services } from '../services.ts';

/** «共有する» in the modal: posts the answer to the chosen conversation; a failure stands beside the field. */
export function onModalShare({ answering, newerBlocks, once, rim, viewContext }: Services) {
  return async ({
    ack,
    body,
    view,
    respond,
  }: SlackViewMiddlewareArgs<ViewSubmitAction> & { respond?: RespondFn }): Promise<void> => {
    const refuse = (text: string) => ack({ response_action: 'errors', errors: { [actionIds.shareWith]: text } });
    await rim.run(
      'modal-share',
      async () => {
        const { wording, command } = viewContext();
        if (!once(`view ${body.trigger_id}`)) return ack();
        const value = decode(shareValue, view.private_metadata);
        const named = value ? await answering.named('action', value, { user: body.user.id, alone: false }) : null;
        if (!named || !respond) return refuse(wording.plain('problem.gone', { command }));
        const shared = sharedView(named.view, body.user.id, named.name, viewContext());
        await withFallback(newerBlocks, (newer) =>
          respond({ ...layOut(shared, { surface: 'message', newerBlocks: newer }), response_type: 'in_channel' }),
        );
        await ack();
      },
      refuse,
    );
  };
}
