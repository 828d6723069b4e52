import { afterEach, describe, expect, test } from 'vitest';
import type { Message } from '../../../src/notice/messenger.ts';
import { keyOf } from '../../../src/notice/notice.ts';
import { addSeconds, moment } from '../../../src/report/day.ts';
import { table } from '../../../src/view/blocks.ts';
import { botScopes, optionalScopes } from '../../support/manifest.ts';
import { type NoticeSlack, openNoticeSlack } from '../../support/notice-slack.ts';
import { channel, escalation, plainView, reminderTo } from '../../support/notices.ts';
import { user } from '../../support/rounds.ts';

let open: NoticeSlack | null = null;
afterEach(async () => {
  await open?.close();
  open = null;
});
async function opened(options: Parameters<typeof openNoticeSlack>[0] = {}): Promise<NoticeSlack> {
  open = await openNoticeSlack(options);
  return open;
}

/** The emulated Slack has the real clock. */
const now = moment(new Date().toISOString());
const minuteAgo = addSeconds(now, -60);

/** A message to a person or, by its name, to a channel. */
async function messageTo(name: string, { slack }: NoticeSlack, on = '2026-05-15'): Promise<Message> {
  const to = name === 'general' ? channel(await slack.channel(name)) : user(await slack.user(name));
  return { to, thread: null, key: keyOf(reminderTo(to, on)), content: escalation() };
}

describe('a message', () => {
  test.each(['head', 'general'])('to %s says where it stands', async (name) => {
    const notices = await opened();
    const message = await messageTo(name, notices);
    const posted = await notices.messenger.post(message);
    expect(posted).toMatchObject({
      kind: 'posted',
      place: { channel: name === 'general' ? message.to : expect.stringMatching(/^D/u) },
    });
  });

  test('carries its key, unfurls nothing and links no names', async () => {
    const notices = await opened();
    const message = await messageTo('head', notices);
    await notices.messenger.post(message);
    const { body } = await notices.recorder.next('chat.postMessage');
    expect(body).toMatchObject({
      metadata: { event_payload: { key: message.key } },
      unfurl_links: 'false',
      unfurl_media: 'false',
      parse: 'none',
      link_names: 'false',
    });
  });

  test('goes into its thread', async () => {
    const notices = await opened();
    const parent = await notices.messenger.post(await messageTo('general', notices));
    if (parent.kind !== 'posted') throw new Error(parent.kind);
    const message = await messageTo('general', notices, '2026-05-18');
    await notices.messenger.post({ ...message, thread: parent.place });
    await notices.recorder.next('chat.postMessage');
    const { body } = await notices.recorder.next('chat.postMessage');
    expect(body).toMatchObject({ channel: parent.place.channel, thread_ts: parent.place.ts });
  });

  test('is not written when it is too late for it by the time its connection is open', async () => {
    const notices = await opened();
    expect(await notices.messenger.post(await messageTo('head', notices), () => false)).toEqual({ kind: 'too-late' });
    expect(notices.recorder.calls).toEqual([]);
  });

  test('that cannot be put into words is not sent, and the log says why', async () => {
    const notices = await opened({
      render: () => {
        throw new Error('no sentence');
      },
    });
    expect(await notices.messenger.post(await messageTo('head', notices))).toEqual({
      kind: 'refused',
      trouble: 'no_view',
    });
    expect(notices.log).toMatchObject([{ err: { message: 'no sentence' } }]);
  });
});

describe('newer blocks that Slack refuses', () => {
  const withTable = () => {
    const shown = table({
      caption: '未提出の課',
      columns: ['課'],
      rows: [[{ text: 'デジタルみやぎ推進課' }]],
      empty: '—',
      fallback: [],
    });
    return { ...plainView(escalation()), parts: [shown] };
  };
  const refusal = { method: 'chat.postMessage', status: 200, body: { ok: false, error: 'invalid_blocks' } };

  test('are sent once more as plain ones', async () => {
    const notices = await opened({ render: withTable });
    notices.recorder.failNext(refusal);
    expect(await notices.messenger.post(await messageTo('head', notices))).toMatchObject({ kind: 'posted' });
    const [first, second] = notices.recorder.calls;
    expect([first?.body.blocks, second?.body.blocks]).toEqual([
      [expect.objectContaining({ type: 'data_table' })],
      expect.not.arrayContaining([expect.objectContaining({ type: 'data_table' })]),
    ]);
  });

  test('are not followed by plain ones when it is too late for those', async () => {
    const notices = await opened({ render: withTable });
    notices.recorder.failNext(refusal);
    const answers = [true, false];
    const posted = notices.messenger.post(await messageTo('head', notices), () => answers.shift() ?? false);
    expect(await posted).toEqual({ kind: 'too-late' });
    expect(notices.recorder.calls).toHaveLength(1);
  });

  test('are given up where it refuses the plain ones too', async () => {
    const notices = await opened({ render: withTable });
    notices.recorder.failNext(refusal);
    notices.recorder.failNext(refusal);
    expect(await notices.messenger.post(await messageTo('head', notices))).toEqual({
      kind: 'refused',
      trouble: 'invalid_blocks',
    });
    expect(notices.recorder.calls).toHaveLength(2);
  });
});

