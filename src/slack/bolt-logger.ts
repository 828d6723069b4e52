import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import type { Logger } from 'pino';

/**
 * Bolt's and the Web API client's log lines, as lines of our log. Their debug lines hold whole payloads
 * with tokens and response_urls, so they are never passed on.
 */
export function boltLogger(log: Logger): BoltLogger {
  const words = (messages: readonly unknown[]): string =>
    messages
      .map((message) => (message instanceof Error ? `${message.name}: ${message.message}` : String(message)))
      .join(' ');
  let level = LogLevel.INFO;
  return {
    debug: () => undefined,
    info: (...messages) => log.debug({ from: 'slack' }, words(messages)),
    warn: (...messages) => log.warn({ from: 'slack' }, words(messages)),
    error: (...messages) => log.error({ from: 'slack' }, words(messages)),
    setLevel: (wanted) => {
      level = wanted;
    },
    getLevel: () => level,
    setName: () => undefined,
  };
}
