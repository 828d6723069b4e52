import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { z } from 'zod';
import { createFrameReader, encodeFrame } from './ws-frames.ts';

/** Slack's side of one Socket Mode connection. */
export interface Link {
  send: (message: Record<string, unknown>) => void;
  /** The bot's next message on this connection; waits for it if need be. */
  next: () => Promise<Record<string, unknown>>;
  /** Cuts the line without a goodbye, as a network does. */
  drop: () => void;
  /** From now on answers nothing, neither a ping nor a goodbye, and keeps the line open. */
  fallSilent: () => void;
  /** Resolves when the connection is over, and tells who said goodbye first. */
  ended: Promise<'goodbye' | 'cut'>;
}

/** What a Web API method answers instead. */
interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body?: object;
}

/** A Slack that only speaks Socket Mode: it opens connections, says who the bot is, and takes every other call for granted. */
export interface SocketSlack {
  apiUrl: string;
  /** Web API methods called, in order. */
  calls: readonly string[];
  /** The bot's next connection; waits for it if need be. Nothing is sent on it by itself, not even hello. */
  link: () => Promise<Link>;
  /** What the next calls of a method are answered, in order; as usual when there are none left. */
  answerNext: (method: string, ...replies: Reply[]) => void;
  close: () => Promise<void>;
}

const jsonObject = z.record(z.string(), z.unknown());

/** Values handed over in order, to whoever comes first: the one who gives or the one who takes. */
function createHandover<T>(): { give: (value: T) => void; take: () => Promise<T> } {
  const given: { value: T }[] = [];
  const takers: ((value: T) => void)[] = [];
  return {
    give: (value) => {
      const taker = takers.shift();
      if (taker) taker(value);
      else given.push({ value });
    },
    take: () => {
      const first = given.shift();
      return first ? Promise.resolve(first.value) : new Promise((resolve) => takers.push(resolve));
    },
  };
}

function createLink(socket: Duplex): Link {
  const messages = createHandover<Record<string, unknown>>();
  let goodbye = false;
  let silent = false;
  const ended = new Promise<'goodbye' | 'cut'>((resolve) => {
    socket.on('close', () => resolve(goodbye ? 'goodbye' : 'cut'));
  });
  const read = createFrameReader((frame) => {
    if (frame.kind === 'text') messages.give(jsonObject.parse(JSON.parse(frame.text)));
    if (silent) return;
    if (frame.kind === 'ping') socket.write(encodeFrame('pong', frame.payload));
    if (frame.kind === 'close') {
      goodbye = true;
      socket.end(encodeFrame('close', Buffer.from([0x03, 0xe8])));
    }
  });
  socket.on('data', read);
  // Node leaves it half open after an upgrade.
  socket.on('end', () => socket.end());
  socket.on('error', () => socket.destroy());
  return {
    send: (message) => socket.write(encodeFrame('text', Buffer.from(JSON.stringify(message)))),
    next: messages.take,
    drop: () => socket.destroy(),
    fallSilent: () => {
      silent = true;
    },
    ended,
  };
}

export async function startSocketSlack(): Promise<SocketSlack> {
  const calls: string[] = [];
  const links = createHandover<Link>();
  const sockets = new Set<Duplex>();
  const planned = new Map<string, Reply[]>();
  const answers: Record<string, object> = {
    'auth.test': { ok: true, bot_id: 'B000000001', user_id: 'U00000NAVI', team_id: 'T000000001', team: '宮城県' },
  };
  const server = createServer((request, response) => {
    request.resume();
    const method = (request.url ?? '').replace('/api/', '');
    calls.push(method);
    const { status = 200, headers, body = answers[method] ?? { ok: true } } = planned.get(method)?.shift() ?? {};
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  });
  server.on('upgrade', (request, socket) => {
    const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash('sha1').update(key).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    sockets.add(socket);
    links.give(createLink(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening server on a TCP port has an AddressInfo.
  const { port } = server.address() as AddressInfo;
  answers['apps.connections.open'] = { ok: true, url: `ws://127.0.0.1:${port}/link` };
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    calls,
    link: links.take,
    answerNext: (method, ...replies) => void planned.set(method, [...(planned.get(method) ?? []), ...replies]),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
