import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { keyOf } from '../src/notice/notice.ts';
import { day, moment } from '../src/report/day.ts';
import { createMessenger, deliveryClient } from '../src/slack/notice/messenger.ts';
import { askWithoutDictionary, realCatalog } from './support/catalog.ts';
import { botToken } from './support/emulated-slack.ts';
import { manifestText } from './support/manifest.ts';
import { manifestSchema } from './support/manifest-schema.ts';
import { escalation, plainView, reminderTo } from './support/notices.ts';
import { buttonsOf, type Person } from './support/person.ts';
import { deed, rosterEntry, round, user } from './support/rounds.ts';
import { openWorkspace, type Workspace } from './support/workspace.ts';

/** What is read here; whether the rest is sound is a test of its own. */
const { features, oauth_config, settings } = z
  .object({
    features: z.object({
      shortcuts: z.array(z.object({ type: z.string(), callback_id: z.string() })),
      slash_commands: z.array(z.object({ command: z.string() })),
    }),
    oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
    settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()) }) }),
  })
  .parse(parse(manifestText));
const granted = oauth_config.scopes.bot;
const events = settings.event_subscriptions.bot_events;

/** The scope a subscription takes: https://docs.slack.dev/reference/events. */
const scopeOfEvent: Readonly<Record<string, string | null>> = {
  app_home_opened: null,
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
};
/** The scope a method takes: https://docs.slack.dev/reference/methods. */
const scopesOfMethod: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  // Of direct messages, and of channels.
  'conversations.history': ['im:history', 'channels:history', 'groups:history'],
  'conversations.open': ['im:write'],
  'users.info': ['users:read'],
  'files.info': ['files:read'],
  'files.getUploadURLExternal': ['files:write'],
  'files.completeUploadExternal': ['files:write'],
  'views.open': [],
  'views.publish': [],
  'views.update': [],
};

let workspace: Workspace;
let staff: Person;
let general: string;

beforeAll(async () => {
  const catalog = realCatalog();
  workspace = await openWorkspace({ catalog, ask: askWithoutDictionary(catalog) });
  staff = await workspace.person('staff');
  general = await workspace.channel('general');
});
afterAll(() => workspace.close());

/** One event of each kind as Slack sends it, with the call it must lead to. */
const sample: Readonly<
  Record<string, { event: (channel: string, user: string) => Record<string, unknown>; method: string }>
> = {
  app_home_opened: {
    event: (_, user) => ({ type: 'app_home_opened', user, channel: 'D1', tab: 'home', event_ts: '1' }),
    method: 'views.publish',
  },
  app_mention: {
    event: (channel, user) => ({ type: 'app_mention', user, text: '4-2-1', channel, ts: '1.1', event_ts: '1' }),
    method: 'chat.postMessage',
  },
  'message.im': {
    event: (channel, user) => ({
      type: 'message',
      channel_type: 'im',
      user,
      text: '4-2-1',
      channel,
      ts: '1.1',
      event_ts: '1',
    }),
    method: 'chat.postMessage',
  },
};

describe('everything the manifest announces is answered:', () => {
  test.each(features.slash_commands)('the command $command', async ({ command }) => {
    const { body } = await staff.command({ command, text: '4-2-1' });
    expect(JSON.parse(body)).toMatchObject({ response_type: 'ephemeral' });
  });

  test.each(features.shortcuts)('the shortcut $callback_id', async ({ type, callback_id }) => {
    await staff.interact({
      type: `${type}_action`,
      callback_id,
      trigger_id: `manifest-${callback_id}`,
      message_ts: '1.1',
      response_url: workspace.recorder.responseUrl,
      channel: { id: general, name: 'general' },
      message: { type: 'message', user: staff.user, ts: '1.1', text: '4-2-1' },
    });
    expect((await workspace.recorder.next('views.open')).body).toMatchObject({ view: { type: 'modal' } });
  });

  test('the subcommands that depend on who asks', async () => {
    expect((await staff.plan('報告')).text).toMatch(/^いま、あなたの課・室が答える照会はありません。/u);
  });

  test.each(events)('the event %s', async (name) => {
    const known = sample[name];
    if (!known) throw new Error(`no sample of the event ${name}`);
    await staff.event(known.event(general, staff.user));
    expect((await workspace.recorder.next(known.method)).method).toBe(known.method);
  });
});

