import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Content } from '../../src/notice/content.ts';
import { createRefresh } from '../../src/notice/refresh.ts';
import { addSeconds } from '../../src/report/day.ts';
import type { UserId } from '../../src/report/person.ts';
import { type Delivery, openDelivery, type TestClock, testClock } from '../support/delivery.ts';
import { type NoticeSlack, openNoticeSlack } from '../support/notice-slack.ts';
import { escalation, placed, reminderTo } from '../support/notices.ts';
import { user } from '../support/rounds.ts';

let slack: NoticeSlack;
let clock: TestClock;
let delivery: Delivery;
let people: UserId[];
const log: Record<string, unknown>[] = [];

/** Everything that is sent says «未提出» until it is handed in. */
const owed = escalation({ title: '未提出' });
const handedIn = escalation({ title: '提出済', settled: true });
const isSettled = (content: Content): boolean =>
  content.kind === 'escalation' && content.sections.every(({ settled }) => settled);

beforeEach(async () => {
  log.splice(0);
  slack = await openNoticeSlack();
  clock = testClock();
  people = [];
  for (const name of ['head', 'staff', 'coordinator']) people.push(user(await slack.slack.user(name)));
  delivery = await openDelivery({ messenger: slack.messenger, clock, compose: async () => owed });
  await delivery.outbox.place(people.map((to) => placed({ notice: reminderTo(to) })));
  await delivery.deliverAll();
});
afterEach(async () => {
  await delivery.close();
  await slack.close();
});

type Follow = (content: Content) => Content;
function refresh(follow: Follow, through = (outbox: Delivery['outbox']) => outbox): () => Promise<void> {
  return createRefresh({
    outbox: through(delivery.outbox),
    messenger: slack.messenger,
    readFollow: async () => follow,
    isSettled,
    now: clock.now,
    log: pino({}, { write: (line: string) => log.push(JSON.parse(line)) }),
  });
}

/** The texts that messages were edited to. */
const edits = (): string[] =>
  slack.recorder.calls.filter(({ method }) => method === 'chat.update').map(({ body }) => String(body.text));
const shown = async (): Promise<unknown[]> => (await delivery.outbox.list({ limit: 10 })).map((row) => row.shown);

describe('what was sent', () => {
  test('is left alone while it is true', async () => {
    await refresh((content) => content)();
    expect(edits()).toEqual([]);
  });

  test('is edited in place when it has changed, and makes no second message', async () => {
    await refresh(() => handedIn)();
    expect(edits()).toEqual(['提出済', '提出済', '提出済']);
    expect(await shown()).toEqual([handedIn, handedIn, handedIn]);
    expect(slack.recorder.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(3);
  });

  test('is edited once for one change', async () => {
    await refresh(() => handedIn)();
    await refresh(() => handedIn)();
    expect(edits()).toHaveLength(3);
  });

  test('is not looked at again once it is settled', async () => {
    await refresh(() => handedIn)();
    await refresh(() => owed)();
    expect(edits()).toHaveLength(3);
  });

  test('is edited while the office is closed, too: an edit makes no sound', async () => {
    clock.pass(12 * 60 * 60);
    await refresh(() => handedIn)();
    expect(edits()).toHaveLength(3);
  });

  test('is history after three months', async () => {
    clock.pass(91 * 24 * 60 * 60);
    await refresh(() => handedIn)();
    expect(edits()).toEqual([]);
  });
});

describe('a message that cannot be edited', () => {
  test.each(['message_not_found', 'edit_window_closed', 'cant_update_message'])(
    'is left alone from then on: %s',
    async (error) => {
      slack.recorder.failNext({ method: 'chat.update', status: 200, body: { ok: false, error } });
      await refresh(() => handedIn)();
      await refresh(() => handedIn)();
      expect(edits()).toHaveLength(3);
      expect(await shown()).toEqual([handedIn, handedIn, handedIn]);
    },
  );

  test('just now is edited the next time, and stops none of the others', async () => {
    slack.recorder.failNext({ method: 'chat.update', status: 500, body: {} });
    await refresh(() => handedIn)();
    expect(await shown()).toEqual([owed, handedIn, handedIn]);
    await refresh(() => handedIn)();
    expect(await shown()).toEqual([handedIn, handedIn, handedIn]);
  });

  test('for a fault of our own stops none of the others', async () => {
    let first = true;
    await refresh(() => {
      if (!first) return handedIn;
      first = false;
      throw new Error('unreadable');
    })();
    expect(await shown()).toEqual([owed, handedIn, handedIn]);
    expect(log).toMatchObject([{ err: { message: 'unreadable' } }]);
  });
});

describe('a pause that Slack asks for', () => {
  test('ends the edits, and holds back everything else', async () => {
    slack.recorder.failNext({ method: 'chat.update', status: 429, body: {}, headers: { 'retry-after': '40' } });
    await refresh(() => handedIn)();
    expect(edits()).toHaveLength(1);
    expect(await delivery.outbox.pausedUntil(clock.now())).toBe(addSeconds(clock.now(), 40));
    await refresh(() => handedIn)();
    expect(edits()).toHaveLength(1);
    clock.pass(40);
    await refresh(() => handedIn)();
    expect(edits()).toHaveLength(4);
  });
});

describe('two processes that edit the same message', () => {
  test('both leave what was written down first', async () => {
    const { key } = await delivery.row(reminderTo(people[0] ?? user('U0NOBODY')));
    const confirmed = escalation({ title: '課長確認済' });
    let raced = false;
    // The other one has written down its own just before.
    const through = (outbox: Delivery['outbox']): Delivery['outbox'] => ({
      ...outbox,
      reshow: async (of, before, after) => {
        if (of === key && !raced) {
          raced = true;
          await outbox.reshow(of, before, confirmed);
        }
        return outbox.reshow(of, before, after);
      },
    });
    await refresh(() => handedIn, through)();
    expect(edits().at(-1)).toBe('課長確認済');
    expect((await delivery.outbox.find(key))?.shown).toEqual(confirmed);
  });
});
