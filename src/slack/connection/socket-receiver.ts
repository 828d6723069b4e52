import type { AckFn, App, Receiver } from '@slack/bolt';
import type { SocketModeClient } from '@slack/socket-mode';
import type { Logger } from 'pino';
import { z } from 'zod';
import { isSound } from '../payload.ts';

/** An envelope as Slack's client hands it on (https://docs.slack.dev/apis/events-api/using-socket-mode#events). */
const envelopeSchema = z.looseObject({
  body: z.record(z.string(), z.unknown()).refine(isSound),
  ack: z.custom<(answer?: unknown) => Promise<void>>((value) => typeof value === 'function'),
  retry_num: z.number().optional(),
  retry_reason: z.string().optional(),
});

/** A receiver of Bolt's over a socket that somebody else keeps. */
export interface SocketReceiver extends Receiver {
  /** Leaves what comes from now on to Slack, which delivers it again to whoever connects next. */
  takeNoMore: () => void;
}

/**
 * The acknowledgement of an envelope. It fails where the socket is gone; then Slack delivers the envelope again. One without
 * an answer carries nothing that could be lost, and the work behind it goes on.
 */
function acknowledging(send: (answer?: unknown) => Promise<void>, log: Logger): AckFn<unknown> {
  let called = false;
  return async (answer) => {
    // Slack takes one; a second is what a listener says after its first has failed.
    if (called) return;
    called = true;
    try {
      await send(answer);
    } catch (error) {
      if (answer !== undefined) throw error;
      log.warn({ err: error }, 'an envelope could not be acknowledged; Slack will deliver it again');
    }
  };
}

/** Hands every envelope of a Socket Mode client to Bolt. Unlike Bolt's own receiver it decides nothing about connections. */
export function createSocketReceiver(client: SocketModeClient, log: Logger): SocketReceiver {
  let app: App | null = null;
  const take = async (received: unknown): Promise<void> => {
    try {
      const { body, ack, retry_num: retryNum, retry_reason: retryReason } = envelopeSchema.parse(received);
      await app?.processEvent({
        body,
        ack: acknowledging(ack, log),
        ...(retryNum === undefined ? {} : { retryNum }),
        ...(retryReason === undefined ? {} : { retryReason }),
      });
    } catch (error) {
      log.error({ err: error }, 'an envelope could not be handled');
    }
  };
  client.on('slack_event', take);
  return {
    init: (bolt) => {
      app = bolt;
    },
    start: async () => undefined,
    stop: async () => undefined,
    takeNoMore: () => {
      client.off('slack_event', take);
    },
  };
}
