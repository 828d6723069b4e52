/** slack/connection: how Slack reaches the bot, over signed HTTP or a socket, and who is let in. */
import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Dispatcher } from 'undici';
import type { Connection } from './connection.ts';
import { createHttpReceiver, portOf } from './http-receiver.ts';

/** How Slack reaches the bot. */
export type Transport =
  | { mode: 'socket'; appToken: string }
  | { mode: 'http'; signingSecret: string; host: string; port: number };

interface Parts {
  clientOptions: webApi.WebClientOptions;
  /** The way through a proxy; null where there is none. */
  dispatcher: Dispatcher | null;
  log: Logger;
}

function httpConnection(transport: Extract<Transport, { mode: 'http' }>, { log }: Parts): Connection {
  const receiver = createHttpReceiver({ signingSecret: transport.signingSecret, log });
  let port: number | null = null;
  return {
    receiver,
    start: async () => {
      port = portOf(await receiver.start(transport.host, transport.port));
    },
    stop: async (idle) => {
      port = null;
      await receiver.stop();
      // Most of the work comes after the acknowledgement.
      await idle();
    },
    isConnected: () => port !== null,
    port: () => port,
  };
}

export async function createConnection(transport: Transport, parts: Parts): Promise<Connection> {
  if (transport.mode === 'http') return httpConnection(transport, parts);
  // What keeps a socket is loaded where there is one.
  const { createSocketConnection } = await import('./socket-connection.ts');
  return createSocketConnection({ appToken: transport.appToken, ...parts });
}
