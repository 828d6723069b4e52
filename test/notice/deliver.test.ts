import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keyOf, type Notice } from '../../src/notice/notice.ts';
import type { Recipient } from '../../src/notice/recipient.ts';
import { createPlaceTroubles } from '../../src/notice/trouble.ts';
import { addSeconds } from '../../src/report/day.ts';
import type { UserId } from '../../src/report/person.ts';
import { contentOf, type Delivery, newDatabase, openDelivery, type TestClock, testClock } from '../support/delivery.ts';
import { createGate } from '../support/gate.ts';
import { botScopes, optionalScopes } from '../support/manifest.ts';
import { type NoticeSlack, openNoticeSlack } from '../support/notice-slack.ts';
import { channel, entry, escalation, nine, past, placed, reminderTo } from '../support/notices.ts';
import { digital, round, section, user } from '../support/rounds.ts';

let slack: NoticeSlack;
let head: UserId;
let staff: UserId;
let coordinator: UserId;
let general: Recipient;
let clock: TestClock;
const deliveries: Delivery[] = [];

async function begin(options: Parameters<typeof openNoticeSlack>[0] = {}): Promise<void> {
  slack = await openNoticeSlack(options);
  head = user(await slack.slack.user('head'));
  staff = user(await slack.slack.user('staff'));
  coordinator = user(await slack.slack.user('coordinator'));
  general = channel(await slack.slack.channel('general'));
}

beforeEach(async () => {
  clock = testClock();
  await begin();
});
afterEach(async () => {
  for (const delivery of deliveries.splice(0)) await delivery.close();
  await slack.close();
});

type Options = Partial<Parameters<typeof openDelivery>[0]>;
async function open(options: Options = {}): Promise<Delivery> {
  const delivery = await openDelivery({ messenger: slack.messenger, clock, coordinators: [coordinator], ...options });
  deliveries.push(delivery);
  return delivery;
}

/** A process with these notices in its outbox. */
async function openWith(notices: readonly Notice[], options: Options = {}): Promise<Delivery> {
  const delivery = await open(options);
  await delivery.outbox.place(notices.map((notice) => placed({ notice })));
  return delivery;
}

/** Whatever waits to be tried again is, in the next hours. */
async function deliverOverTime(delivery: Delivery): Promise<void> {
  for (let half = 0; half < 5; half += 1) {
    await delivery.deliverAll();
    clock.pass(1_800);
  }
}

