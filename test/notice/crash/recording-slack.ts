import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What is said of a call: whether it is done, and whether that is told. */
type Mood = 'well' | 'takes-and-fails' | 'fails';

interface Post {
  channel: string;
  ts: string;
  metadata: { event_payload: { key: string } };
}

/** As much of Slack as delivery needs, quick enough for a thousand processes; it writes down every post. */
export interface RecordingSlack {
  apiUrl: string;
  posts: readonly Post[];
  /** How the next posts of a notice go, by its key; well where nothing is said. */
  moods: Map<string, Mood[]>;
  close: () => Promise<void>;
}

const self = { user_id: 'U00000NAVI', bot_id: 'B000000001' };

async function read(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

/** The direct messages with somebody. */
const directOf = (to: string): string => to.replace(/^U/u, 'D');

export async function startRecordingSlack(): Promise<RecordingSlack> {
  const posts: Post[] = [];
  const moods = new Map<string, Mood[]>();

  function post(body: URLSearchParams): Record<string, unknown> | null {
    const metadata: Post['metadata'] = JSON.parse(body.get('metadata') ?? '');
    const mood = moods.get(metadata.event_payload.key)?.shift() ?? 'well';
    const posted = { channel: directOf(body.get('channel') ?? ''), ts: `1.${posts.length + 1}`, metadata };
    if (mood !== 'fails') posts.push(posted);
    return mood === 'well' ? posted : null;
  }

  function answer(method: string, body: URLSearchParams): Record<string, unknown> | null {
    switch (method) {
      case '/api/chat.postMessage':
        return post(body);
      case '/api/chat.update':
        return { channel: body.get('channel'), ts: body.get('ts') };
      case '/api/auth.test':
        return self;
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
    response
      .writeHead(reply ? 200 : 500, { 'content-type': 'application/json' })
      .end(JSON.stringify({ ok: true, ...reply }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening server on a TCP port has an AddressInfo.
  const { port } = server.address() as AddressInfo;
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    posts,
    moods,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
