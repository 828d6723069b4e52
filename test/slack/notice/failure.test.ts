import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebClient } from '@slack/web-api';
import { pino } from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import { type Failure, failureOf } from '../../../src/slack/notice/failure.ts';
import { deliveryClient } from '../../../src/slack/notice/messenger.ts';

const servers: { close: () => void }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** What a post to that address comes to. @throws Error when it succeeds. */
async function failureAt(url: string): Promise<Failure> {
  const client = new WebClient('xoxb', { ...deliveryClient(url, pino({ level: 'silent' })), timeout: 1_000 });
  try {
    await client.chat.postMessage({ channel: 'C0DIGITAL', text: 'x' });
  } catch (error) {
    return failureOf(error);
  }
  throw new Error('it was posted');
}

/** What a post comes to that is answered so. */
async function failure(answer: RequestListener): Promise<Failure> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push({
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  });
  // A listening server on a TCP port has an AddressInfo.
  return failureAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`);
}

const says =
  (error: string, status = 200): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: false, error }));
  };

describe('a post that Slack refuses is for good:', () => {
  const codes = [
    'channel_not_found',
    'is_archived',
    'not_in_channel',
    'user_not_found',
    'user_disabled',
    'cannot_dm_bot',
    'messages_tab_disabled',
    'restricted_action',
    'restricted_action_read_only_channel',
    'restricted_action_thread_only_channel',
    'msg_too_long',
    'msg_blocks_too_long',
    'invalid_blocks',
    'no_permission',
    'an_error_of_tomorrow',
  ];
  test.each(codes)('%s', async (code) => {
    expect(await failure(says(code))).toEqual({ kind: 'refused', trouble: code });
  });
});

describe('a post that nobody has got waits:', () => {
  test.each([
    'invalid_auth',
    'token_revoked',
    'token_expired',
    'account_inactive',
    'missing_scope',
    'team_added_to_org',
  ])('%s is mended by the operator', async (code) => {
    expect(await failure(says(code))).toEqual({ kind: 'not-reached', trouble: code });
  });

  test('a proxy that forbids it', async () => {
    const answer: RequestListener = (_, response) => response.writeHead(403).end('no');
    expect(await failure(answer)).toEqual({ kind: 'not-reached', trouble: 'http_403' });
  });

  test('a connection that is refused', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    expect(await failureAt(`http://127.0.0.1:${port}/api/`)).toEqual({ kind: 'not-reached', trouble: 'ECONNREFUSED' });
  });

  test('a connection that is not secure', async () => {
    const plain = createServer();
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    servers.push(plain);
    const { port } = plain.address() as AddressInfo;
    expect((await failureAt(`https://127.0.0.1:${port}/api/`)).kind).toBe('not-reached');
  });
});

describe('a post of which nobody knows is unclear:', () => {
  test.each(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'])('%s', async (code) => {
    expect(await failure(says(code))).toEqual({ kind: 'unclear', trouble: code });
  });

  const answers: Record<string, [RequestListener, string]> = {
    'a fault of the server': [(_, response) => response.writeHead(503).end('busy'), 'http_503'],
    'no answer in time': [() => undefined, 'timeout'],
    'half an answer': [(_, response) => response.writeHead(200, { 'content-length': 99 }).write('{"ok"'), 'timeout'],
    'a page of a proxy': [(_, response) => response.writeHead(200).end('<html>Please log in</html>'), 'no_answer'],
    'an answer that is nothing': [(_, response) => response.writeHead(200).end('null'), 'no_answer'],
    'a connection that breaks': [
      (request) => request.resume().on('end', () => request.socket.destroy()),
      'UND_ERR_SOCKET',
    ],
  };
  test.each(Object.entries(answers))('%s', async (_, [answer, trouble]) => {
    expect(await failure(answer)).toEqual({ kind: 'unclear', trouble });
  });
});

describe('Slack asks for a pause', () => {
  test('of the seconds it names', async () => {
    const answer: RequestListener = (_, response) => response.writeHead(429, { 'retry-after': '7' }).end('slow');
    expect(await failure(answer)).toEqual({ kind: 'paused', seconds: 7 });
  });

  test.each<[string, RequestListener]>([
    ['a status', (_, response) => response.writeHead(429).end('slow')],
    ['an error', says('ratelimited')],
  ])('of half a minute where it names none, by %s', async (_, answer) => {
    expect(await failure(answer)).toEqual({ kind: 'paused', seconds: 30 });
  });
});
