import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { realAsk, realCatalog } from '../support/catalog.ts';
import { wordsOf } from '../support/modal.ts';
import { type Reporter, reporter } from '../support/reporter.ts';
import { enterRoster, forged, formOf, handIn, openRound, sound } from '../support/reporting.ts';
import { digital } from '../support/rounds.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

let workspace: Workspace;
let staff: Reporter;
let head: Reporter;
let coordinator: Reporter;
let stranger: Reporter;

beforeAll(async () => {
  const catalog = realCatalog();
  workspace = await openWorkspace({ catalog, ask: await realAsk(catalog) });
  [staff, head, coordinator, stranger] = await Promise.all([
    reporter(workspace, 'staff'),
    reporter(workspace, 'head'),
    reporter(workspace, 'coordinator'),
    reporter(workspace, 'admin'),
  ]);
  await enterRoster(workspace, { head, staff: [staff], stranger });
});
afterAll(() => workspace.close());

test('what is stored stays, and the coordinators hear of it, where a message cannot be delivered', async () => {
  const { id } = await openRound(workspace, 'undelivered');
  const modal = await formOf(staff, 'undelivered');
  const lost = { method: 'chat.postMessage', status: 200, body: { ok: false, error: 'user_disabled' } };
  workspace.recorder.failNext(lost);
  workspace.recorder.failNext(lost);
  expect(wordsOf(await handIn(staff, modal))).toContain('報告を提出しました');
  for (const times of [1, 2])
    expect([times, await coordinator.told(/^報告の提出・確認などのお知らせを届けられませんでした。/u)]).toHaveLength(2);
  const everything = { round: id, section: digital, rosterEntry: null, after: 0, limit: 100 };
  const failures = (await workspace.store.ledger(everything)).filter(({ action }) => action === 'fail-notice');
  const refused = [staff.user, head.user].map((to) => expect.objectContaining({ to, trouble: 'user_disabled' }));
  expect(failures.map(({ after }) => after)).toEqual(expect.arrayContaining(refused));
  expect((await workspace.store.report(id, digital))?.state).toBe('submitted');
});

test('a guest reads and reports nothing', async () => {
  const catalog = realCatalog();
  const user = { id: 'UGUEST', name: 'guest', is_restricted: true };
  const guarded = await openWorkspace({
    catalog,
    ask: await realAsk(catalog),
    faults: [{ method: 'users.info', status: 200, body: { ok: true, user } }],
  });
  const guest = await reporter(guarded, 'staff');
  await enterRoster(guarded, { head, staff: [guest] });
  const { id } = await openRound(guarded, 'guest');
  const outsider = /^この操作は、県の職員として登録されたメンバーだけができます。/u;
  expect((await guest.duties()).text).toMatch(outsider);
  const value = { round: id, section: digital, version: 0 };
  for (const [action, label] of [
    ['report-fill', '報告する'],
    ['report-look', '内容を見る'],
  ] as const)
    expect((await guest.press(forged(action, label, value), label)).text).toMatch(outsider);
  await guarded.close();
});

describe('somebody who may not', () => {
  test('of another section is refused with a value they made up', async () => {
    const { id } = await openRound(workspace, 'forged');
    const button = forged('report-fill', '報告する', { round: id, section: digital, version: 0 });
    const refused = await stranger.press(button, '報告する');
    expect(refused.text).toMatch(/^ほかの課・室のことなので、この操作はできません。/u);
  });

  test('of another section leaves no draft with a form they made up', async () => {
    const { id } = await openRound(workspace, 'forged-form');
    const answer = await stranger.send(await formOf(staff, 'forged-form'), sound);
    expect(wordsOf(answer.modal)).toContain('ほかの課・室のことなので');
    expect(await workspace.store.drafts(id)).toEqual([]);
  });

  test.each(['', {}, { round: 'x' }, null, 1])('carries nothing that this app wrote (%j)', async (value) => {
    const refused = await staff.press(forged('report-accept', '受理する', value), '受理する');
    expect(refused.text).toMatch(/^照会か報告が見つかりません。/u);
  });

  test('staff cannot confirm their own answer by a button of the head', async () => {
    await openRound(workspace, 'own');
    await handIn(staff, await formOf(staff, 'own'));
    await staff.news('own');
    const refused = await staff.press(await head.news('own'), '確認する');
    expect(refused.text).toContain('課・室の代理者、課・室の責任者だけができます');
  });
});