describe('an unclear post', () => {
  const faults = {
    'that was accepted and answered with a fault': { accepted: true, status: 500, body: {} },
    'that was accepted and never answered': { accepted: true, silence: 'hang' },
    'that was accepted before the connection broke': { accepted: true, silence: 'reset' },
  } as const;
  test.each(Object.entries(faults))('%s is found by its key', async (_, fault) => {
    const notices = await opened();
    const message = await messageTo('head', notices);
    notices.recorder.failNext({ method: 'chat.postMessage', ...fault });
    expect(await notices.messenger.post(message)).toMatchObject({ kind: 'unclear' });
    expect(await notices.messenger.find(message, minuteAgo)).toMatchObject({ kind: 'found' });
  });

  test('is tried once only', async () => {
    const notices = await opened();
    notices.recorder.failNext({ method: 'chat.postMessage', status: 500, body: {} });
    await notices.messenger.post(await messageTo('head', notices));
    expect(notices.recorder.calls).toHaveLength(1);
  });
});

describe('looking for a message', () => {
  test('finds it where it stands', async () => {
    const notices = await opened();
    const message = await messageTo('general', notices);
    const posted = await notices.messenger.post(message);
    expect(await notices.messenger.find(message, minuteAgo)).toEqual({ ...posted, kind: 'found' });
  });

  test('finds it in its thread', async () => {
    const notices = await opened();
    const parent = await notices.messenger.post(await messageTo('general', notices));
    if (parent.kind !== 'posted') throw new Error(parent.kind);
    const message = { ...(await messageTo('general', notices, '2026-05-18')), thread: parent.place };
    const posted = await notices.messenger.post(message);
    expect(await notices.messenger.find(message, minuteAgo)).toEqual({ ...posted, kind: 'found' });
  });

  test('finds it behind many others', async () => {
    const notices = await opened();
    const message = await messageTo('general', notices);
    await notices.messenger.post(message);
    for (let count = 0; count < 210; count += 1)
      await notices.slack.lookUp('chat.postMessage', { channel: message.to, text: 'お知らせ' });
    expect(await notices.messenger.find(message, minuteAgo)).toMatchObject({ kind: 'found' });
  });

  test('does not take another notice for it', async () => {
    const notices = await opened();
    await notices.messenger.post(await messageTo('head', notices));
    const other = await messageTo('head', notices, '2026-05-18');
    expect(await notices.messenger.find(other, minuteAgo)).toEqual({ kind: 'absent' });
  });

  test("does not take somebody else's message for it", async () => {
    const notices = await opened();
    const message = await messageTo('general', notices);
    const metadata = { event_type: 'keikaku_navi_notice', event_payload: { key: message.key } };
    await notices.slack.lookUp('chat.postMessage', { channel: message.to, text: 'まね', metadata });
    expect(await notices.messenger.find(message, minuteAgo)).toEqual({ kind: 'absent' });
  });

  test('asks for metadata from an hour before on: two clocks never agree', async () => {
    const notices = await opened();
    await notices.messenger.find(await messageTo('general', notices), moment('2026-05-15T00:00:00Z'));
    const { body } = await notices.recorder.next('conversations.history');
    expect(body).toMatchObject({ include_all_metadata: 'true', oldest: '1778799600' });
  });

  test('is refused in a channel where the workspace has declined it', async () => {
    const notices = await opened({ scopes: botScopes.filter((scope) => !optionalScopes.includes(scope)) });
    const message = await messageTo('general', notices);
    expect(await notices.messenger.find(message, minuteAgo)).toEqual({ kind: 'refused', trouble: 'missing_scope' });
  });

  test('works in direct messages there', async () => {
    const notices = await opened({ scopes: botScopes.filter((scope) => !optionalScopes.includes(scope)) });
    expect(await notices.messenger.find(await messageTo('head', notices), minuteAgo)).toEqual({ kind: 'absent' });
  });

  test('comes to nothing where Slack does not answer', async () => {
    const notices = await opened();
    notices.recorder.failNext({ method: 'conversations.history', silence: 'hang' });
    expect(await notices.messenger.find(await messageTo('head', notices), minuteAgo)).toEqual({
      kind: 'not-reached',
      trouble: 'timeout',
    });
  });

  test('waits where Slack asks for it', async () => {
    const notices = await opened();
    const headers = { 'retry-after': '3' };
    notices.recorder.failNext({ method: 'conversations.history', status: 429, body: {}, headers });
    expect(await notices.messenger.find(await messageTo('head', notices), minuteAgo)).toEqual({
      kind: 'paused',
      seconds: 3,
    });
  });
});

describe('an edit', () => {
  test('changes the message in its place, which is found by its key as before', async () => {
    const notices = await opened();
    const message = await messageTo('general', notices);
    const posted = await notices.messenger.post(message);
    if (posted.kind !== 'posted') throw new Error(posted.kind);
    expect(await notices.messenger.edit(posted.place, message)).toEqual(posted);
    expect(await notices.messenger.find(message, minuteAgo)).toEqual({ ...posted, kind: 'found' });
  });

  test.each(['message_not_found', 'edit_window_closed', 'cant_update_message'])('is refused: %s', async (error) => {
    const notices = await opened();
    const message = await messageTo('general', notices);
    notices.recorder.failNext({ method: 'chat.update', status: 200, body: { ok: false, error } });
    expect(await notices.messenger.edit({ channel: message.to, ts: '1.1' }, message)).toEqual({
      kind: 'refused',
      trouble: error,
    });
  });
});
