import { pino } from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import { createHomes, type Homes } from '../../../src/slack/question/homes.ts';
import { section } from '../../../src/view/blocks.ts';

const hour = 60 * 60 * 1000;
let homes: Homes;
let now: number;
/** What each Home would show. */
let state: Map<string, string>;
let published: [string, string][];
let underWay: number;
let failing: Set<string>;
let log: string[];

beforeEach(() => {
  now = 0;
  state = new Map();
  published = [];
  underWay = 0;
  failing = new Set();
  log = [];
  homes = createHomes({
    draw: async (user) => {
      const text = state.get(user) ?? '何もありません';
      return { text, parts: section(text) };
    },
    publish: async (user, blocks) => {
      underWay += 1;
      expect(underWay).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
      if (failing.has(user)) throw new Error('Slack does not answer');
      published.push([user, JSON.stringify(blocks)]);
    },
    newerBlocks: false,
    now: () => now,
    log: pino({ level: 'warn' }, { write: (line: string) => log.push(line) }),
  });
});

/** The people whose Homes were drawn since. */
async function drawn(change: () => void): Promise<string[]> {
  const before = published.length;
  change();
  homes.changed();
  await homes.idle();
  return published.slice(before).map(([user]) => user);
}

describe('after a change', () => {
  test('those are drawn anew that show it, and no others', async () => {
    await homes.open('U1');
    await homes.open('U2');
    expect(await drawn(() => state.set('U2', '提出済'))).toEqual(['U2']);
    expect(await drawn(() => undefined)).toEqual([]);
  });

  test('nobody is drawn who has not looked for hours', async () => {
    await homes.open('U1');
    now += 5 * hour;
    expect(await drawn(() => state.set('U1', '提出済'))).toEqual([]);
  });

  test('the fifty who looked last are drawn, one after the other', async () => {
    for (let index = 0; index < 60; index += 1) await homes.open(`U${index}`);
    const all = await drawn(() => {
      for (let index = 0; index < 60; index += 1) state.set(`U${index}`, '提出済');
    });
    expect(all).toEqual(Array.from({ length: 50 }, (_, index) => `U${index + 10}`));
  });

  test('one that cannot be drawn is logged, and does not stop the rest', async () => {
    await homes.open('U1');
    await homes.open('U2');
    failing.add('U1');
    expect(await drawn(() => state.set('U1', '提出済').set('U2', '提出済'))).toEqual(['U2']);
    expect(log.join()).toContain('could not be drawn anew');
  });

  test('what changes while it is drawn is drawn as well', async () => {
    await homes.open('U1');
    state.set('U1', '下書き');
    homes.changed();
    state.set('U1', '提出済');
    homes.changed();
    await homes.idle();
    expect(published.at(-1)?.[1]).toContain('提出済');
  });
});

test('a Home that is opened is drawn whatever it showed before', async () => {
  await homes.open('U1');
  await homes.open('U1');
  expect(published).toHaveLength(2);
});

test('whoever opens theirs hears of it where Slack does not take it', async () => {
  failing.add('U1');
  await expect(homes.open('U1')).rejects.toThrow('Slack does not answer');
});
