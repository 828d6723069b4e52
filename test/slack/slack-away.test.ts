import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keyOf } from '../../src/notice/notice.ts';
import { recipientSchema } from '../../src/notice/recipient.ts';
import { createMessenger, deliveryClient } from '../../src/slack/notice/messenger.ts';
import { askWithoutDictionary, realCatalog } from '../support/catalog.ts';
import { type Delivery, openDelivery, type TestClock, testClock } from '../support/delivery.ts';
import { botToken } from '../support/emulated-slack.ts';
import { type NoticeSlack, openNoticeSlack } from '../support/notice-slack.ts';
import { escalation, placed, plainView, reminderTo } from '../support/notices.ts';
import type { Trouble } from '../support/recorder.ts';
import { head } from '../support/rounds.ts';
import { openWorkspace } from '../support/workspace.ts';

describe("Slack's Web API, away for an hour in the middle of a mailing,", () => {
  let slack: NoticeSlack;
  let delivery: Delivery;
  let clock: TestClock;
  const days = Array.from({ length: 10 }, (_, index) => `2026-05-${11 + index}`);

  beforeEach(async () => {
    clock = testClock();
    slack = await openNoticeSlack();
    delivery = await openDelivery({ messenger: slack.messenger, clock });
  });
  afterEach(async () => {
    await delivery.close();
    await slack.close();
  });

  async function pass(minutes: number): Promise<void> {
    for (let minute = 0; minute < minutes; minute += 1) {
      await delivery.deliverAll();
      clock.pass(60);
    }
  }

  const troubles: readonly (readonly [string, Trouble])[] = [
    ['answers nothing but 503', { status: 503, body: {} }],
    ['breaks every connection', { silence: 'reset' }],
    ['takes every message and breaks the connection', { accepted: true, silence: 'reset' }],
    ['takes every message and says that it has not', { accepted: true, status: 500, body: {} }],
    ['asks for a pause again and again', { status: 429, headers: { 'retry-after': '30' }, body: {} }],
    ['does not accept the token', { status: 200, body: { ok: false, error: 'token_revoked' } }],
  ];
  test.each(troubles)('and %s: nothing is lost, and nothing comes twice', async (_, trouble) => {
    const to = recipientSchema.parse(await slack.slack.user('head'));
    const notices = days.map((on) => reminderTo(to, on));
    await delivery.outbox.place(notices.map((notice) => placed({ notice })));
    await delivery.deliver();
    clock.pass(2);
    slack.recorder.failAll(trouble);
    await pass(60);
    slack.recorder.failAll(null);
    await pass(45);
    const rows = await Promise.all(notices.map((notice) => delivery.row(notice)));
    const said = slack.recorder.calls.flatMap(({ method, body, accepted }) =>
      method === 'chat.postMessage' && accepted ? [JSON.stringify(body.metadata)] : [],
    );
    expect(rows.map(({ state }) => state)).toEqual(days.map(() => 'sent'));
    expect(notices.map((notice) => said.filter((key) => key.includes(`"${keyOf(notice)}"`)).length)).toEqual(
      days.map(() => 1),
    );
  });
});

test('messages that Slack holds back do not hold up who presses a button', async () => {
  const catalog = realCatalog();
  const workspace = await openWorkspace({ catalog, ask: askWithoutDictionary(catalog) });
  const { apiUrl } = workspace.recorder;
  const log = pino({ level: 'silent' });
  const clientOptions = deliveryClient(apiUrl, log);
  const { post } = createMessenger({ botToken, clientOptions, newerBlocks: true, render: plainView, log });
  const content = escalation({ title: '週報' });
  const digest = [1, 2, 3, 4, 5, 6].map((part) => {
    const held: Trouble =
      part % 2 === 0 ? { silence: 'hang' } : { status: 429, headers: { 'retry-after': '60' }, body: {} };
    workspace.recorder.failNext({ method: 'chat.postMessage', ...held });
    return post({ to: head.user, thread: null, key: keyOf(reminderTo(head.user, `2026-05-1${part}`)), content });
  });
  const staff = await workspace.person('staff');
  const opened = await staff.open(await staff.plan('4-2-1'), '詳細');
  expect(opened.id).toBeDefined();
  await workspace.close();
  await Promise.all(digest);
});
