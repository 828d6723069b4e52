import { pino } from 'pino';
import { beforeEach, expect, test } from 'vitest';
import { createLater, type Later } from '../../src/slack/later.ts';

class Outage extends Error {}

let later: Later;
let logged: unknown[];
let stored: string[];
let isAway: boolean;
beforeEach(() => {
  logged = [];
  stored = [];
  isAway = true;
  const log = pino({}, { write: (line: string) => logged.push(JSON.parse(line)) });
  later = createLater(log, (error) => error instanceof Outage);
});

const store = (what: string) => async () => {
  if (isAway) throw new Outage();
  stored.push(what);
};

test('what can be stored is stored at once, and never again', async () => {
  isAway = false;
  expect(await later.run('head r7', store('figures'))).toBe(true);
  await later.retry();
  expect(stored).toEqual(['figures']);
});

test('what meets an outage waits through all of it', async () => {
  expect(await later.run('head r7', store('figures'))).toBe(false);
  expect(await later.run('staff r7', store('notes'))).toBe(false);
  expect(await later.retry()).toBe(2);
  expect(await later.retry()).toBe(2);
  isAway = false;
  expect(await later.retry()).toBe(0);
  await later.retry();
  expect(stored).toEqual(['figures', 'notes']);
});

test('what was typed later takes the place of what was typed before', async () => {
  await later.run('head r7', store('old'));
  await later.run('head r7', store('new'));
  isAway = false;
  await later.retry();
  expect(stored).toEqual(['new']);
});

test('what is stored at once leaves nothing older to wait', async () => {
  await later.run('head r7', store('old'));
  isAway = false;
  await later.run('head r7', store('new'));
  await later.retry();
  expect(stored).toEqual(['new']);
});

test('a fault that is no outage is told to who asked, and afterwards to the log, and keeps nobody else waiting', async () => {
  const broken = async () => {
    if (isAway) throw new Outage();
    throw new TypeError('broken');
  };
  await later.run('head r7', broken);
  await later.run('staff r7', store('notes'));
  isAway = false;
  await expect(later.run('third r7', broken)).rejects.toThrow('broken');
  await later.retry();
  expect(stored).toEqual(['notes']);
  expect(logged).toMatchObject([{ key: 'head r7', err: { message: 'broken' } }]);
});
