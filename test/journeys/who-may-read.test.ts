import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Ask } from '../../src/ask/ask.ts';
import type { Catalog } from '../../src/plan/catalog.ts';
import { day } from '../../src/report/day.ts';
import { emptyReport } from '../../src/report/report.ts';
import { realAsk, realCatalog } from '../support/catalog.ts';
import { textOf } from '../support/person.ts';
import { deed, digital, line, round, signed } from '../support/rounds.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

let catalog: Catalog;
let ask: Ask;
let workspace: Workspace;

beforeAll(async () => {
  catalog = realCatalog();
  ask = await realAsk(catalog);
});
afterEach(() => workspace.close());

const outsider = /^この操作は、県の職員として登録されたメンバーだけができます。/u;

describe.each([
  ['a guest', { is_restricted: true }],
  ['a guest of one channel', { is_ultra_restricted: true }],
  ['somebody of another workspace', { team_id: 'T999999999' }],
  ['a stranger of a shared channel', { is_stranger: true }],
  ['an account that was switched off', { deleted: true }],
])('%s', (_, account) => {
  test('is told so, wherever they ask', async () => {
    const user = { id: 'U1', name: 'other', team_id: 'T000000001', ...account };
    workspace = await openWorkspace({
      catalog,
      ask,
      faults: [{ method: 'users.info', status: 200, body: { ok: true, user } }],
    });
    const other = await workspace.person('staff');
    expect((await other.plan('電子申請')).text).toMatch(outsider);
    expect((await other.directMessage('電子申請')).text).toMatch(outsider);
    expect((await other.mention('電子申請', await workspace.channel('general'))).text).toMatch(outsider);
    expect(JSON.stringify((await other.openHome()).blocks)).toContain('登録されたメンバーだけ');
    expect(JSON.stringify((await other.lookUp('電子申請')).blocks)).toContain('登録されたメンバーだけ');
  });
});

test('where Slack does not say who is asking, the plans, which are public, are answered from all the same', async () => {
  const down = { method: 'users.info', status: 500, body: { ok: false, error: 'internal_error' } };
  workspace = await openWorkspace({ catalog, ask, faults: [down, down] });
  const staff = await workspace.person('staff');
  expect((await staff.plan('4-2-2')).text).toContain('電子認証基盤の運用');
});

describe('a member who lacks a role', () => {
  test('can ask the coordinators, who hear who it was', async () => {
    workspace = await openWorkspace({ catalog, ask });
    const staff = await workspace.person('staff');
    const refused = await staff.plan('照会');
    expect(refused.text).toContain('取りまとめ担当だけができます');
    const told = await staff.press(refused, '取りまとめ担当に依頼');
    expect(told.text).toBe('取りまとめ担当1人に依頼を送りました。連絡をお待ちください。');
    const coordinator = await workspace.person('coordinator');
    const { body } = await workspace.recorder.next('chat.postMessage');
    expect(body).toMatchObject({
      channel: coordinator.user,
      text: expect.stringContaining(`<@${staff.user}> さんから依頼`),
    });
    expect(workspace.recorder.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
  });
});

describe('what a section reported', () => {
  async function askFor(state: 'confirmed' | 'accepted', approved: boolean, version = 0): Promise<string> {
    await workspace.store.saveReport(
      {
        ...emptyReport(round().id, digital),
        version,
        state,
        lines: [line({ reported: { kind: 'value', value: 412 } })],
        receivedVia: 'form',
        submitted: signed(),
        confirmed: signed(),
        accepted: state === 'accepted' ? signed() : null,
        approval: approved ? { on: day('2026-06-10'), by: 'デジタルみやぎ推進課長', document: 'デ推第12号' } : null,
      },
      deed('accept'),
    );
    return textOf(await (await workspace.person('staff')).plan('指標 オープンデータみやぎ公開数'));
  }

  async function answerWith(state: 'confirmed' | 'accepted', approved: boolean): Promise<string> {
    workspace = await openWorkspace({ catalog, ask });
    await workspace.store.saveRound(round(), deed('create-round'));
    return askFor(state, approved);
  }

  test('stands beside the plan’s own figures once it is accepted, as 速報 until it is approved', async () => {
    expect(await answerWith('accepted', false)).toContain('報告 R6 速報　412 データセット（未達成）');
  });

  test('is 決裁済 once the approval is recorded', async () => {
    expect(await answerWith('accepted', true)).toContain('報告 R6 決裁済　412 データセット');
  });

  test('is told as it is now to who asks again', async () => {
    expect(await answerWith('accepted', false)).toContain('報告 R6 速報　412 データセット');
    expect(await askFor('accepted', true, 1)).toContain('報告 R6 決裁済　412 データセット');
    expect(await askFor('confirmed', false, 2)).not.toContain('412');
  });

  test('is nobody’s to read before it is accepted', async () => {
    expect(await answerWith('confirmed', false)).not.toContain('412');
  });
});
