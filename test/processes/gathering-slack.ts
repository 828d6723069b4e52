import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';

/** A message that Slack has taken; the key of its notice, or null where it is no notice. */
interface Post {
  channel: string;
  ts: string;
  text: string;
  /** Milliseconds since 1970. */
  at: number;
  key: string | null;
  metadata: unknown;
}

/** As much of Slack as the whole bot needs, for many processes at once. It takes a message at once, and answers when it likes. */
export interface GatheringSlack {
  apiUrl: string;
  posts: readonly Post[];
  close: () => Promise<void>;
}

const self = { user_id: 'U00000NAVI', bot_id: 'B000000001', team_id: 'T000000001', team: '宮城県' };
const keySchema = z.object({ event_payload: z.object({ key: z.string() }) });

async function read(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

const directOf = (to: string): string => to.replace(/^U/u, 'D');

/** `answersAfter` gives the milliseconds that a post is kept waiting for its answer. */
export async function startGatheringSlack(answersAfter: () => number): Promise<GatheringSlack> {
  const posts: Post[] = [];

  function post(body: URLSearchParams): Record<string, unknown> {
    const metadata: unknown = JSON.parse(body.get('metadata') ?? 'null');
    const key = keySchema.safeParse(metadata).data?.event_payload.key ?? null;
    const channel = directOf(body.get('channel') ?? '');
    const posted = {
      channel,
      ts: `1.${posts.length + 1}`,
      text: body.get('text') ?? '',
      at: Date.now(),
      key,
      metadata,
    };
    posts.push(posted);
    return { channel: posted.channel, ts: posted.ts };
  }

  function answer(method: string, body: URLSearchParams): Record<string, unknown> {
    switch (method) {
      case '/api/chat.postMessage':
        return post(body);
      case '/api/chat.update':
        return { channel: body.get('channel'), ts: body.get('ts') };
      case '/api/auth.test':
        return self;
      case '/api/users.info':
        return { user: { id: body.get('user'), name: body.get('user'), team_id: self.team_id } };
      case '/api/conversations.open':
        return { channel: { id: directOf(body.get('users') ?? '') } };
      case '/api/conversations.history': {
        const messages = posts.filter(({ channel }) => channel === body.get('channel'));
        return { messages: messages.map((message) => ({ ...message, ...self, user: self.user_id })) };
      }
      default:
        throw new Error(`nobody should call ${method}`);
    }
  }

  const server = createServer(async (request, response) => {
    const reply = answer(request.url ?? '', await read(request));
    if (request.url === '/api/chat.postMessage') await delay(answersAfter());
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: true, ...reply }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening server on a TCP port has an AddressInfo.
  const { port } = server.address() as AddressInfo;
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    posts,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
