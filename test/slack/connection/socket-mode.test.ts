import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Ask } from '../../../src/ask/ask.ts';
import type { NoticeDesk } from '../../../src/notice/desk/desk.ts';
import type { DigestDesk } from '../../../src/notice/digest/desk.ts';
import type { Catalog } from '../../../src/plan/catalog.ts';
import type { Desk } from '../../../src/report/desk/desk.ts';
import { createSlackApp, type SlackApp } from '../../../src/slack/app.ts';
import { createAnswering } from '../../../src/slack/question/answering.ts';
import { createReading } from '../../../src/slack/question/reading.ts';
import { createScreens } from '../../../src/slack/question/screens.ts';
import { askWithoutDictionary, realCatalog } from '../../support/catalog.ts';
import { releaseTimers, stopTimers, turnClockUntil } from '../../support/clock.ts';
import { openDesk } from '../../support/desk.ts';
import { createGate, type Gate } from '../../support/gate.ts';
import { type Link, type SocketSlack, startSocketSlack } from '../../support/socket-slack.ts';
import { viewContextOf } from '../../support/view-context.ts';

let catalog: Catalog;
let ask: Ask;
let slack: SocketSlack;
let app: SlackApp;
let starting: Promise<void>;
let desk: Desk;
let noticeDesk: NoticeDesk;
let digest: DigestDesk;
let refusals: string[];
let closeDesk: () => Promise<void>;

function createApp(answer: Ask): Promise<SlackApp> {
  const viewContext = () => viewContextOf(catalog);
  return createSlackApp({
    botToken: 'xoxb-test-bot',
    transport: { mode: 'socket', appToken: 'xapp-test-app' },
    slackApiUrl: slack.apiUrl,
    command: '/plan',
    newerBlocks: true,
    dispatcher: null,
    desk,
    noticeDesk,
    digest,
    answering: createAnswering({
      ask: answer,
      screens: createScreens({ desk, noticeDesk, digest, viewContext }),
      reading: createReading(desk, noticeDesk, pino({ level: 'silent' })),
      viewContext,
      observe: () => undefined,
      patience: 2_000,
    }),
    viewContext,
    isOutage: () => false,
    onRefused: (refusal) => refusals.push(refusal.message),
    log: pino({ level: 'silent' }),
  });
}

const hello = { type: 'hello', num_connections: 1, connection_info: { app_id: 'A000000001' } };

function envelope(text: string, trigger: string): Record<string, unknown> {
  return {
    type: 'slash_commands',
    envelope_id: `envelope-${trigger}`,
    accepts_response_payload: true,
    payload: {
      command: '/plan',
      text,
      trigger_id: trigger,
      team_id: 'T000000001',
      user_id: 'U000000001',
      channel_id: 'C000000001',
      response_url: `${slack.apiUrl}response`,
    },
  };
}

/** Dials, says hello, and waits until the bot counts itself ready. */
async function connect(): Promise<Link> {
  const link = await slack.link();
  link.send(hello);
  await starting;
  return link;
}

beforeAll(async () => {
  catalog = realCatalog();
  ask = askWithoutDictionary(catalog);
  ({ desk, noticeDesk, digest, close: closeDesk } = await openDesk({ catalog }));
});
afterAll(() => closeDesk());
beforeEach(async () => {
  slack = await startSocketSlack();
  refusals = [];
  app = await createApp(ask);
  starting = app.start();
});
afterEach(async () => {
  await app.stop();
  await slack.close();
});