describe('what the manifest does not announce', () => {
  const silent = [
    { type: 'message', channel_type: 'channel', user: 'U1', text: '4-2-4', ts: '1.1', event_ts: '1' },
    { type: 'message', channel_type: 'group', user: 'U1', text: '4-2-4', ts: '1.1', event_ts: '1' },
    { type: 'message', channel_type: 'mpim', user: 'U1', text: '4-2-4', ts: '1.1', event_ts: '1' },
    { type: 'reaction_added', user: 'U1', reaction: 'eyes', event_ts: '1' },
    { type: 'member_joined_channel', user: 'U1', event_ts: '1' },
    { type: 'team_join', user: { id: 'U1' }, event_ts: '1' },
    { type: 'link_shared', user: 'U1', links: [], event_ts: '1' },
    { type: 'app_uninstalled', event_ts: '1' },
  ];
  test.each(silent)('leads to no call: $type $channel_type', async (event) => {
    const before = workspace.recorder.calls.length;
    await staff.event({ ...event, channel: general });
    // The next call is what the event led to, if it led to anything; else it answers this question.
    const next = await staff.mention('4-2-1', general);
    expect([next.text, workspace.recorder.calls.length - before]).toEqual([
      expect.stringContaining('電子申請の推進'),
      1,
    ]);
  });
});

describe('the scopes of the manifest', () => {
  /** Everything a person can do, once; Slack grants nothing beyond the manifest here. */
  async function doEverything(): Promise<void> {
    const answer = await staff.plan('4-2');
    await staff.press(answer, '次の5件');
    await staff.press(answer, 'チャンネルに共有');
    const modal = await staff.open(answer, '詳細');
    await staff.pressInModal(modal, buttonsOf(modal).find((label) => label.endsWith('の担当事業')) ?? '');
    await staff.submit(modal);
    await staff.choose(await staff.plan('担当'), 'choose-section', '情報政策課');
    await staff.mention('4-2-1', general);
    await staff.directMessage('4-2-1');
    await staff.lookUp('4-2-1');
    await staff.pressOnHome(await staff.openHome(), '4-2-1');
    await exchangeSheets();
    await deliverNotice();
  }

  /** A notice goes out, is looked for and is edited. */
  async function deliverNotice(): Promise<void> {
    const log = pino({ level: 'silent' });
    const clientOptions = deliveryClient(workspace.recorder.apiUrl, log);
    const messenger = createMessenger({ botToken, clientOptions, newerBlocks: true, render: plainView, log });
    const to = user(staff.user);
    const message = { to, thread: null, key: keyOf(reminderTo(to)), content: escalation() };
    await messenger.post(message);
    const found = await messenger.find(message, moment('2026-05-15T00:00:00Z'));
    if (found.kind === 'found') await messenger.edit(found.place, message);
  }

  /** Receives a sheet, and sends a file. */
  async function exchangeSheets(): Promise<void> {
    const entry = rosterEntry({ staff: [user(staff.user)], from: day('2026-04-01') });
    await workspace.store.saveRosterEntry(entry, deed('edit-roster'));
    await workspace.store.saveRound(round({ due: day('2026-12-04') }), deed('create-round'));
    await staff.press(await staff.plan('出力'), '様式を受け取る');
    const file = { type: 'message', subtype: 'file_share', channel_type: 'im', files: [{ id: 'F1' }] };
    await staff.event({ ...file, user: staff.user, channel: 'D000000001', ts: '1.2', event_ts: '1' });
    await workspace.recorder.next('files.info');
  }

  test('are what the methods called, the events and the ways in take, and no more', async () => {
    await doEverything();
    const called = new Set(workspace.recorder.calls.map(({ method }) => method).filter((name) => name !== 'response'));
    const needed = [
      'commands',
      ...[...called].flatMap((method) => scopesOfMethod[method] ?? [`unknown method ${method}`]),
      ...events.map((event) => (event in scopeOfEvent ? scopeOfEvent[event] : `unknown event ${event}`)),
    ];
    expect(new Set(granted)).toEqual(new Set(needed.filter((scope) => scope !== null)));
  });

  test('stand there once each', () => {
    expect(granted).toEqual([...new Set(granted)]);
  });
});

describe('the manifest itself', () => {
  test('is one that Slack takes', () => {
    expect(manifestSchema.safeParse(parse(manifestText)).error).toBeUndefined();
  });
});
