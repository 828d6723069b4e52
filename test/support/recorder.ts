import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

/** One request the bot made: a Web API call, or a post to a response_url. */
export interface Call {
  /** `chat.postMessage`, or `response` for a response_url. */
  method: string;
  body: Record<string, unknown>;
  /** What was answered; status 0 for nothing. */
  reply: { status: number; body: unknown };
  /** Whether Slack has done what was asked, whatever was answered. */
  accepted: boolean;
}

/** What goes wrong with a call. */
export type Trouble = {
  /** Slack has taken the call by then; otherwise it never gets it. */
  accepted?: boolean;
} & (
  | { status: number; body: unknown; headers?: Record<string, string> }
  /** No answer comes, or the connection breaks instead. */
  | { silence: 'hang' | 'reset' }
);

/** What goes wrong with the next call of a method. */
export type Fault = Trouble & { method: string };

/** Stands between the bot and the emulated Slack, where a real network border would be, and writes down what passes. */
export interface Recorder {
  apiUrl: string;
  responseUrl: string;
  calls: readonly Call[];
  /** The next call of a method that was not yet taken; waits for it if need be. */
  next: (method: string) => Promise<Call>;
  failNext: (fault: Fault) => void;
  /** What goes wrong with every call from now on; null for nothing. */
  failAll: (trouble: Trouble | null) => void;
  close: () => Promise<void>;
}

const okSchema = z.looseObject({ ok: z.literal(true) });
const jsonObject = z.record(z.string(), z.unknown());

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

/** Web API calls arrive as forms whose structured fields are JSON; a response_url gets JSON. */
function parseBody(text: string, type: string): Record<string, unknown> {
  if (type.includes('json')) return jsonObject.parse(JSON.parse(text === '' ? '{}' : text));
  return Object.fromEntries(
    [...new URLSearchParams(text)].map(([key, value]) => {
      if (!/^[[{]/u.test(value)) return [key, value];
      return [key, JSON.parse(value)];
    }),
  );
}

export async function startRecorder(slackUrl: string): Promise<Recorder> {
  const calls: Call[] = [];
  const faults: Fault[] = [];
  let lasting: Trouble | null = null;
  const taken = new Set<Call>();
  const waiting: { method: string; resolve: (call: Call) => void }[] = [];

  const record = (call: Call): void => {
    calls.push(call);
    const index = waiting.findIndex(({ method }) => method === call.method);
    if (index === -1) return;
    taken.add(call);
    waiting.splice(index, 1)[0]?.resolve(call);
  };

  const server: Server = createServer(async (request, response) => {
    const text = await readBody(request);
    const type = request.headers['content-type'] ?? '';
    const method = request.url?.startsWith('/response') ? 'response' : (request.url ?? '').replace('/api/', '');
    const fault = faults.findIndex((one) => one.method === method);
    const passOn = async (): Promise<{ status: number; body: unknown }> => {
      if (method === 'response') return { status: 200, body: { ok: true } };
      const headers = { 'content-type': type, authorization: request.headers.authorization ?? '' };
      const passed = await fetch(`${slackUrl}${request.url}`, { method: 'POST', headers, body: text });
      return { status: passed.status, body: await passed.json() };
    };
    const planned = fault === -1 ? lasting : faults.splice(fault, 1)[0];
    const passed = planned && !planned.accepted ? null : await passOn();
    const call = { method, body: parseBody(text, type), accepted: okSchema.safeParse(passed?.body).success };
    if (planned && 'silence' in planned) {
      record({ ...call, reply: { status: 0, body: null } });
      if (planned.silence === 'reset') request.socket.destroy();
      return;
    }
    const { status, body } = planned ?? passed ?? { status: 500, body: null };
    const headers = { 'content-type': 'application/json', ...planned?.headers };
    response.writeHead(status, headers).end(JSON.stringify(body));
    record({ ...call, reply: { status, body } });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening server on a TCP port has an AddressInfo.
  const { port } = server.address() as AddressInfo;
  const base = `http://127.0.0.1:${port}`;
  return {
    apiUrl: `${base}/api/`,
    responseUrl: `${base}/response/`,
    calls,
    next: (method) => {
      const call = calls.find((one) => one.method === method && !taken.has(one));
      if (call) {
        taken.add(call);
        return Promise.resolve(call);
      }
      return new Promise((resolve) => waiting.push({ method, resolve }));
    },
    failNext: (fault) => faults.push(fault),
    failAll: (trouble) => {
      lasting = trouble;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
