import type { MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { cutQuestion } from '../../ask/ask.ts';
import { modalView } from '../../view/modal-view.ts';
import { withFallback } from '../newer-blocks.ts';
import type { Services } from '../services.ts';
import { plainText } from './plain-text.ts';

/** «計画ナビで調べる» in a message's menu: looks up what somebody wrote, privately. */
export function onLookUp({ answering, newerBlocks, once, rim, viewContext }: Services) {
  return async ({
    ack,
    shortcut,
    client,
    respond,
  }: SlackShortcutMiddlewareArgs<MessageShortcut> & { client: WebClient }): Promise<void> => {
    await rim.run(
      'look-up',
      async () => {
        await ack();
        if (!once(`shortcut ${shortcut.trigger_id}`)) return;
        const question = cutQuestion(plainText(shortcut.message.text ?? ''));
        const view = await answering.view('shortcut', question, { user: shortcut.user.id, alone: false });
        await withFallback(newerBlocks, (newer) =>
          client.views.open({
            trigger_id: shortcut.trigger_id,
            view: modalView(view, { q: question }, newer, viewContext()),
          }),
        );
      },
      (text) => respond({ text, response_type: 'ephemeral', replace_original: false }),
    );
  };
}
