import { WebClient } from '@slack/web-api';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { boltLogger } from '../../../src/slack/bolt-logger.ts';
import { createIdentity, type Identity } from '../../../src/slack/connection/identity.ts';
import { askWithoutDictionary, realCatalog } from '../../support/catalog.ts';
import { releaseTimers, stopTimers, turnClockUntil } from '../../support/clock.ts';
import { type Fault, type Recorder, startRecorder } from '../../support/recorder.ts';
import { type SocketSlack, startSocketSlack } from '../../support/socket-slack.ts';
import { openWorkspace } from '../../support/workspace.ts';

const token = 'xoxb-test-bot';
const answer = {
  method: 'auth.test',
  status: 200,
  body: { ok: true, bot_id: 'B000000001', user_id: 'U00000NAVI', team_id: 'T000000001', team: '宮城県' },
};
const outage = { method: 'auth.test', status: 503, body: {} };

function refusal(error: string): Fault {
  return { method: 'auth.test', status: 200, body: { ok: false, error } };
}

const silence = { write: () => undefined };

let slack: Recorder;
let identity: Identity;
let lines: Record<string, unknown>[];
let stopping: AbortController;

/** Asks until it is answered, with the pauses passing at once. */
async function settle(...replies: Fault[]): Promise<void> {
  for (const reply of replies) slack.failNext(reply);
  stopTimers();
  await turnClockUntil(identity.settle(stopping.signal));
}

beforeEach(async () => {
  // Every call is answered by a planned reply; nothing is passed on.
  slack = await startRecorder('http://127.0.0.1:9');
  stopping = new AbortController();
  lines = [];
  const log = pino({}, { write: (line: string) => lines.push(JSON.parse(line)) });
  const options = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, logger: boltLogger(log) };
  identity = createIdentity(token, new WebClient(token, options), log);
});
afterEach(async () => {
  releaseTimers();
  await slack.close();
});

describe('who the bot is', () => {
  test('is not known before Slack has answered', async () => {
    expect([identity.isSettled(), await identity.authorize()]).toEqual([false, { botToken: token }]);
  });

  test('is known once Slack has answered', async () => {
    await settle(answer);
    expect(await identity.authorize()).toEqual({
      botToken: token,
      botId: 'B000000001',
      botUserId: 'U00000NAVI',
      teamId: 'T000000001',
    });
  });

  test('is asked only once', async () => {
    await settle(answer);
    await identity.authorize();
    await identity.authorize();
    expect(slack.calls.length).toBe(1);
  });
});

describe('while Slack does not answer', () => {
  test('the bot asks again until it does', async () => {
    await settle(outage, outage, answer);
    expect([identity.isSettled(), slack.calls.length]).toEqual([true, 3]);
  });

  test('it waits longer each time', async () => {
    await settle(outage, outage, outage, answer);
    expect(lines.flatMap(({ nextTryInSeconds }) => nextTryInSeconds ?? [])).toEqual([1, 2, 4]);
  });

  test('it never waits longer than a minute', async () => {
    await settle(...Array.from({ length: 8 }, () => outage), answer);
    expect(lines.flatMap(({ nextTryInSeconds }) => nextTryInSeconds ?? []).slice(-2)).toEqual([60, 60]);
  });

  test('an error inside Slack counts as no answer', async () => {
    await settle(refusal('internal_error'), answer);
    expect(identity.isSettled()).toBe(true);
  });

  test.each(['fatal_error', 'team_added_to_org', 'html page of a proxy'])('%s may pass by itself', async (error) => {
    await settle(refusal(error), answer);
    expect(identity.isSettled()).toBe(true);
  });

  test('a limit on calls counts as no answer', async () => {
    await settle({ method: 'auth.test', status: 429, body: {} }, answer);
    expect(identity.isSettled()).toBe(true);
  });

  test('it stops asking when it is told to stop, without waiting for the next time', async () => {
    slack.failNext(outage);
    stopTimers();
    const settled = identity.settle(stopping.signal);
    await slack.next('auth.test');
    stopping.abort();
    await settled;
    expect([identity.isSettled(), slack.calls.length]).toEqual([false, 1]);
  });

  test('its log holds no token', async () => {
    await settle(outage, refusal('internal_error'), answer);
    expect(JSON.stringify(lines)).not.toContain(token);
  });
});

describe('once it is known', () => {
  let lasting: SocketSlack;
  beforeEach(async () => {
    lasting = await startSocketSlack();
    const options = { slackApiUrl: lasting.apiUrl, retryConfig: { retries: 0 }, logger: boltLogger(pino({}, silence)) };
    identity = createIdentity(token, new WebClient(token, options), pino({}, silence));
    await identity.settle(stopping.signal);
    stopTimers();
  });
  afterEach(() => lasting.close());

  /** Whether the bot counts itself ready, as that changes while Slack answers so many times with a fault and then well again. */
  async function readiness(faults: number): Promise<boolean[]> {
    lasting.answerNext('auth.test', ...Array.from({ length: faults }, () => ({ status: 503, body: {} })));
    const asked = lasting.calls.length + faults + 2;
    const states = [identity.isSettled()];
    const watching = identity.watch(stopping.signal);
    while (lasting.calls.length < asked) {
      await vi.advanceTimersByTimeAsync(1_000);
      await new Promise((resolve) => setImmediate(resolve));
      if (identity.isSettled() !== states.at(-1)) states.push(identity.isSettled());
    }
    stopping.abort();
    await watching;
    return states;
  }

  test('one slow moment is no outage', async () => {
    expect(await readiness(1)).toEqual([true]);
  });

  test('the bot is not ready for an hour in which Slack does not answer, and ready afterwards', async () => {
    expect(await readiness(60)).toEqual([true, false, true]);
  });

  test('a token that is revoked is a fault', async () => {
    lasting.answerNext('auth.test', { body: { ok: false, error: 'token_revoked' } });
    await expect(turnClockUntil(identity.watch(stopping.signal))).rejects.toThrow('SLACK_BOT_TOKEN: token_revoked');
  });
});

describe('a token that Slack refuses', () => {
  test.each(['invalid_auth', 'account_inactive', 'token_revoked', 'not_authed'])(
    'is a fault at once: %s',
    async (error) => {
      slack.failNext(refusal(error));
      await expect(identity.settle(stopping.signal)).rejects.toThrow(error);
    },
  );
});

describe('requests that come before Slack has told who the bot is', () => {
  test('are answered, though the bot does not call itself ready', async () => {
    const catalog = realCatalog();
    const workspace = await openWorkspace({
      catalog,
      ask: askWithoutDictionary(catalog),
      faults: [outage, outage],
      untilReady: false,
    });
    const staff = await workspace.person('staff');
    const { text } = await staff.plan('4-2-1');
    const ready = workspace.isReady();
    await workspace.close();
    expect([ready, text]).toEqual([false, expect.stringMatching(/^「電子申請の推進/u)]);
  });
});