describe('a notice', () => {
  test('is posted, and recorded with where it stands and what it shows', async () => {
    const delivery = await openWith([reminderTo(head)]);
    await delivery.deliverAll();
    const { state, place, shown, settledAt } = await delivery.row(reminderTo(head));
    expect({ state, place, shown, settledAt }).toEqual({
      state: 'sent',
      place: { channel: expect.stringMatching(/^D/u), ts: expect.any(String) },
      shown: contentOf(reminderTo(head)),
      settledAt: nine,
    });
    expect(slack.said(head)).toEqual([keyOf(reminderTo(head))]);
  });

  test('stands in the ledger once for every section it is about, without its words', async () => {
    const other = section('情報システム課');
    const content = escalation({ section: digital }, { section: other }, { section: other });
    const delivery = await openWith([reminderTo(head)], { compose: async () => content });
    await delivery.deliverAll();
    const rows = (await delivery.ledger()).map(({ action, by, round: id, section: of }) => ({ action, by, id, of }));
    expect(rows).toEqual([
      { action: 'send-notice', by: null, id: round().id, of: digital },
      { action: 'send-notice', by: null, id: round().id, of: other },
    ]);
    expect((await delivery.ledger()).at(0)?.after).toEqual({
      key: keyOf(reminderTo(head)),
      to: head,
      place: { channel: expect.any(String), ts: expect.any(String) },
      trouble: null,
    });
  });

  test('with nothing left to say is not sent', async () => {
    const delivery = await openWith([reminderTo(head)], { compose: async () => null });
    await delivery.deliverAll();
    expect(await delivery.row(reminderTo(head))).toMatchObject({ state: 'dropped', place: null });
    expect([slack.recorder.calls, await delivery.ledger()]).toEqual([[], []]);
  });

  test('waits for the office to open', async () => {
    const delivery = await openWith([reminderTo(head)], { mayGo: () => past(600) });
    await delivery.deliverAll();
    expect(await delivery.row(reminderTo(head))).toMatchObject({
      state: 'waiting',
      notBefore: past(600),
      unclearSince: null,
    });
    expect(slack.recorder.calls).toEqual([]);
  });

  test('is not posted by a process that stood still until its lease was nearly over', async () => {
    const delivery = await openWith([reminderTo(head)], {
      compose: async (notice) => {
        clock.pass(100);
        return contentOf(notice);
      },
    });
    await delivery.deliver();
    expect(slack.recorder.calls).toEqual([]);
    expect(await delivery.row(reminderTo(head))).toMatchObject({ state: 'waiting', unclearSince: null });
  });

  test('is not posted by a process that stood still between its last look at its lease and the request', async () => {
    const delivery = await openWith([reminderTo(head)], {
      messenger: {
        ...slack.messenger,
        post: (message, mayBeWritten) => {
          clock.pass(100);
          return slack.messenger.post(message, mayBeWritten);
        },
      },
    });
    await delivery.deliver();
    expect(slack.recorder.calls).toEqual([]);
    expect(await delivery.row(reminderTo(head))).toMatchObject({ state: 'waiting', unclearSince: null });
    // Slack was not asked, so that nothing is held against it.
    expect(await delivery.outbox.pausedUntil(clock.now())).toBeNull();
  });
});

describe('a post that Slack accepted and answered badly', () => {
  const faults = {
    'with a fault': { status: 500, body: {} },
    'with an error of its own': { status: 200, body: { ok: false, error: 'fatal_error' } },
    'with nothing': { silence: 'hang' },
    'with a broken connection': { silence: 'reset' },
  } as const;

  test.each(Object.entries(faults))('%s is found by its key, and not posted again', async (_, fault) => {
    const delivery = await openWith([reminderTo(head)]);
    slack.recorder.failNext({ method: 'chat.postMessage', accepted: true, ...fault });
    await deliverOverTime(delivery);
    expect(slack.said(head)).toEqual([keyOf(reminderTo(head))]);
    expect(await delivery.row(reminderTo(head))).toMatchObject({
      state: 'sent',
      attempts: 2,
      place: { ts: expect.any(String) },
      shown: contentOf(reminderTo(head)),
    });
  });

  test('is looked for half a minute later at the earliest: it may still be on its way', async () => {
    const delivery = await openWith([reminderTo(head)]);
    slack.recorder.failNext({ method: 'chat.postMessage', accepted: true, status: 500, body: {} });
    await delivery.deliver();
    expect(await delivery.row(reminderTo(head))).toMatchObject({ notBefore: past(30), unclearSince: nine });
  });

  test('shows from then on what is true when it is found', async () => {
    let title = '未提出';
    const delivery = await openWith([reminderTo(head)], { compose: async () => escalation({ title }) });
    slack.recorder.failNext({ method: 'chat.postMessage', accepted: true, status: 500, body: {} });
    await delivery.deliver();
    title = '提出済';
    await deliverOverTime(delivery);
    expect((await slack.recorder.next('chat.update')).body.text).toBe('提出済');
    expect(await delivery.row(reminderTo(head))).toMatchObject({ shown: escalation({ title: '提出済' }) });
  });

  test('is recorded as sent though there is nothing left to say by then', async () => {
    const contents = [contentOf(reminderTo(head))];
    const delivery = await openWith([reminderTo(head)], { compose: async () => contents.pop() ?? null });
    slack.recorder.failNext({ method: 'chat.postMessage', accepted: true, status: 500, body: {} });
    await deliverOverTime(delivery);
    expect(await delivery.row(reminderTo(head))).toMatchObject({ state: 'sent' });
  });

  test('is still looked for after Slack could not be asked', async () => {
    const delivery = await openWith([reminderTo(head)]);
    slack.recorder.failNext({ method: 'chat.postMessage', accepted: true, status: 500, body: {} });
    slack.recorder.failNext({ method: 'conversations.history', status: 500, body: {} });
    slack.recorder.failNext({
      method: 'conversations.history',
      status: 429,
      body: {},
      headers: { 'retry-after': '5' },
    });
    await deliverOverTime(delivery);
    expect(slack.said(head)).toHaveLength(1);
    expect(await delivery.row(reminderTo(head))).toMatchObject({ state: 'sent', attempts: 4 });
  });
});

