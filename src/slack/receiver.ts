import { type Receiver, SocketModeReceiver, type webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Dispatcher } from 'undici';
import { boltLogger } from './bolt-logger.ts';
import { createHttpReceiver, portOf } from './http-receiver.ts';

/** How Slack reaches the bot. */
export type Transport =
  | { mode: 'socket'; appToken: string }
  | { mode: 'http'; signingSecret: string; host: string; port: number };

/** A receiver that can be started, stopped and asked whether Slack reaches it now. */
export interface Connection {
  receiver: Receiver;
  start: () => Promise<unknown>;
  stop: () => Promise<unknown>;
  isConnected: () => boolean;
  /** The port listened on; null in Socket Mode. */
  port: () => number | null;
}

interface Parts {
  clientOptions: webApi.WebClientOptions;
  /** The way through a proxy; null where there is none. */
  dispatcher: Dispatcher | null;
  log: Logger;
}

/** A stop waits no longer for the goodbye of a socket. */
const goodbye = 5_000;

function httpConnection(transport: Extract<Transport, { mode: 'http' }>, { log }: Parts): Connection {
  const receiver = createHttpReceiver({ signingSecret: transport.signingSecret, log });
  let port: number | null = null;
  return {
    receiver,
    start: async () => {
      port = portOf(await receiver.start(transport.host, transport.port));
    },
    stop: async () => {
      port = null;
      await receiver.stop();
    },
    isConnected: () => port !== null,
    port: () => port,
  };
}

function socketConnection(
  transport: Extract<Transport, { mode: 'socket' }>,
  { clientOptions, dispatcher, log }: Parts,
): Connection {
  const receiver = new SocketModeReceiver({
    appToken: transport.appToken,
    // The client's own default would wait up to twenty minutes between tries after an outage, and it writes into the object it is given.
    installerOptions: { clientOptions: { ...clientOptions, retryConfig: { forever: true, maxTimeout: 30_000 } } },
    ...(dispatcher === null ? {} : { dispatcher }),
    logger: boltLogger(log),
  });
  let connected = false;
  receiver.client.on('connected', () => {
    connected = true;
  });
  for (const event of ['disconnecting', 'reconnecting', 'disconnected']) {
    receiver.client.on(event, () => {
      connected = false;
    });
  }
  return {
    receiver,
    start: () => receiver.start(),
    stop: async () => {
      // The receiver's own stop does not wait for the socket.
      await Promise.race([
        receiver.client.disconnect(),
        new Promise((resolve) => setTimeout(resolve, goodbye).unref()),
      ]);
    },
    isConnected: () => connected,
    port: () => null,
  };
}

export function createConnection(transport: Transport, parts: Parts): Connection {
  return transport.mode === 'socket' ? socketConnection(transport, parts) : httpConnection(transport, parts);
}
