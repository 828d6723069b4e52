import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askWithoutDictionary, realCatalog } from '../support/catalog.ts';
import { buttonsOf, type Message, type Person, textOf } from '../support/person.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

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

/** A click with any action, on a private message. */
async function click(action: Record<string, unknown>, trigger: string = randomUUID()): Promise<void> {
  await staff.interact({
    type: 'block_actions',
    trigger_id: trigger,
    container: { type: 'message', is_ephemeral: true, channel_id: general, message_ts: '1.1' },
    channel: { id: general, name: 'general' },
    response_url: workspace.recorder.responseUrl,
    actions: [{ type: 'button', block_id: 'b', ...action }],
  });
}
async function said(): Promise<string> {
  return String((await workspace.recorder.next('response')).body.text);
}
const gone = /^この答えのもとになったデータが変わったため、開けませんでした。/u;

describe('a button whose value this version does not write', () => {
  const values: [string, string | undefined][] = [
    ['no value', undefined],
    ['an empty one', ''],
    ['broken JSON', '{"q":'],
    ['JSON of another form', '["4-2-1"]'],
    ['a question that is a number', '{"q":421}'],
    ['more than a button writes', '{"q":"4-2-1","as":"admin"}'],
    ['3,000 characters', JSON.stringify({ q: 'あ'.repeat(3_000) })],
  ];
  test.each(values)('says so to the person: %s', async (_, value) => {
    await click({ action_id: 'ask', value });
    expect(await said()).toMatch(gone);
  });

  test.each(['-1', '1.5', '1e9', '"5"', 'null'])('says so where the page is %s', async (from) => {
    await click({ action_id: 'page:0', value: `{"q":"4-2","from":${from}}` });
    expect(await said()).toMatch(gone);
  });

  test('says so where it shares what is not there', async () => {
    await click({ action_id: 'share', value: '{"item":"it2013/9-9-9"}' });
    expect(await said()).toMatch(gone);
  });

  test('shows no item past the last page, and the way back', async () => {
    await click({ action_id: 'page:0', value: '{"q":"4-2","from":9999}' });
    const { blocks } = (await workspace.recorder.next('response')).body;
    expect(JSON.stringify(blocks)).toContain('前へ戻る');
  });

  test('says so where a choice comes without a choice', async () => {
    await click({ type: 'static_select', action_id: 'choose-section', selected_option: null });
    expect(await said()).toMatch(gone);
  });
});

test('a message without an author is nobody’s question', async () => {
  const before = workspace.recorder.calls.length;
  const posted = { type: 'message', channel_type: 'im', channel: 'D000000001', ts: '1.1', event_ts: '1' };
  await staff.event({ ...posted, text: '報告' });
  await workspace.idle();
  expect(workspace.recorder.calls.slice(before)).toEqual([]);
});

test('a button that belongs into a message is answered above the modal it was put into', async () => {
  // Nobody has this modal open, so Slack's part is played here.
  workspace.recorder.failNext({ method: 'views.push', status: 200, body: { ok: true, view: { id: 'V2' } } });
  await staff.interact({
    type: 'block_actions',
    trigger_id: randomUUID(),
    container: { type: 'view', view_id: 'V1' },
    view: { type: 'modal', id: 'V1', hash: 'h', blocks: [] },
    actions: [
      { type: 'button', block_id: 'b', action_id: 'transfer-get:0', value: '{"form":"sheet","round":"nothing"}' },
    ],
  });
  const { body } = await workspace.recorder.next('views.push');
  expect(JSON.stringify(body.view)).toContain('照会');
});

describe('what Slack delivers twice', () => {
  test('as a command is answered once', async () => {
    const typed = { text: '4-2-1', trigger_id: 'twice-1' };
    await staff.command(typed);
    expect(await staff.command(typed)).toEqual({ status: 200, body: '' });
  });

  /** Calls that answer with an item; each test below asks for an item of its own. */
  function about(title: string): number {
    return workspace.recorder.calls.filter(({ body }) => JSON.stringify(body).includes(`「${title}」（`)).length;
  }

  test('as a mention is answered once', async () => {
    const event = { type: 'app_mention', user: staff.user, text: '4-2-4', channel: general, ts: '1.1', event_ts: '1' };
    await staff.event(event, 'Ev-twice');
    await staff.event(event, 'Ev-twice');
    await workspace.recorder.next('chat.postMessage');
    await staff.mention('復4-1-2', general);
    expect(about('地方税電子申告システムの運用')).toBe(1);
  });

  test('as a click is answered once', async () => {
    const ask = { action_id: 'ask', value: '{"q":"4-2-7"}' };
    await click(ask, 'twice-2');
    await click(ask, 'twice-2');
    await said();
    await click({ action_id: 'ask', value: '{"q":"復4-1-2"}' });
    await said();
    expect(about('インターネット公売の実施')).toBe(1);
  });

  test('as a shortcut opens one modal', async () => {
    const before = workspace.recorder.calls.length;
    const shortcut = {
      type: 'message_action',
      callback_id: 'look-up',
      trigger_id: 'twice-3',
      response_url: workspace.recorder.responseUrl,
      channel: { id: general, name: 'general' },
      message: { type: 'message', user: staff.user, ts: '1.1', text: '4-2-1' },
    };
    await staff.interact(shortcut);
    await staff.interact(shortcut);
    await workspace.recorder.next('views.open');
    await staff.lookUp('4-2-1');
    const opened = workspace.recorder.calls.slice(before).filter(({ method }) => method === 'views.open');
    expect(opened.length).toBe(2);
  });
});

describe('two workers who press the same button of an answer in a channel', () => {
  async function pages(): Promise<Message[]> {
    const head = await workspace.person('head');
    const answer = await staff.mention('4-2', general);
    const next = buttonsOf(answer).find((label) => label.startsWith('次の')) ?? '';
    return [await staff.press(answer, next), await head.press(answer, next)];
  }

  test('each get an answer of their own beside it, and the answer stays for the others', async () => {
    const kinds = (await pages()).map(({ response_type, replace_original }) => [response_type, replace_original]);
    expect(kinds).toEqual([
      ['ephemeral', false],
      ['ephemeral', false],
    ]);
  });

  test('see the same page', async () => {
    const [one, other] = (await pages()).map(textOf);
    expect(one).toBe(other);
  });
});