describe('a post that Slack did not accept', () => {
  const faults = {
    'a fault of Slack': { status: 500, body: {} },
    'no answer': { silence: 'hang' },
    'a broken connection': { silence: 'reset' },
    'a token that is no longer good': { status: 200, body: { ok: false, error: 'token_revoked' } },
    'a moving workspace': { status: 200, body: { ok: false, error: 'team_added_to_org' } },
  } as const;
  test.each(Object.entries(faults))('for %s is posted later, once', async (_, fault) => {
    const delivery = await openWith([reminderTo(head)]);
    slack.recorder.failNext({ method: 'chat.postMessage', ...fault });
    await deliverOverTime(delivery);
    expect(slack.said(head)).toEqual([keyOf(reminderTo(head))]);
    expect(await delivery.row(reminderTo(head))).toMatchObject({ state: 'sent', attempts: 2 });
  });

  test('is tried ever more rarely, and never given up', async () => {
    const delivery = await openWith([reminderTo(head)]);
    const waits: number[] = [];
    for (let attempt = 0; attempt < 7; attempt += 1) {
      slack.recorder.failNext({ method: 'chat.postMessage', status: 200, body: { ok: false, error: 'token_expired' } });
      await delivery.deliver();
      const { notBefore, state } = await delivery.row(reminderTo(head));
      expect(state).toBe('waiting');
      waits.push((Date.parse(notBefore) - Date.parse(clock.now())) / 1_000);
      clock.pass(900);
    }
    expect(waits).toEqual([30, 60, 120, 300, 900, 900, 900]);
  });
});

describe('where the workspace does not let the bot read its channels', () => {
  beforeEach(async () => {
    await slack.close();
    await begin({ scopes: botScopes.filter((scope) => !optionalScopes.includes(scope)) });
  });

  async function unclear(options: Options = {}): Promise<Delivery> {
    const delivery = await openWith([reminderTo(general)], options);
    slack.recorder.failNext({ method: 'chat.postMessage', accepted: true, silence: 'reset' });
    await deliverOverTime(delivery);
    return delivery;
  }

  test('an unclear notice stops rather than be sent twice, and the coordinators are told', async () => {
    const delivery = await unclear();
    expect(await delivery.row(reminderTo(general))).toMatchObject({ state: 'failed', trouble: 'unclear-and-unseen' });
    expect([slack.said(general).length, slack.said(coordinator)]).toEqual([1, ['trouble']]);
  });

  test('nobody is bothered with one that has nothing left to say', async () => {
    const contents = [contentOf(reminderTo(general))];
    const delivery = await unclear({ compose: async () => contents.pop() ?? null });
    expect(await delivery.row(reminderTo(general))).toMatchObject({ state: 'dropped' });
    expect(slack.said(coordinator)).toEqual([]);
  });

  test('a coordinator who has looked lets it go again', async () => {
    const delivery = await unclear();
    await delivery.outbox.redirect(keyOf(reminderTo(general)), 'waiting', clock.now(), entry('retry-notice'));
    await deliverOverTime(delivery);
    expect(await delivery.row(reminderTo(general))).toMatchObject({ state: 'sent' });
  });

  test('direct messages are looked through all the same', async () => {
    const delivery = await openWith([reminderTo(head)]);
    slack.recorder.failNext({ method: 'chat.postMessage', accepted: true, silence: 'reset' });
    await deliverOverTime(delivery);
    expect(slack.said(head)).toHaveLength(1);
    expect(await delivery.row(reminderTo(head))).toMatchObject({ state: 'sent' });
  });
});

