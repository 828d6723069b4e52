import type { webApi } from '@slack/bolt';
import { WebAPIPlatformError, WebClient } from '@slack/web-api';
import { z } from 'zod';

/** Files that go out to a conversation and come back from one. */
export interface Files {
  /** Puts a file into a conversation, with a sentence above it. @throws when Slack refuses it. */
  send(to: { channel: string; name: string; comment: string }, bytes: Uint8Array): Promise<void>;
  /** The bytes of a file that was sent to the bot; null where it is too large, gone, or not Slack's. */
  fetch(id: string, user: string): Promise<{ name: string; bytes: Uint8Array } | null>;
}

interface FilesOptions {
  botToken: string;
  slackApiUrl: string;
  clientOptions: webApi.WebClientOptions;
}

/** A little more than a sheet may be: larger files are not even loaded. */
const largest = 6_000_000;
const patience = 20_000;

const fileSchema = z.looseObject({
  size: z.number(),
  name: z.string().default(''),
  user: z.string().optional(),
  url_private_download: z.url(),
});

/** The bot's token goes to Slack only: to its file servers, or to the machine that serves the Web API. */
function isSlacks(address: string, slackApiUrl: string): boolean {
  const { protocol, hostname, origin } = new URL(address);
  return origin === new URL(slackApiUrl).origin || (protocol === 'https:' && hostname.endsWith('.slack.com'));
}

/** Files over the Web API: https://docs.slack.dev/messaging/working-with-files */
export function createFiles({ botToken, slackApiUrl, clientOptions }: FilesOptions): Files {
  // An upload goes to the address that files.getUploadURLExternal names, outside the Web API.
  const client = new WebClient(botToken, { ...clientOptions, allowAbsoluteUrls: true, timeout: patience });

  /** Null for a file that is gone. */
  async function known(id: string): Promise<unknown> {
    try {
      return (await client.files.info({ file: id })).file;
    } catch (error) {
      if (error instanceof WebAPIPlatformError && /^file_(?:not_found|deleted)$/u.test(error.data.error)) return null;
      throw error;
    }
  }

  return {
    async send({ channel, name, comment }, bytes) {
      await client.files.uploadV2({
        channel_id: channel,
        file: Buffer.from(bytes),
        filename: name,
        initial_comment: comment,
      });
    },
    async fetch(id, user) {
      const info = fileSchema.safeParse(await known(id)).data;
      // A button may name any file; only the sender's own counts.
      if (!info || info.size > largest || info.user !== user || !isSlacks(info.url_private_download, slackApiUrl))
        return null;
      const response = await fetch(info.url_private_download, {
        headers: { authorization: `Bearer ${botToken}` },
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
      });
      if (!response.ok) return null;
      const bytes = new Uint8Array(await response.arrayBuffer());
      return bytes.length > largest ? null : { name: info.name, bytes };
    },
  };
}
