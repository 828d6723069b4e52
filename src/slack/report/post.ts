import { randomUUID } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import type { UserId } from '../../report/person.ts';
import { layOut, type View } from '../../view/lay-out.ts';
import { withFallback } from '../newer-blocks.ts';
import type { Services } from '../services.ts';

/** A message to one person. */
interface Letter {
  to: UserId;
  view: View;
}

/** What follows a stored change. Never throws: what is stored stays stored, whatever becomes of the news of it. */
export interface Post {
  /** Sends to each; whoever acted hears, with a token for the log, how many could not be reached. */
  send(client: WebClient, by: UserId, letters: readonly Letter[]): Promise<void>;
  /** Brings something already shown up to date; a failure is only logged. */
  refresh(name: string, update: () => Promise<unknown>): Promise<void>;
}

export function createPost({
  log,
  newerBlocks,
  viewContext,
}: Pick<Services, 'log' | 'newerBlocks' | 'viewContext'>): Post {
  async function deliver(client: WebClient, { to, view }: Letter): Promise<void> {
    await withFallback(newerBlocks, (newer) =>
      client.chat.postMessage({
        channel: to,
        ...layOut(view, { surface: 'message', newerBlocks: newer }),
        unfurl_links: false,
        unfurl_media: false,
      }),
    );
  }
  return {
    async send(client, by, letters) {
      const token = randomUUID().slice(0, 8);
      const results = await Promise.allSettled(letters.map((letter) => deliver(client, letter)));
      const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
      for (const err of failures) log.error({ err, token }, 'a message could not be delivered');
      if (failures.length === 0) return;
      try {
        const text = viewContext().wording.plain('report.undelivered', { token, count: failures.length });
        await client.chat.postMessage({ channel: by, text });
      } catch (err) {
        log.error({ err, token }, 'the person could not be told');
      }
    },
    async refresh(name, update) {
      try {
        await update();
      } catch (err) {
        log.warn({ err, update: name }, 'what is shown could not be brought up to date');
      }
    },
  };
}