describe('a pause that Slack asks for', () => {
  const slowDown = { method: 'chat.postMessage', status: 429, body: {}, headers: { 'retry-after': '90' } };

  test('holds everything back for so long', async () => {
    const delivery = await openWith([reminderTo(head), reminderTo(staff)]);
    slack.recorder.failNext(slowDown);
    await delivery.deliverAll();
    expect(slack.recorder.calls).toHaveLength(1);
    clock.pass(90);
    await delivery.deliverAll();
    expect([slack.said(head).length, slack.said(staff).length]).toEqual([1, 1]);
  });

  test('is kept over a restart, and by other processes', async () => {
    const file = newDatabase();
    const first = await openWith([reminderTo(head), reminderTo(staff)], { file });
    const second = await open({ file, by: 'two' });
    slack.recorder.failNext(slowDown);
    await first.deliver();
    await second.deliverAll();
    const third = await open({ file, by: 'three' });
    clock.pass(80);
    await third.deliverAll();
    expect(slack.recorder.calls).toHaveLength(1);
    clock.pass(10);
    await third.deliverAll();
    expect([slack.said(head).length, slack.said(staff).length]).toEqual([1, 1]);
  });
});

describe('a Slack that is away', () => {
  const people = Array.from({ length: 6 }, (_, index) => reminderTo(user(`U0PERSON${index}`)));
  const away = { method: 'chat.postMessage', status: 503, body: {} };

  test('is not tried with every notice: after three all wait', async () => {
    const delivery = await openWith(people);
    for (const _ of people) slack.recorder.failNext(away);
    await delivery.deliverAll();
    expect(slack.recorder.calls).toHaveLength(3);
    expect(await delivery.outbox.pausedUntil(clock.now())).not.toBeNull();
  });

  test('is tried on where one of them comes through', async () => {
    const delivery = await openWith([
      ...people.slice(0, 2),
      reminderTo(head),
      ...people.slice(2, 4),
      reminderTo(staff),
    ]);
    slack.recorder.failNext(away);
    slack.recorder.failNext(away);
    await delivery.deliverAll();
    expect([slack.said(head).length, slack.said(staff).length]).toEqual([1, 1]);
  });
});

describe('a notice that Slack will not take', () => {
  const nowhere = reminderTo(channel('C0NOWHERE1'));

  test('stops at once, with what Slack said', async () => {
    const delivery = await openWith([nowhere]);
    await deliverOverTime(delivery);
    expect(await delivery.row(nowhere)).toMatchObject({ state: 'failed', trouble: 'channel_not_found', attempts: 1 });
    expect((await delivery.ledger()).at(0)).toMatchObject({
      action: 'fail-notice',
      section: digital,
      after: { key: keyOf(nowhere), to: nowhere.to, place: null, trouble: 'channel_not_found' },
    });
  });

  test('is told to every coordinator', async () => {
    const delivery = await openWith([nowhere], { coordinators: [coordinator, staff] });
    await deliverOverTime(delivery);
    expect([slack.said(coordinator), slack.said(staff)]).toEqual([['trouble'], ['trouble']]);
  });

  test('is told again when it fails again', async () => {
    const delivery = await openWith([nowhere]);
    await deliverOverTime(delivery);
    await delivery.outbox.redirect(keyOf(nowhere), 'waiting', clock.now(), entry('retry-notice'));
    await deliverOverTime(delivery);
    expect(slack.said(coordinator)).toEqual(['trouble', 'trouble']);
  });

  test('is not told of when it is itself such news', async () => {
    const delivery = await openWith([nowhere], { coordinators: [user('U0NOBODY')] });
    await deliverOverTime(delivery);
    const troubles = await delivery.outbox.list({ kinds: ['trouble'], limit: 10 });
    expect(troubles).toMatchObject([{ state: 'failed' }]);
  });

  test('never stops the rest', async () => {
    const delivery = await openWith([nowhere, reminderTo(head), reminderTo(staff)]);
    await delivery.deliverAll();
    expect([slack.said(head).length, slack.said(staff).length]).toEqual([1, 1]);
  });
});

