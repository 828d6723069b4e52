import { afterAll, beforeAll, expect, test } from 'vitest';
import { actionIds, callbackIds, routeOf } from '../../src/view/action-ids.ts';
import { type Entry, openFuzz, shares } from './fuzz.ts';

/** Always the same, so that a change that breaks something breaks it every time; `npm run fuzz` takes others. */
const seed = 42;
const inputs = 1_500;

let opened: Awaited<ReturnType<typeof openFuzz>>;
beforeAll(async () => {
  opened = await openFuzz();
}, 120_000);
afterAll(() => opened.close());

test.each(Object.keys(shares) as Entry[])(
  'nothing is wrong with what comes of broken and hostile %s',
  async (entry) => {
    const count = Math.max(4, Math.round((inputs * shares[entry]) / 1_000));
    expect(await opened.fuzz[entry](count, seed)).toEqual([]);
  },
  60_000,
);

test('every action and every form that the bot answers is among what is forged', () => {
  const { actions, forms } = opened.honest;
  const unpressed = Object.values(actionIds).filter((id) => !actions.some((one) => routeOf(one.actionId) === id));
  // Forms that a chain of events opens are forged with the fields of others.
  const known = new Set([...forms.map(({ callbackId }) => callbackId), callbackIds.lookUp, callbackIds.noticeDecline]);
  expect([unpressed, Object.values(callbackIds).filter((id) => !known.has(id))]).toEqual([[], []]);
});
