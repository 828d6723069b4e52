/** Socket Mode: Slack's client makes one connection; whether it still lives, and when the next one is made, is decided here. */
import { setTimeout as delay } from 'node:timers/promises';
import { SocketModeClient } from '@slack/socket-mode';
import { WebAPIRateLimitedError, type WebClientOptions } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Dispatcher } from 'undici';
import { z } from 'zod';
import { boltLogger } from '../bolt-logger.ts';
import type { Connection } from './connection.ts';
import { refusalOf, SlackRefused } from './refused.ts';
import { createSocketReceiver } from './socket-receiver.ts';

/** How long is waited for what, in milliseconds. */
export interface SocketPatience {
  /** For Slack to say where to connect. */
  address: number;
  /** For its hello on a new connection. */
  hello: number;
  /** For its answer to a ping; a socket that has not answered for so long is dead. */
  pong: number;
  /** A connection that has lasted so long ended as usual, and is renewed at once. */
  steady: number;
  /** Before the next try, when the last one failed; it doubles with each, to the longest. */
  firstPause: number;
  longestPause: number;
  /** For the goodbye of the socket at a stop. */
  goodbye: number;
}

export const usualPatience: SocketPatience = {
  address: 10_000,
  hello: 15_000,
  pong: 10_000,
  steady: 30_000,
  firstPause: 1_000,
  longestPause: 30_000,
  goodbye: 5_000,
};

interface SocketParts {
  appToken: string;
  clientOptions: WebClientOptions;
  /** The way through a proxy; null where there is none. */
  dispatcher: Dispatcher | null;
  patience?: SocketPatience;
  log: Logger;
}

const disconnectSchema = z.looseObject({ type: z.literal('disconnect'), reason: z.string() });

/** Slack's reason for ending a connection; null for any other message. */
function reasonIn(message: unknown): string | null {
  if (typeof message !== 'string' || !message.includes('"disconnect"')) return null;
  try {
    return disconnectSchema.safeParse(JSON.parse(message)).data?.reason ?? null;
  } catch {
    return null;
  }
}

/**
 * A connection that is made anew whenever it ends. The client's own way of doing so waits five seconds at every renewal, ever
 * longer after failures, and ends the process by a rejection that nobody can await.
 */
export function createSocketConnection({
  appToken,
  clientOptions,
  dispatcher,
  patience = usualPatience,
  log,
}: SocketParts): Connection {
  const client = new SocketModeClient({
    appToken,
    autoReconnectEnabled: false,
    clientPingTimeout: patience.pong,
    // A copy, since the client writes into it.
    clientOptions: { ...clientOptions, timeout: patience.address, retryConfig: { retries: 0 } },
    ...(dispatcher === null ? {} : { dispatcher }),
    logger: boltLogger(log),
  });
  const receiver = createSocketReceiver(client, log);
  const stopping = new AbortController();
  let greetedAt: number | null = null;
  let onEnd = (): void => undefined;
  let untilHello: NodeJS.Timeout | undefined;

  const isConnected = (): boolean =>
    !stopping.signal.aborted && greetedAt !== null && client.websocket?.isActive() === true;

  /** The first call asks for a close, the second does without Slack's consent. */
  function hangUp(): void {
    client.websocket?.disconnect();
    client.websocket?.disconnect();
  }

  // An address that comes after the stop is not used: the client passes what is thrown here on to whoever started it.
  client.on('authenticated', () => stopping.signal.throwIfAborted());
  client.on('connecting', () => {
    untilHello = setTimeout(() => {
      log.warn('Slack did not say hello');
      hangUp();
    }, patience.hello);
  });
  client.on('connected', () => {
    clearTimeout(untilHello);
    greetedAt = performance.now();
  });
  client.on('disconnected', () => {
    clearTimeout(untilHello);
    onEnd();
  });
  client.on('ws_message', (message: unknown) => {
    const reason = reasonIn(message);
    if (reason !== null) log.info({ reason }, 'Slack ends the connection');
  });

  /** One connection from its beginning to its end. Gives the milliseconds for which Slack does not want to be asked. */
  async function live(greeted: () => void): Promise<number> {
    const ended = new Promise<void>((resolve) => {
      onEnd = resolve;
    });
    try {
      await client.start();
      greeted();
      if (stopping.signal.aborted) hangUp();
      await ended;
      return 0;
    } catch (error) {
      if (stopping.signal.aborted) return 0;
      const refusal = refusalOf(error, 'SLACK_APP_TOKEN');
      if (refusal) throw refusal;
      // The client rejects with nothing where the connection ends before hello.
      log.warn({ err: error ?? new Error('it ended before hello') }, 'no connection to Slack');
      return error instanceof WebAPIRateLimitedError ? error.retryAfter * 1_000 : 0;
    }
  }

  /** @throws SlackRefused */
  async function attend(greeted: () => void): Promise<void> {
    let pause = 0;
    while (!stopping.signal.aborted) {
      greetedAt = null;
      const wanted = await live(greeted);
      if (stopping.signal.aborted) return;
      const wasSteady = greetedAt !== null && performance.now() - greetedAt >= patience.steady;
      // A connection that ends soon after its hello is a storm, or one too many; it must not be asked for in a circle.
      pause = wasSteady ? 0 : Math.min(Math.max(pause * 2, patience.firstPause), patience.longestPause);
      const wait = Math.max(pause, wanted);
      log.info({ nextTryInSeconds: wait / 1_000 }, 'connecting to Slack again');
      await delay(wait, null, { signal: stopping.signal, ref: false }).catch(() => null);
    }
  }

  return {
    receiver,
    start: (onRefused) =>
      new Promise((resolve, reject) => {
        let greetedOnce = false;
        const greeted = (): void => {
          greetedOnce = true;
          resolve();
        };
        attend(greeted).then(resolve, (error: unknown) => {
          if (greetedOnce && error instanceof SlackRefused) onRefused(error);
          else reject(error);
        });
      }),
    stop: async (idle) => {
      stopping.abort();
      receiver.takeNoMore();
      // Answers under way need the socket.
      await idle();
      await Promise.race([client.disconnect(), delay(patience.goodbye, null, { ref: false })]);
    },
    isConnected,
    port: () => null,
  };
}
