import type { App } from '@slack/bolt';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { interactionClient } from '../../../src/slack/app.ts';
import type { Connection } from '../../../src/slack/connection/connection.ts';
import type { SlackRefused } from '../../../src/slack/connection/refused.ts';
import {
  createSocketConnection,
  type SocketPatience,
  usualPatience,
} from '../../../src/slack/connection/socket-connection.ts';
import { releaseTimers, stopTimers, turnClockUntil } from '../../support/clock.ts';
import { createGate } from '../../support/gate.ts';
import { type Link, type SocketSlack, startSocketSlack } from '../../support/socket-slack.ts';

const open = 'apps.connections.open';
const hello = { type: 'hello', num_connections: 1 };
const nothingUnderWay = async (): Promise<void> => undefined;
/** Somebody types `/plan`. */
const envelope = (id = 'one') => ({
  type: 'slash_commands',
  envelope_id: id,
  payload: { command: '/plan', text: '4-2-1', trigger_id: id, user_id: 'U000000001' },
});
const refused = (error: string) => ({ body: { ok: false, error } });

let slack: SocketSlack;
let connection: Connection;
let starting: Promise<void>;
let lines: Record<string, unknown>[];
let refusals: SlackRefused[];
/** What Bolt is given. */
let received: Parameters<App['processEvent']>[0][];

/** A bot with this patience that has begun to connect. */
function begin(patience: Partial<SocketPatience> = {}): void {
  const log = pino({ level: 'debug' }, { write: (line: string) => lines.push(JSON.parse(line)) });
  connection = createSocketConnection({
    appToken: 'xapp-test-app',
    clientOptions: interactionClient(slack.apiUrl, log),
    dispatcher: null,
    patience: { ...usualPatience, ...patience },
    log,
  });
  // All that the receiver knows of Bolt is that it takes events.
  const bolt = { processEvent: async (event: (typeof received)[number]) => void received.push(event) } as App;
  connection.receiver.init(bolt);
  starting = connection.start((refusal) => refusals.push(refusal));
}

async function greet(): Promise<Link> {
  const link = await slack.link();
  link.send(hello);
  await vi.waitUntil(() => connection.isConnected());
  return link;
}

const pauses = (): unknown[] => lines.flatMap(({ nextTryInSeconds }) => nextTryInSeconds ?? []);
const warnings = (): unknown[] => lines.filter(({ level, from }) => level === 40 && !from).map(({ msg }) => msg);

beforeEach(async () => {
  slack = await startSocketSlack();
  [lines, refusals, received] = [[], [], []];
});
afterEach(async () => {
  releaseTimers();
  await connection.stop(nothingUnderWay);
  await slack.close();
});

describe('while Slack gives no address to connect to', () => {
  const outage = { status: 503, body: {} };

  test('the bot asks again, at most half a minute apart, for as long as it takes', async () => {
    slack.answerNext(open, ...Array.from({ length: 125 }, () => outage));
    stopTimers();
    begin();
    const link = await turnClockUntil(slack.link());
    link.send(hello);
    await turnClockUntil(starting);
    expect([pauses().slice(0, 8), Math.max(...pauses().map(Number)), connection.isConnected()]).toEqual([
      [1, 2, 4, 8, 16, 30, 30, 30],
      30,
      true,
    ]);
  });

  test.each([
    ['has a fault of its own', refused('internal_error')],
    ['limits calls without a time', { status: 429, body: {} }],
    ['moves the workspace', refused('team_added_to_org')],
    ['names no address', { body: { ok: true } }],
  ])('as where it %s', async (_, reply) => {
    slack.answerNext(open, reply);
    begin({ firstPause: 1 });
    await greet();
    await expect(starting).resolves.toBeUndefined();
  });

  test('it waits as long as Slack asks it to', async () => {
    slack.answerNext(open, { status: 429, headers: { 'retry-after': '45' }, body: {} });
    stopTimers();
    begin();
    await turnClockUntil(slack.link());
    expect(pauses()).toEqual([45]);
  });

  test('a stop ends the waiting, and the start', async () => {
    slack.answerNext(open, outage);
    begin({ firstPause: 60_000 });
    await vi.waitUntil(() => pauses().length > 0);
    await connection.stop(nothingUnderWay);
    await expect(starting).resolves.toBeUndefined();
  });

  test('an address that comes after the stop is not used', async () => {
    begin();
    await connection.stop(nothingUnderWay);
    await starting;
    let dialled = false;
    slack.link().then(() => {
      dialled = true;
    });
    await vi.waitUntil(() => slack.calls.length === 1);
    // Whoever dials does so before the next request is answered.
    await fetch(`${slack.apiUrl}auth.test`, { method: 'POST' });
    expect(dialled).toBe(false);
  });
});

