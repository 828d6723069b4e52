import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { realAsk, realCatalog } from '../support/catalog.ts';
import { wordsOf } from '../support/modal.ts';
import { buttonsOf, textOf } from '../support/person.ts';
import { type Reporter, reporter } from '../support/reporter.ts';
import { enterRoster, forged, formOf, handIn, openData, openRound, sound, typed } from '../support/reporting.ts';
import { deed, digital } from '../support/rounds.ts';
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

describe('two at once', () => {
  test('the second to hand in is told what changed, sees both and keeps what they typed', async () => {
    const { id } = await openRound(workspace, 'two');
    const mine = await formOf(staff, 'two');
    const theirs = await formOf(head, 'two');
    const { modal: check } = await head.send(theirs, { ...sound, ...typed(openData, { value: '400' }) });
    await handIn(staff, mine);
    const told = check && (await head.send(check)).modal;
    expect(wordsOf(told)).toMatch(/入力している間に、報告が変わりました。[\s\S]*staff/u);
    expect(wordsOf(told)).toMatch(/いま登録されている内容: 357 データセット/u);
    expect(JSON.stringify(told?.blocks)).toContain('"initial_value":"400"');
    expect((await workspace.store.draft(id, digital, head.user))?.lines[0]?.value).toBe('400');
  });

  test('a form handed in twice is one answer with one receipt', async () => {
    const { id } = await openRound(workspace, 'double');
    const { modal: check } = await staff.send(await formOf(staff, 'double'), sound);
    if (!check) throw new Error('there is a check page');
    const [one, other] = await Promise.all([staff.send(check), staff.send(check)]);
    expect([wordsOf(one.modal), wordsOf(other.modal)].every((text) => text.includes('報告を提出しました'))).toBe(true);
    expect((await workspace.store.reportVersions(id, digital)).length).toBe(1);
    expect(await workspace.store.draft(id, digital, staff.user)).toBeNull();
    await staff.news('double');
    await head.news('double');
    expect(
      workspace.recorder.calls.filter(
        ({ body }) => body.channel === staff.user && JSON.stringify(body).includes('照会 double'),
      ).length,
    ).toBe(1);
  });

  test('a button pressed twice decides once, and both times the message says so', async () => {
    const { id } = await openRound(workspace, 'pressed-twice');
    await handIn(staff, await formOf(staff, 'pressed-twice'));
    await staff.news('pressed-twice');
    const toConfirm = await head.news('pressed-twice');
    await head.press(toConfirm, '確認する');
    const again = await head.press(toConfirm, '確認する');
    expect(textOf(again)).toContain('（デジタルみやぎ推進課長）が課長確認をしました');
    expect(textOf(again)).not.toContain('押される前に');
    expect((await workspace.store.report(id, digital))?.version).toBe(2);
  });

  test('a button of before a correction shows the newer answer instead of deciding', async () => {
    const { id } = await openRound(workspace, 'stale-button');
    await handIn(staff, await formOf(staff, 'stale-button'));
    const receipt = await staff.news('stale-button');
    const old = await head.news('stale-button');
    await handIn(staff, await staff.open(receipt, '提出した内容を直す'), typed(openData, { value: '399' }));
    const shown = await head.press(old, '確認する');
    expect(textOf(shown)).toMatch(/このメッセージのあとに報告が直されています。[\s\S]*399 データセット/u);
    expect((await workspace.store.report(id, digital))?.state).toBe('submitted');
    await head.press(shown, '確認する');
    expect((await workspace.store.report(id, digital))?.state).toBe('confirmed');
  });
});

describe('what happened in the meantime', () => {
  test('is told by whom, to the head whose section was answered back by a coordinator', async () => {
    const { id } = await openRound(workspace, 'returned-first');
    await handIn(staff, await formOf(staff, 'returned-first'));
    const toConfirm = await head.news('returned-first');
    const value = { round: id, section: digital, version: 1 };
    const reason = await coordinator.open(forged('report-return', '差し戻す', value), '差し戻す');
    await coordinator.send(reason, { reason: '値を確認してください' });
    const shown = await head.press(toConfirm, '確認する');
    expect(textOf(shown)).toMatch(
      /押される前に、次のように進んでいました。\n.*coordinatorが差し戻しました。\n.*値を確認/u,
    );
    expect(buttonsOf(shown)).toEqual(['内容を見る']);
  });

  test('stands beside the reason that was typed, where a decision comes too late', async () => {
    const { id } = await openRound(workspace, 'late-return');
    await handIn(staff, await formOf(staff, 'late-return'));
    const reason = await head.open(await head.news('late-return'), '差し戻す');
    const value = { round: id, section: digital, version: 1 };
    const other = await coordinator.open(forged('report-return', '差し戻す', value), '差し戻す');
    await coordinator.send(other, { reason: '値を確認してください' });
    const { errors, modal } = await head.send(reason, { reason: '私からも' });
    expect([errors.reason, modal]).toEqual([expect.stringContaining('coordinatorが差し戻しました'), null]);
  });

  test('is announced where a draft is older than the answer of a coordinator', async () => {
    const { id } = await openRound(workspace, 'on-behalf');
    await staff.close(await formOf(staff, 'on-behalf'), typed(openData, { value: '401' }));
    const value = { round: id, section: digital, version: 0 };
    await handIn(coordinator, await coordinator.open(forged('report-fill', '報告する', value), '報告する'));
    expect(textOf(await head.news('on-behalf'))).toContain('coordinatorが提出しました（取りまとめ担当による代理登録）');
    const again = await formOf(staff, 'on-behalf', '提出した内容を直す');
    expect(wordsOf(again)).toMatch(/この下書きのあとに報告が変わりました[\s\S]*いま登録されている内容: 357/u);
    expect(JSON.stringify(again.blocks)).toContain('"initial_value":"401"');
  });

  test('closes a form whose report the head has handed in', async () => {
    await openRound(workspace, 'head-first');
    const mine = await formOf(staff, 'head-first');
    await handIn(head, await formOf(head, 'head-first'));
    const told = (await staff.send(mine, sound)).modal;
    expect(wordsOf(told)).toMatch(
      /いまは直せません[\s\S]*（デジタルみやぎ推進課長）が課長確認[\s\S]*下書きに残っています/u,
    );
    expect(buttonsOf(await coordinator.news('head-first'))).toContain('受理する');
  });
});

test('a round closed meanwhile keeps the draft and says whom to ask', async () => {
  const round = await openRound(workspace, 'closing');
  const modal = await formOf(staff, 'closing');
  await workspace.store.saveRound({ ...round, state: 'closed' }, deed('close-round'));
  const told = (await staff.send(modal, sound)).modal;
  expect(wordsOf(told)).toMatch(/締め切られました[\s\S]*入力した内容は下書きに残っています/u);
  expect((await workspace.store.draft(round.id, digital, staff.user))?.lines.length).toBe(2);
});

test('a decision after the round was closed is refused, and says who can reopen it', async () => {
  const round = await openRound(workspace, 'closed-late');
  await handIn(staff, await formOf(staff, 'closed-late'));
  const toConfirm = await head.news('closed-late');
  await workspace.store.saveRound({ ...round, state: 'closed' }, deed('close-round'));
  const refused = await head.press(toConfirm, '確認する');
  expect(refused.text).toMatch(/^この照会は、いま受け付けていません。.*取りまとめ担当に依頼してください。$/u);
  expect((await workspace.store.report(round.id, digital))?.state).toBe('submitted');
});
