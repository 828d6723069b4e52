import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Bot, type BotParts, startBot } from '../src/bot.ts';
import { parseConfig } from '../src/config.ts';
import { createCalendar } from '../src/notice/calendar.ts';
import { moment } from '../src/report/day.ts';
import { askWithoutDictionary, realCatalog } from './support/catalog.ts';
import { createGate, type Gate } from './support/gate.ts';
import { signingSecret } from './support/signed.ts';
import { type SocketSlack, startSocketSlack } from './support/socket-slack.ts';
import { viewContextOf } from './support/view-context.ts';

const catalog = realCatalog();
let slack: SocketSlack;
let dictionary: Gate;
let lines: Record<string, unknown>[];
let stopping: AbortController;

/** The bot as main.ts starts it, over HTTP, without its dictionary as yet. */
function start(changes: Partial<BotParts> = {}): Promise<Bot> {
  const file = join(mkdtempSync(join(tmpdir(), 'keikaku-navi-bot-')), 'bot.db');
  const read = parseConfig({
    DATABASE_URL: `file:${file}`,
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: 'xoxb-test-bot',
    SLACK_SIGNING_SECRET: signingSecret,
  });
  if (!read.ok || read.config.slack?.mode !== 'http') throw new Error('the settings are sound');
  return startBot({
    config: { ...read.config, operations: { host: '127.0.0.1', port: 0 } },
    slack: { ...read.config.slack, port: 0 },
    catalog,
    calendar: createCalendar([]),
    ask: askWithoutDictionary(catalog),
    ready: dictionary.opened,
    viewContext: () => viewContextOf(catalog),
    now: () => moment('2026-11-20T01:00:00Z'),
    signal: stopping.signal,
    onRefused: () => undefined,
    log: pino({}, { write: (line: string) => lines.push(JSON.parse(line)) }),
    ...changes,
  });
}

async function readiness(): Promise<string> {
  const told = lines.find(({ msg }) => String(msg).startsWith('operations'));
  return (await fetch(`http://127.0.0.1:${told?.port}/readyz`)).text();
}

beforeEach(async () => {
  slack = await startSocketSlack();
  [dictionary, lines, stopping] = [createGate(), [], new AbortController()];
});
afterEach(() => slack.close());

describe('a start', () => {
  test('opens the database before it says a word to Slack', async () => {
    let saidBefore: readonly string[] = [];
    const bot = await start({
      prepare: async () => {
        saidBefore = [...slack.calls];
      },
    });
    await bot.stop();
    expect([saidBefore, slack.calls.includes('auth.test')]).toEqual([[], true]);
  });

  test('listens before the dictionary is there, and calls itself ready afterwards', async () => {
    const bot = await start();
    const before = [bot.port !== null, await readiness()];
    dictionary.open();
    await dictionary.opened;
    const after = await readiness();
    await bot.stop();
    expect([...before, after]).toEqual([true, 'search index\n', 'ready\n']);
  });

  test('that still waits for Slack ends when it is told to stop', async () => {
    slack.answerNext('auth.test', ...Array.from({ length: 9 }, () => ({ status: 503, body: {} })));
    const starting = start();
    while (!slack.calls.includes('auth.test')) await new Promise((resolve) => setImmediate(resolve));
    stopping.abort();
    const bot = await starting;
    await expect(bot.stop()).resolves.toBeUndefined();
  });

  test('with a token that Slack does not accept is none', async () => {
    slack.answerNext('auth.test', { body: { ok: false, error: 'invalid_auth' } });
    await expect(start()).rejects.toThrow('SLACK_BOT_TOKEN: invalid_auth');
  });
});
