import { pino } from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import { createRim, type Rim } from '../../src/slack/rim.ts';
import { createGate } from '../support/gate.ts';
import { realWording } from '../support/view-context.ts';

let lines: Record<string, unknown>[];
let rim: Rim;
beforeEach(() => {
  lines = [];
  rim = createRim(
    pino({}, { write: (line: string) => lines.push(JSON.parse(line)) }),
    realWording,
    (error) => error instanceof RangeError,
  );
});

const fails = async (): Promise<void> => {
  throw new Error('the index is gone');
};
const silent = async (): Promise<void> => undefined;

/** What a person is told when a listener fails. */
async function told(): Promise<string> {
  let heard = '';
  await rim.run('ask', fails, async (text) => {
    heard = text;
  });
  return heard;
}

describe('a listener that fails', () => {
  test('for want of the database is told as that, with what still works', async () => {
    let heard = '';
    const outage = async (): Promise<void> => {
      throw new RangeError('no connection');
    };
    await rim.run('ask', outage, async (text) => {
      heard = text;
    });
    expect(heard).toMatch(/保存先に接続できないため.*計画や指標は、これまでどおり調べられます/u);
    expect(heard).toContain(`\`${lines[0]?.token}\``);
  });

  test('is told to the person in a sentence', async () => {
    expect(await told()).toMatch(/^うまく処理できませんでした。/u);
  });

  test('shows the person the token that stands in the log', async () => {
    expect(await told()).toContain(`\`${lines[0]?.token}\``);
  });

  test('shows the person nothing of the fault', async () => {
    expect(await told()).not.toContain('index');
  });

  test('is logged once, with its name and the fault', async () => {
    await told();
    expect(lines).toEqual([
      expect.objectContaining({ listener: 'ask', err: expect.objectContaining({ message: 'the index is gone' }) }),
    ]);
  });

  test('has a token of its own each time', async () => {
    expect(await told()).not.toBe(await told());
  });

  test('throws nothing even when the person cannot be told', async () => {
    await expect(rim.run('ask', fails, fails)).resolves.toBeUndefined();
  });

  test('is logged as unheard under the same token when the person cannot be told', async () => {
    await rim.run('ask', fails, fails);
    expect(new Set(lines.map(({ token }) => token)).size).toBe(1);
  });
});

describe('a listener that works', () => {
  test('tells nothing and logs nothing', async () => {
    const heard: string[] = [];
    await rim.run('ask', silent, async (text) => heard.push(text));
    expect([...heard, ...lines]).toEqual([]);
  });
});

describe('being idle', () => {
  test('comes at once where nothing is under way', async () => {
    await expect(rim.idle()).resolves.toBeUndefined();
  });

  test('waits for every listener under way, also for one that fails', async () => {
    const order: string[] = [];
    const [slow, failing] = [createGate(), createGate()];
    const works = rim.run('slow', () => slow.opened.then(() => void order.push('answered')), silent);
    const fails = rim.run(
      'failing',
      () => failing.opened,
      async () => order.push('told'),
    );
    const idle = rim.idle().then(() => order.push('idle'));
    failing.fail(new Error('no'));
    // Nothing but the slow one is left; being idle must still wait.
    await fails;
    slow.open();
    await Promise.all([works, idle]);
    expect(order).toEqual(['told', 'answered', 'idle']);
  });

  test('waits for what follows from a listener once it has ended', async () => {
    const [stored, told] = [createGate(), createGate()];
    const order: string[] = [];
    const works = rim
      .run('form', () => stored.opened, silent)
      .then(() => rim.run('receipt', () => told.opened.then(() => void order.push('receipt')), silent));
    const idle = rim.idle().then(() => order.push('idle'));
    stored.open();
    setImmediate(() => setImmediate(told.open));
    await Promise.all([works, idle]);
    expect(order).toEqual(['receipt', 'idle']);
  });
});