describe('a connection that Slack renews', () => {
  test('is made anew at once where it has lasted', async () => {
    begin({ steady: 0 });
    const old = await greet();
    old.send({ type: 'disconnect', reason: 'refresh_requested' });
    await greet();
    expect(pauses()).toEqual([0]);
  });

  test('tells in the log why it ended', async () => {
    begin({ steady: 0 });
    const old = await greet();
    old.send({ type: 'disconnect', reason: 'too_many_websockets' });
    await old.ended;
    expect(lines).toContainEqual(expect.objectContaining({ reason: 'too_many_websockets' }));
  });

  test('is asked for ever more slowly in a storm, as when there are ten others', async () => {
    begin({ firstPause: 10, longestPause: 80 });
    for (let times = 0; times < 6; times += 1) {
      const link = await slack.link();
      link.send(hello);
      link.send({ type: 'disconnect', reason: 'too_many_websockets' });
      await link.ended;
    }
    await greet();
    expect(pauses().map((seconds) => Number(seconds) * 1_000)).toEqual([10, 20, 40, 80, 80, 80]);
  });

  test('does not count as one while Slack does not answer the goodbye', async () => {
    begin({ steady: 0, pong: 300 });
    const old = await greet();
    old.send({ type: 'disconnect', reason: 'warning' });
    old.fallSilent();
    await vi.waitUntil(() => !connection.isConnected());
    await greet();
    expect(connection.isConnected()).toBe(true);
  });
});

describe('a socket that goes silent', () => {
  test('is given up, and another one made', async () => {
    begin({ steady: 0, pong: 300 });
    const old = await greet();
    old.fallSilent();
    await vi.waitUntil(() => !connection.isConnected(), { timeout: 3_000 });
    await greet();
    expect([await old.ended, connection.isConnected()]).toEqual(['cut', true]);
  });

  test('before its hello is given up as well', async () => {
    begin({ hello: 50, firstPause: 1 });
    const silent = await slack.link();
    silent.fallSilent();
    await greet();
    expect(warnings()).toEqual(['Slack did not say hello', 'no connection to Slack']);
  });

  test('is no connection from the moment it is cut', async () => {
    begin({ firstPause: 60_000 });
    const link = await greet();
    link.drop();
    await vi.waitUntil(() => !connection.isConnected());
    expect(pauses()).toEqual([30]);
  });
});

describe('a token that Slack does not accept', () => {
  test.each(['invalid_auth', 'token_revoked', 'account_inactive'])('ends the start: %s', async (error) => {
    slack.answerNext(open, refused(error));
    begin();
    await expect(starting).rejects.toThrow(`SLACK_APP_TOKEN: ${error}`);
  });

  test('any more is told, and Slack is not asked again', async () => {
    begin({ steady: 0 });
    const link = await greet();
    slack.answerNext(open, refused('token_revoked'));
    link.send({ type: 'disconnect', reason: 'link_disabled' });
    await vi.waitUntil(() => refusals.length > 0);
    expect([refusals.map(({ code }) => code), slack.calls]).toEqual([['token_revoked'], [open, open]]);
  });
});

describe('an envelope', () => {
  /** The acknowledgement of an envelope whose socket is gone. */
  async function lateAck() {
    begin({ firstPause: 60_000 });
    const link = await greet();
    link.send(envelope());
    await vi.waitUntil(() => received.length > 0);
    link.drop();
    await vi.waitUntil(() => !connection.isConnected());
    return received[0]?.ack;
  }

  test('that Slack does not send in such a form goes no further', async () => {
    begin();
    const link = await greet();
    link.send({ ...envelope('odd'), payload: { command: 42 } });
    link.send(envelope('sound'));
    await vi.waitUntil(() => received.length > 0);
    expect(received.map(({ body }) => body.trigger_id)).toEqual(['sound']);
  });

  test('that nobody can acknowledge any more does not stop what it began', async () => {
    const ack = await lateAck();
    await expect(ack?.()).resolves.toBeUndefined();
    expect(warnings()).toContain('an envelope could not be acknowledged; Slack will deliver it again');
  });

  test('whose answer is lost says so to whoever answers', async () => {
    const ack = await lateAck();
    await expect(ack?.({ text: '答え' })).rejects.toThrow();
  });

  test('is acknowledged once', async () => {
    begin();
    const link = await greet();
    link.send(envelope());
    await vi.waitUntil(() => received.length > 0);
    await received[0]?.ack('first');
    await received[0]?.ack('second');
    link.send(envelope('two'));
    await vi.waitUntil(() => received.length > 1);
    await received[1]?.ack();
    expect([await link.next(), await link.next()]).toEqual([
      { envelope_id: 'one', payload: { text: 'first' } },
      { envelope_id: 'two', payload: {} },
    ]);
  });
});

describe('a stop', () => {
  test('lets what is under way be answered before it says goodbye', async () => {
    begin();
    const link = await greet();
    link.send(envelope());
    await vi.waitUntil(() => received.length > 0);
    const underWay = createGate();
    const stopped = connection.stop(() => underWay.opened);
    await received[0]?.ack('answer');
    underWay.open();
    await stopped;
    expect([await link.next(), await link.ended]).toEqual([
      { envelope_id: 'one', payload: { text: 'answer' } },
      'goodbye',
    ]);
  });

  test('takes nothing new meanwhile, and does not count as connected', async () => {
    begin();
    const link = await greet();
    const underWay = createGate();
    const stopped = connection.stop(() => underWay.opened);
    link.send(envelope('late'));
    const connected = connection.isConnected();
    underWay.open();
    await stopped;
    await link.ended;
    expect([received, connected]).toEqual([[], false]);
  });

  test('does not wait for ever for the goodbye', async () => {
    begin({ goodbye: 20 });
    const link = await greet();
    link.fallSilent();
    await expect(connection.stop(nothingUnderWay)).resolves.toBeUndefined();
  });
});
