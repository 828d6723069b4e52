import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createOperations, type Operations, type Readings } from '../src/operations.ts';

let missing: string[];
let readings: Readings;
let operations: Operations;
let base: string;

beforeEach(async () => {
  missing = [];
  readings = {
    notReady: () => missing,
    connected: () => true,
    stored: () => true,
    lastTick: () => 1_779_000_000,
    outbox: async () => ({ waiting: 3, oldestSeconds: 90, failed: 1 }),
    lastDigest: async () => null,
  };
  operations = createOperations({
    notReady: () => readings.notReady(),
    connected: () => readings.connected(),
    stored: () => readings.stored(),
    lastTick: () => readings.lastTick(),
    outbox: () => readings.outbox(),
    lastDigest: () => readings.lastDigest(),
  });
  const { port } = await operations.listen('127.0.0.1', 0);
  base = `http://127.0.0.1:${port}`;
});
afterEach(() => operations.close());

async function got(path: string, method = 'GET'): Promise<{ status: number; text: string; type: string | null }> {
  const response = await fetch(`${base}${path}`, { method });
  return { status: response.status, text: await response.text(), type: response.headers.get('content-type') };
}

describe('an operator who asks whether the bot lives', () => {
  test('hears ok as long as the process runs, ready or not', async () => {
    missing = ['slack'];
    expect(await got('/healthz')).toMatchObject({ status: 200, text: 'ok\n' });
  });
});

describe('an operator who asks whether the bot is ready', () => {
  test('hears that it is', async () => {
    expect(await got('/readyz')).toMatchObject({ status: 200, text: 'ready\n' });
  });

  test('hears what is missing, with 503', async () => {
    missing = ['search index', 'slack'];
    expect(await got('/readyz')).toMatchObject({ status: 503, text: 'search index\nslack\n' });
  });

  test('hears the state of the moment, not that of the start', async () => {
    missing = ['slack'];
    await got('/readyz');
    missing = [];
    expect((await got('/readyz')).status).toBe(200);
  });
});

describe('the metrics', () => {
  test('are in the form Prometheus reads', async () => {
    expect((await got('/metrics')).type).toMatch(/^text\/plain; version=0\.0\.4/u);
  });

  test('count answers by the way in and the kind', async () => {
    operations.observe('command', 'found', 0.004);
    operations.observe('command', 'found', 0.004);
    operations.observe('mention', 'none', 0.004);
    const { text } = await got('/metrics');
    expect(text.match(/^plan_answers_total\{.*$/gmu)).toEqual([
      'plan_answers_total{entry="command",kind="found"} 2',
      'plan_answers_total{entry="mention",kind="none"} 1',
    ]);
  });

  test('tell how long answers took', async () => {
    operations.observe('command', 'found', 0.004);
    const { text } = await got('/metrics');
    expect(text).toContain('plan_answer_seconds_bucket{le="0.005",entry="command",kind="found"} 1');
  });

  const ours = async () => (await got('/metrics')).text.match(/^plan_(?!answer)\S+ \S+$/gmu) ?? [];

  test('tell how the bot stands at that moment', async () => {
    expect(await ours()).toEqual([
      'plan_slack_connected 1',
      'plan_database_usable 1',
      'plan_last_tick_timestamp_seconds 1779000000',
      'plan_notices{state="waiting"} 3',
      'plan_notices{state="failed"} 1',
      'plan_notices_oldest_seconds 90',
    ]);
  });

  test('leave out what cannot be read, and show the rest', async () => {
    await ours();
    readings.outbox = () => Promise.reject(new Error('the database does not answer'));
    expect(await ours()).toEqual([
      'plan_slack_connected 1',
      'plan_database_usable 1',
      'plan_last_tick_timestamp_seconds 1779000000',
    ]);
  });

  test('count what became of notices, by kind', async () => {
    operations.tried('reminder', 'sent');
    operations.tried('reminder', 'sent');
    operations.tried('trouble', 'failed');
    expect((await ours()).filter((line) => line.startsWith('plan_notice_tries'))).toEqual([
      'plan_notice_tries_total{kind="reminder",outcome="sent"} 2',
      'plan_notice_tries_total{kind="trouble",outcome="failed"} 1',
    ]);
  });

  test('tell about the process itself', async () => {
    expect((await got('/metrics')).text).toContain('nodejs_eventloop_lag_seconds');
  });
});

describe('anything else', () => {
  test.each(['/', '/admin', '/healthz/x', '/readyz?x=1'])('%s is not found', async (path) => {
    expect((await got(path)).status).toBe(404);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is not allowed', async (method) => {
    expect((await got('/healthz', method)).status).toBe(405);
  });

  test('two bots in one process keep their counts apart', async () => {
    const other = createOperations(readings);
    const { port } = await other.listen('127.0.0.1', 0);
    other.observe('command', 'found', 0.001);
    const mine = await got('/metrics');
    const theirs = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    await other.close();
    expect([mine.text.includes('entry="command"'), theirs.includes('entry="command"')]).toEqual([false, true]);
  });

  test('a port in use is a fault at once', async () => {
    const other = createOperations(readings);
    await expect(other.listen('127.0.0.1', Number(new URL(base).port))).rejects.toThrow('EADDRINUSE');
  });

  test('after closing nothing answers any more', async () => {
    await operations.close();
    await expect(got('/healthz')).rejects.toThrow('fetch failed');
  });
});
