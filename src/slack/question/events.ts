import type { SlackEventMiddlewareArgs } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { section } from '../../view/blocks.ts';
import { type LaidOut, layOut } from '../../view/lay-out.ts';
import { withFallback } from '../newer-blocks.ts';
import type { Services } from '../services.ts';
import type { Asker, Entry } from './answering.ts';
import { plainText } from './plain-text.ts';

interface Asked {
  entry: Entry;
  event: string;
  text: string;
  asker: Asker;
  channel: string;
  /** The thread to answer in; undefined to answer in the conversation itself. */
  thread: string | undefined;
}

export function createEvents({ answering, homes, newerBlocks, once, rim }: Services) {
  async function answer({ entry, event, text, asker, channel, thread }: Asked, client: WebClient): Promise<void> {
    const post = (message: Partial<LaidOut> & { text: string }) =>
      client.chat.postMessage({
        channel,
        ...message,
        ...(thread === undefined ? {} : { thread_ts: thread }),
        unfurl_links: false,
        unfurl_media: false,
      });
    await rim.run(
      entry,
      async () => {
        if (!once(`event ${event}`)) return;
        const view = await answering.view(entry, plainText(text), asker);
        await withFallback(newerBlocks, (newer) => post(layOut(view, { surface: 'message', newerBlocks: newer })));
      },
      (problem) => post({ text: problem }),
    );
  }

  return {
    /** «@計画ナビ 電子申請の担当課はどこ？»: answered in the thread, for everybody there. */
    onMention: ({ event, body, client }: SlackEventMiddlewareArgs<'app_mention'> & { client: WebClient }) =>
      answer(
        {
          entry: 'mention',
          event: body.event_id,
          text: event.text,
          asker: { user: event.user ?? '', alone: false },
          channel: event.channel,
          thread: event.thread_ts ?? event.ts,
        },
        client,
      ),

    /** A direct message is a question; edits, joins and the bot's own posts are not. */
    onDirectMessage: async ({ event, body, client }: SlackEventMiddlewareArgs<'message'> & { client: WebClient }) => {
      if (event.channel_type !== 'im' || event.subtype !== undefined || event.bot_id !== undefined) return;
      const { text = '', channel, thread_ts: thread } = event;
      // Slack's own word for messages says there is always somebody; a post of an app may have nobody.
      const user: string | undefined = event.user;
      if (user === undefined) return;
      await answer(
        { entry: 'direct', event: body.event_id, text, asker: { user, alone: true }, channel, thread },
        client,
      );
    },

    /** The App Home is drawn anew each time it is opened. */
    onHomeOpened: async ({ event, client }: SlackEventMiddlewareArgs<'app_home_opened'> & { client: WebClient }) => {
      if (event.tab !== 'home') return;
      await rim.run(
        'home',
        () => homes.open(event.user),
        (text) =>
          client.views.publish({
            user_id: event.user,
            view: { type: 'home', blocks: section(text) },
          }),
      );
    },
  };
}