describe('the news of what has failed', () => {
  test('is placed however the process ended, and once', async () => {
    const file = newDatabase();
    const nowhere = reminderTo(channel('C0NOWHERE1'));
    const first = await openWith([nowhere], { file, coordinators: [] });
    await first.deliverAll();
    const second = await open({ file });
    const place = createPlaceTroubles({
      outbox: second.outbox,
      coordinators: new Set([coordinator]),
      now: clock.now,
    });
    await place();
    await deliverOverTime(second);
    await place();
    await deliverOverTime(second);
    expect(slack.said(coordinator)).toEqual(['trouble']);
  });
});

describe('a fault of our own', () => {
  test('puts its notice off, with a token that the log explains, and the rest goes', async () => {
    const delivery = await openWith([reminderTo(head), reminderTo(staff)], {
      compose: async (notice) => {
        if (notice.to === head) throw new Error('unreadable');
        return contentOf(notice);
      },
    });
    await delivery.deliverAll();
    const { state, trouble, unclearSince } = await delivery.row(reminderTo(head));
    const token = String(delivery.log[0]?.token);
    expect({ state, trouble, unclearSince }).toEqual({
      state: 'waiting',
      trouble: `fault-${token}`,
      unclearSince: null,
    });
    expect(delivery.log[0]).toMatchObject({ err: { message: 'unreadable' } });
    expect(slack.said(staff)).toHaveLength(1);
  });

  test('after posting leads to no second message', async () => {
    let broken = true;
    const delivery = await openWith([reminderTo(head)], {
      through: (outbox) => ({
        ...outbox,
        settle: async (...given) => {
          if (broken) throw new Error('disk full');
          return outbox.settle(...given);
        },
      }),
    });
    await delivery.deliver();
    broken = false;
    await deliverOverTime(delivery);
    expect(slack.said(head)).toHaveLength(1);
    expect(await delivery.row(reminderTo(head))).toMatchObject({ state: 'sent' });
  });
});

describe('another process', () => {
  test('that takes a notice over finds what the first has posted', async () => {
    const file = newDatabase();
    let lost = true;
    const first = await openWith([reminderTo(head)], {
      file,
      // It posts, and is gone before it can say so.
      through: (outbox) => ({ ...outbox, settle: async (...given) => (lost ? false : outbox.settle(...given)) }),
    });
    await first.deliver();
    lost = false;
    const second = await open({ file, by: 'two' });
    await second.deliverAll();
    expect(await second.row(reminderTo(head))).toMatchObject({ state: 'waiting' });
    clock.pass(120);
    await second.deliverAll();
    expect(slack.said(head)).toHaveLength(1);
    expect(await second.row(reminderTo(head))).toMatchObject({ state: 'sent', settledAt: addSeconds(nine, 120) });
  });

  test('and another lane of the same one are alike: who stood still changes nothing of what was taken over', async () => {
    const file = newDatabase();
    const posting = createGate();
    const answered = createGate();
    let composed = 0;
    let takenOver: Promise<boolean> | null = null;
    const first = await openWith([reminderTo(head)], {
      file,
      compose: async (notice) => {
        composed += 1;
        if (composed === 1) {
          clock.pass(121);
          takenOver = first.deliver();
          await posting.opened;
        }
        return contentOf(notice);
      },
      messenger: {
        ...slack.messenger,
        post: async (message, mayBeWritten) => {
          posting.open();
          await answered.opened;
          return slack.messenger.post(message, mayBeWritten);
        },
      },
    });
    await first.deliver();
    const second = await open({ by: 'two', file });
    expect(await second.deliver()).toBe(false);
    answered.open();
    await takenOver;
    await second.deliverAll();
    expect(slack.said(head)).toHaveLength(1);
  });
});
