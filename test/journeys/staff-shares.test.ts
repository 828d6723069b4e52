import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { realAsk, realCatalog } from '../support/catalog.ts';
import { liveMarkup, mrkdwnTexts } from '../support/live-markup.ts';
import type { Person } from '../support/person.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

let workspace: Workspace;
let staff: Person;

beforeAll(async () => {
  const catalog = realCatalog();
  workspace = await openWorkspace({ catalog, ask: await realAsk(catalog) });
  staff = await workspace.person('staff');
});
afterAll(() => workspace.close());

describe('sharing from an answer', () => {
  test.each(['電子申請', '4-2-1', '担当 情報政策課', '指標 研修', '指標', '系譜 電子申請'])(
    'posts «%s» as everybody reads it',
    async (question) => {
      const answer = await staff.plan(question);
      const shared = await staff.press(answer, 'チャンネルに共有');
      expect([shared.response_type, shared.replace_original, shared.text]).toEqual(['in_channel', false, answer.text]);
    },
  );

  test('names the person who shared it and mentions nobody else', async () => {
    const shared = await staff.press(await staff.plan('<電子申請>'), 'チャンネルに共有');
    expect(mrkdwnTexts(shared.blocks).flatMap(liveMarkup)).toEqual([`<@${staff.user}>`]);
  });

  test('leaves nothing to press, since a click would change it for all', async () => {
    const shared = await staff.press(await staff.plan('電子申請'), 'チャンネルに共有');
    expect(JSON.stringify(shared.blocks)).not.toContain('action_id');
  });
});

describe('sharing from the details', () => {
  async function details() {
    return staff.open(await staff.plan('地方税電子申告'), '詳細');
  }

  test('posts them to the conversation that was chosen, and closes the modal', async () => {
    expect(await staff.submit(await details())).toEqual({ status: 200, body: '' });
    const { body } = await workspace.recorder.next('response');
    expect(body).toMatchObject({ response_type: 'in_channel', text: expect.stringMatching(/の詳細です。/u) });
  });

  test('says who shared them and what was asked', async () => {
    await staff.submit(await details());
    const { body } = await workspace.recorder.next('response');
    expect(mrkdwnTexts(body)[0]).toMatch(
      new RegExp(`^<@${staff.user}> さんが「.*電子申告.*」の答えを共有しました。`, 'u'),
    );
  });

  test('says beside the field when Slack does not take it, and keeps the modal open', async () => {
    const modal = await details();
    workspace.recorder.failNext({ method: 'response', status: 404, body: {} });
    const { body } = await staff.submit(modal);
    await workspace.recorder.next('response');
    expect(JSON.parse(body)).toEqual({
      response_action: 'errors',
      errors: { 'share-with': expect.stringMatching(/^うまく処理できませんでした。/u) },
    });
  });

  test.each(['', '{"item":"it2013/9-9-9"}', '{"item":1}', 'x'.repeat(3_000)])(
    'says beside the field when the modal no longer names anything («%s»)',
    async (private_metadata) => {
      const { body } = await staff.submit({ ...(await details()), private_metadata });
      expect(JSON.parse(body)).toMatchObject({
        errors: { 'share-with': expect.stringMatching(/^この答えのもとになったデータが変わったため/u) },
      });
    },
  );

  test('has a field for the conversation whose name the errors use', async () => {
    expect((await details()).blocks.map(({ block_id }) => block_id)).toContain('share-with');
  });

  test('is not done twice when Slack delivers it twice', async () => {
    const { blocks, private_metadata, id } = await details();
    const submission = {
      type: 'view_submission',
      trigger_id: 'share-twice',
      view: { type: 'modal', id, callback_id: 'answer', blocks, private_metadata, state: { values: {} } },
      response_urls: [
        {
          response_url: workspace.recorder.responseUrl,
          channel_id: 'C1',
          block_id: 'share-with',
          action_id: 'share-with',
        },
      ],
    };
    const before = workspace.recorder.calls.length;
    await staff.interact(submission);
    await staff.interact(submission);
    await workspace.recorder.next('response');
    expect(workspace.recorder.calls.length - before).toBe(1);
  });
});
