import type { Receiver } from '@slack/bolt';
import type { SlackRefused } from './refused.ts';

/** A receiver that can be started, stopped and asked whether Slack reaches it now. */
export interface Connection {
  receiver: Receiver;
  /**
   * Resolves when Slack can reach the bot, or when it is stopped before; `onRefused` hears it when the token stops being accepted.
   * @throws SlackRefused where it is not accepted from the beginning.
   */
  start: (onRefused: (refusal: SlackRefused) => void) => Promise<void>;
  /** Takes no more requests; lets go when those under way are answered, as `idle` tells. */
  stop: (idle: () => Promise<void>) => Promise<void>;
  isConnected: () => boolean;
  /** The port listened on; null in Socket Mode. */
  port: () => number | null;
}
