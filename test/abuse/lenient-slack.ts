import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { EmulatedSlack } from '../support/emulated-slack.ts';
import type { Call, Recorder } from '../support/recorder.ts';

/** A file somebody has sent, as Slack keeps it. */
interface SentFile {
  name: string;
  user: string;
  bytes: Uint8Array;
}

/** A Slack that takes whatever the bot sends and writes it down: a hundred thousand calls are too many for the emulated one. */
export interface LenientSlack {
  slack: EmulatedSlack;
  recorder: Recorder;
  /** Everything the bot has sent since the last time. */
  taken: () => Call[];
  /** By the id of the file. */
  files: Map<string, SentFile>;
}

/** Everybody who may send something: what users.info says of them. */
const accounts: Readonly<Record<string, Record<string, unknown>>> = {
  U0STAFF: {},
  U0HEAD: {},
  U0TRADE: {},
  U0MEMBER: {},
  U0COORDINATOR: {},
  U0GUEST: { is_restricted: true },
  U0LONEGUEST: { is_ultra_restricted: true },
  U0STRANGER: { is_stranger: true },
  U0FOREIGN: { team_id: 'T999999999' },
  U0GONE: { deleted: true },
  U0ROBOT: { is_bot: true },
};

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString('utf8');
  if (request.headers['content-type']?.includes('json'))
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  return Object.fromEntries([...new URLSearchParams(text)].map(([key, value]) => [key, structured(value)]));
}

/** Structured fields of a form are JSON; a text may only look like it. */
function structured(value: string): unknown {
  try {
    return /^[[{]/u.test(value) ? JSON.parse(value) : value;
  } catch {
    return value;
  }
}

export async function startLenientSlack(): Promise<LenientSlack> {
  const files = new Map<string, SentFile>();
  let calls: Call[] = [];
  let base = '';

  function answer(method: string, body: Record<string, unknown>): Record<string, unknown> {
    const user = String(body.user);
    const file = files.get(String(body.file));
    switch (method) {
      case 'auth.test':
        return { ok: true, bot_id: 'B000000001', user_id: 'U00000NAVI', team_id: 'T000000001', team: '宮城県' };
      case 'users.info':
        return user in accounts
          ? { ok: true, user: { id: user, name: user.toLowerCase(), team_id: 'T000000001', ...accounts[user] } }
          : { ok: false, error: 'user_not_found' };
      case 'files.info': {
        const { bytes, ...known } = file ?? { bytes: new Uint8Array() };
        const address = `${base}/files/${String(body.file)}`;
        return file
          ? { ok: true, file: { ...known, size: bytes.length, url_private_download: address } }
          : { ok: false, error: 'file_not_found' };
      }
      case 'files.getUploadURLExternal':
        return { ok: true, upload_url: `${base}/upload`, file_id: 'F1' };
      case 'files.completeUploadExternal':
        return { ok: true, files: [] };
      default:
        // Of all else the bot reads no more than where its message, or its view, now is.
        return { ok: true, channel: 'D1', ts: '1.1', view: { id: 'V1', hash: 'h1' } };
    }
  }

  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    const [, id = ''] = /^\/files\/(\w+)$/u.exec(path) ?? [];
    if (id !== '') return response.end(files.get(id)?.bytes);
    if (path === '/upload') return request.resume().on('end', () => response.end('OK'));
    const body = await bodyOf(request);
    const method = path.startsWith('/response') ? 'response' : path.replace('/api/', '');
    const reply = answer(method, body);
    calls.push({ method, body, reply: { status: 200, body: reply }, accepted: true });
    return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening server on a TCP port has an AddressInfo.
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const unused = () => {
    throw new Error('nothing here waits for single calls');
  };
  return {
    slack: {
      url: base,
      user: async (name) => `U0${name.toUpperCase()}`,
      channel: async () => 'C0GENERAL',
      lookUp: async () => ({ trigger_id: 'x' }),
      close,
    },
    recorder: {
      apiUrl: `${base}/api/`,
      responseUrl: `${base}/response/secret-path`,
      calls,
      next: unused,
      failNext: unused,
      failAll: unused,
      close: async () => undefined,
    },
    taken: () => {
      const all = calls;
      calls = [];
      return all;
    },
    files,
  };
}