describe('over Socket Mode', () => {
  test('a command is answered on the socket it came by', async () => {
    const link = await connect();
    link.send(envelope('4-2-1', 'a1'));
    const reply = await link.next();
    expect(reply).toMatchObject({
      envelope_id: 'envelope-a1',
      payload: { response_type: 'ephemeral', text: expect.stringMatching(/^「電子申請の推進/u) },
    });
  });

  test('an envelope delivered again is acknowledged without a second answer', async () => {
    const link = await connect();
    link.send(envelope('4-2-1', 'b1'));
    await link.next();
    link.send(envelope('4-2-1', 'b1'));
    expect(await link.next()).toEqual({ envelope_id: 'envelope-b1', payload: {} });
  });

  test('the bot is not ready before Slack has said hello', async () => {
    const link = await slack.link();
    const before = app.isReady();
    link.send(hello);
    await starting;
    expect(before).toBe(false);
  });

  test('the bot is ready once Slack has said hello and told it who it is', async () => {
    await connect();
    expect(app.isReady()).toBe(true);
  });

  test('a message of an unknown kind does no harm', async () => {
    const link = await connect();
    link.send({ type: 'weather', envelope_id: 'envelope-c0', payload: {} });
    link.send(envelope('4-2-1', 'c1'));
    expect(await link.next()).toMatchObject({ envelope_id: 'envelope-c1' });
  });
});

describe('when Slack renews the connection', () => {
  // What soon ends is not asked for again at once.
  beforeEach(stopTimers);
  afterEach(releaseTimers);

  test('the bot dials again and answers on the new connection', async () => {
    const old = await connect();
    old.send({ type: 'disconnect', reason: 'refresh_requested' });
    await old.ended;
    const link = await turnClockUntil(slack.link());
    link.send(hello);
    link.send(envelope('4-2-1', 'd1'));
    expect(await link.next()).toMatchObject({ envelope_id: 'envelope-d1' });
  });

  test('it is ready again after the next hello', async () => {
    const old = await connect();
    old.drop();
    await old.ended;
    const link = await turnClockUntil(slack.link());
    const between = app.isReady();
    link.send(hello);
    await vi.waitUntil(() => app.isReady());
    expect(between).toBe(false);
  });
});

/** The bot with an answer that is not found before the gate opens; resolves when it has been asked. */
async function askSlowly(trigger: string): Promise<{ link: Link; answer: Gate }> {
  await connect();
  await app.stop();
  const [asked, answer] = [createGate(), createGate()];
  app = await createApp(async (question) => {
    asked.open();
    await answer.opened;
    return ask(question);
  });
  starting = app.start();
  const link = await connect();
  link.send(envelope('4-2-1', trigger));
  await asked.opened;
  return { link, answer };
}

describe('when the socket is gone before the answer', () => {
  beforeEach(stopTimers);
  afterEach(releaseTimers);

  test('the command is answered when Slack delivers it again', async () => {
    const { link: old, answer } = await askSlowly('e1');
    old.drop();
    await vi.waitUntil(() => !app.isReady());
    answer.open();
    await app.idle();
    const link = await turnClockUntil(slack.link());
    link.send(hello);
    link.send(envelope('4-2-1', 'e1'));
    expect(await link.next()).toMatchObject({ envelope_id: 'envelope-e1', payload: { response_type: 'ephemeral' } });
  });
});

describe('a bot token that Slack does not accept any more', () => {
  beforeEach(stopTimers);
  afterEach(releaseTimers);

  test('is told within a minute, whatever the socket says', async () => {
    await connect();
    slack.answerNext('auth.test', { body: { ok: false, error: 'token_revoked' } });
    await turnClockUntil(vi.waitUntil(() => refusals.length > 0));
    expect(refusals).toEqual(['Slack refuses SLACK_BOT_TOKEN: token_revoked']);
  });
});

describe('stopping', () => {
  test('lets an answer that is being found go out', async () => {
    const { link, answer } = await askSlowly('f1');
    const stopped = app.stop();
    answer.open();
    await stopped;
    expect([await link.next(), await link.ended]).toMatchObject([{ envelope_id: 'envelope-f1' }, 'goodbye']);
  });

  test('says goodbye and leaves nothing open', async () => {
    const link = await connect();
    await app.stop();
    expect([await link.ended, app.isReady()]).toEqual(['goodbye', false]);
  });
});
