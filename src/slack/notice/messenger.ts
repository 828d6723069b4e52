/** slack/notice: delivery, the way out for everything the bot says by itself. */
import type { webApi } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Dispatcher } from 'undici';
import { z } from 'zod';
import type { Content } from '../../notice/content.ts';
import type { Messenger, Posted } from '../../notice/messenger.ts';
import { type LaidOut, layOut, type View } from '../../view/lay-out.ts';
import { boltLogger } from '../bolt-logger.ts';
import { withFallback } from '../newer-blocks.ts';
import { failureOf } from './failure.ts';
import { createFindMessage } from './find-message.ts';
import { metadataOf } from './metadata.ts';
import type { WrittenWhile } from './written-while.ts';

/**
 * How Slack's Web API is asked by delivery: nothing is repeated, since a repeated post is a second message, and what Slack
 * wants to have delayed comes back at once. Never shared with listeners, whose triggers live for three seconds.
 */
export function deliveryClient(slackApiUrl: string, log: Logger): webApi.WebClientOptions {
  return {
    slackApiUrl,
    allowAbsoluteUrls: false,
    retryConfig: { retries: 0 },
    timeout: 10_000,
    rejectRateLimitedCalls: true,
    logger: boltLogger(log),
  };
}

interface MessengerOptions {
  botToken: string;
  clientOptions: webApi.WebClientOptions;
  newerBlocks: boolean;
  render: (content: Content) => View;
  /** The way to Slack for posts: through a proxy, or straight where none is given. */
  dispatcher?: Dispatcher | null;
  log: Logger;
}

const placeSchema = z.looseObject({ channel: z.string(), ts: z.string() });

/** Names and addresses in the text stay text; mentions and links are written as such. */
const asWritten = { parse: 'none', link_names: false } as const;

export function createMessenger({
  botToken,
  clientOptions,
  newerBlocks,
  render,
  dispatcher = null,
  log,
}: MessengerOptions): Messenger {
  const client = new WebClient(botToken, clientOptions);
  let loaded: Promise<WrittenWhile> | null = null;
  /** Brings undici, a sixth of the program's code, which nobody needs before the first message. */
  const load = (): Promise<WrittenWhile> => {
    loaded ??= import('./written-while.ts').then(({ createWrittenWhile }) => createWrittenWhile(dispatcher));
    return loaded;
  };

  /** Shows the content in newer blocks, or in plain ones where Slack refuses those. */
  async function show(content: Content, call: (shown: LaidOut) => Promise<unknown>): Promise<Posted> {
    let view: View;
    try {
      view = render(content);
    } catch (err) {
      log.error({ err, kind: content.kind }, 'a notice could not be put into words');
      return { kind: 'refused', trouble: 'no_view' };
    }
    try {
      const answer = await withFallback(newerBlocks, (newer) =>
        call(layOut(view, { surface: 'message', newerBlocks: newer })),
      );
      const place = placeSchema.safeParse(answer);
      if (!place.success) return { kind: 'unclear', trouble: 'no_answer' };
      return { kind: 'posted', place: { channel: place.data.channel, ts: place.data.ts } };
    } catch (error) {
      return failureOf(error);
    }
  }

  return {
    post: async ({ to, thread, key, content }, mayBeWritten = () => true) => {
      const { fetch, gaveUp } = (await load())(mayBeWritten);
      const { chat } = new WebClient(botToken, { ...clientOptions, fetch });
      const posted = await show(content, (shown) =>
        chat.postMessage({
          ...shown,
          ...asWritten,
          channel: thread?.channel ?? to,
          ...(thread === null ? {} : { thread_ts: thread.ts }),
          metadata: metadataOf(key),
          unfurl_links: false,
          unfurl_media: false,
        }),
      );
      return posted.kind !== 'posted' && gaveUp() ? { kind: 'too-late' } : posted;
    },
    find: createFindMessage(client),
    edit: ({ channel, ts }, { key, content }) =>
      show(content, (shown) => client.chat.update({ ...shown, ...asWritten, channel, ts, metadata: metadataOf(key) })),
  };
}
