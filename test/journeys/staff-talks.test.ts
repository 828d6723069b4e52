import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { realAsk, realCatalog } from '../support/catalog.ts';
import { liveMarkup, mrkdwnTexts } from '../support/live-markup.ts';
import { type Person, textOf } from '../support/person.ts';
import { breaches } from '../support/slack-limits.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

let workspace: Workspace;
let staff: Person;
let general: string;

beforeAll(async () => {
  const catalog = realCatalog();
  workspace = await openWorkspace({ catalog, ask: await realAsk(catalog) });
  staff = await workspace.person('staff');
  general = await workspace.channel('general');
});
afterAll(() => workspace.close());

describe('«@計画ナビ» in a channel', () => {
  test('is answered in a thread below the question', async () => {
    const answer = await staff.mention('電子申請の担当課はどこ？', general);
    expect([answer.thread_ts, answer.text]).toEqual(['1700000000.000100', expect.stringContaining('の担当は')]);
  });

  test('is answered in the thread where it stands', async () => {
    expect((await staff.mention('4-2-1', general, '1600000000.000100')).thread_ts).toBe('1600000000.000100');
  });

  test('is a message Slack takes', async () => {
    expect(breaches('message', await staff.mention('指標', general))).toEqual([]);
  });

  test('alone brings the help', async () => {
    expect((await staff.mention('', general)).text).toMatch(/^計画ナビの使い方です。/u);
  });

  test('with other people beside it asks for the words only', async () => {
    const answer = await staff.mention('<@U012AB3CD> <!here> 4-2-1', general);
    expect(answer.text).toContain('電子申請の推進');
  });

  test('calls nobody to the channel, even where somebody types it', async () => {
    const answer = await staff.mention('&lt;!channel&gt; 電子申請', general);
    expect(mrkdwnTexts(answer.blocks).flatMap(liveMarkup)).toEqual([]);
  });
});

describe('a direct message', () => {
  test('is a question without any command', async () => {
    expect((await staff.directMessage('電子申請')).text).toMatch(/^「電子申請」に当たるものは/u);
  });

  test('is answered in the conversation itself, not in a thread', async () => {
    expect((await staff.directMessage('4-2-1')).thread_ts).toBeUndefined();
  });

  test('can be paged, the next page in place of the first', async () => {
    const first = await staff.directMessage('電子申請');
    const again = await staff.directMessage('電子申請', first);
    const label = /次の\d件/u.exec(JSON.stringify(again.blocks))?.[0] ?? '';
    expect((await staff.press(again, label)).replace_original).toBe(true);
  });
});

describe('what is no question', () => {
  const message = { type: 'message', channel_type: 'im', text: '4-2-4', ts: '1.2', event_ts: '1' };
  const silent: [string, Record<string, unknown>][] = [
    ['a direct message of another bot', { ...message, bot_id: 'B000000002' }],
    ["the bot's own message", { ...message, bot_id: 'B000000001', user: 'U00000NAVI' }],
    ['an edit', { ...message, subtype: 'message_changed', message: { text: '4-2-4' } }],
    ['a deletion', { ...message, subtype: 'message_deleted' }],
    ['somebody joining', { ...message, subtype: 'channel_join' }],
    ['a message in a channel', { ...message, channel_type: 'channel' }],
    ['the messages tab of the App Home', { type: 'app_home_opened', user: 'U1', tab: 'messages', event_ts: '1' }],
  ];
  test.each(silent)('gets no answer: %s', async (_, event) => {
    const before = workspace.recorder.calls.length;
    await staff.event({ user: staff.user, channel: general, ...event });
    // The next call is what the event led to, if it led to anything; else it answers this question.
    const next = await staff.mention('4-2-1', general);
    expect([next.text, workspace.recorder.calls.length - before]).toEqual([
      expect.stringContaining('電子申請の推進'),
      1,
    ]);
  });
});

describe('the shortcut «計画ナビで調べる»', () => {
  test('looks up what somebody else wrote, in a modal only the reader sees', async () => {
    const modal = await staff.lookUp('<@U012AB3CD> 電子申請の担当課はどこ？');
    expect(textOf(modal)).toContain('の担当は');
  });

  test('opens a modal Slack takes, however long the message is', async () => {
    const { id: _, ...modal } = await staff.lookUp('電子申請 '.repeat(2_000));
    expect(breaches('modal', modal)).toEqual([]);
  });

  test('shows the help for a message without words', async () => {
    expect(textOf(await staff.lookUp(''))).toContain('計画ナビの使い方');
  });

  test('can be shared from there', async () => {
    await staff.submit(await staff.lookUp('4-2-1'));
    expect((await workspace.recorder.next('response')).body).toMatchObject({ response_type: 'in_channel' });
  });

  test('tells the person when the modal cannot be opened', async () => {
    workspace.recorder.failNext({
      method: 'views.open',
      status: 200,
      body: { ok: false, error: 'expired_trigger_id' },
    });
    await expect(staff.lookUp('4-2-1')).rejects.toThrow('expired_trigger_id');
    expect(String((await workspace.recorder.next('response')).body.text)).toMatch(/^うまく処理できませんでした。/u);
  });
});

describe('the App Home', () => {
  test('is a view Slack takes', async () => {
    const { id: _, ...home } = await staff.openHome();
    expect(breaches('home', home)).toEqual([]);
  });

  test('opens the answer to an example in a modal', async () => {
    expect(textOf(await staff.pressOnHome(await staff.openHome(), '4-2-1'))).toContain('電子申請の推進');
  });

  test('opens a section from its list', async () => {
    const modal = await staff.chooseOnHome(await staff.openHome(), 'choose-section', '情報政策課');
    expect(textOf(modal).split('\n')[0]).toBe('情報政策課');
  });

  test('leads from the modal on, as everywhere', async () => {
    const modal = await staff.pressOnHome(await staff.openHome(), '4-2-1');
    expect(textOf(await staff.pressInModal(modal, '系譜を見る'))).toContain('の系譜*');
  });

  test('tells the person when it cannot be drawn', async () => {
    workspace.recorder.failNext({ method: 'views.publish', status: 200, body: { ok: false, error: 'hash_conflict' } });
    await expect(staff.openHome()).rejects.toThrow('hash_conflict');
    const { body } = await workspace.recorder.next('views.publish');
    expect(JSON.stringify(body)).toContain('うまく処理できませんでした。');
  });
});
