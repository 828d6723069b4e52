import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { Messenger } from '../../src/notice/messenger.ts';
import { keyOf } from '../../src/notice/notice.ts';
import { moment } from '../../src/report/day.ts';
import { createMessenger, deliveryClient } from '../../src/slack/notice/messenger.ts';
import { askWithoutDictionary, realCatalog } from '../support/catalog.ts';
import { type LocalSlack, newFolder, openLocalSlack } from '../support/local-slack.ts';
import { escalation, plainView, reminderTo } from '../support/notices.ts';
import { user } from '../support/rounds.ts';

const catalog = realCatalog();
const head = user('U0HEAD0001');
const message = { to: head, thread: null, key: keyOf(reminderTo(head)), content: escalation({ title: '未提出' }) };
const since = moment('2026-11-20T00:00:00Z');

function messengerIn({ api }: LocalSlack): Messenger {
  const log = pino({ level: 'silent' });
  const clientOptions = deliveryClient(api.url, log);
  return createMessenger({ botToken: api.botToken, clientOptions, newerBlocks: true, render: plainView, log });
}

test('a notice arrives in the local workspace, is found by its key after a restart, and is edited in place', async () => {
  const folder = newFolder();
  const before = await openLocalSlack({ catalog, ask: askWithoutDictionary(catalog), folder });
  expect(await messengerIn(before).post(message)).toMatchObject({ kind: 'posted' });
  expect(await before.page('/head/navi')).toContain('未提出');
  await before.close();

  const after = await openLocalSlack({ catalog, ask: askWithoutDictionary(catalog), folder });
  const found = await messengerIn(after).find(message, since);
  if (found.kind !== 'found') throw new Error(found.kind);
  const content = escalation({ title: '提出済' });
  expect(await messengerIn(after).edit(found.place, { ...message, content })).toMatchObject({ kind: 'posted' });
  expect(await after.page('/head/navi')).toContain('提出済');
  await after.close();
});
