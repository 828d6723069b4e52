import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { realAsk, realCatalog } from '../support/catalog.ts';
import { type Modal, wordsOf } from '../support/modal.ts';
import { buttonsOf, textOf } from '../support/person.ts';
import { type Reporter, reporter } from '../support/reporter.ts';
import { enterRoster, formOf, handIn, openData, openRound, sound, typed, wireless } from '../support/reporting.ts';
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

describe('a section answers a round', () => {
  test('from its list of duties to the recorded approval', async () => {
    const { id } = await openRound(workspace, 'whole');

    const duties = await staff.duties();
    expect(textOf(duties)).toMatch(/照会 whole.*デジタルみやぎ推進課\n期限 2026年11月27日（金）17:00　あと7日/u);
    const first = await staff.open(duties, '報告する', id);
    const { modal: check } = await staff.send(first, sound);
    expect(wordsOf(check)).toContain('480 箇所/累計 と読みました');
    expect(wordsOf(check)).toContain('前回491 箇所/累計→480 箇所/累計、減少していますが正しいですか');
    expect(check?.submit?.text).toBe('提出する');
    const done = check && (await staff.send(check));
    expect(wordsOf(done?.modal ?? null)).toContain('報告を提出しました');

    const receipt = await staff.news('whole');
    expect(receipt.text).toBe('「照会 whole」（デジタルみやぎ推進課）の報告を受け付けました。');
    expect(textOf(receipt)).toMatch(/357 データセット　未達成/u);

    const toConfirm = await head.news('whole');
    expect(buttonsOf(toConfirm)).toEqual(['確認する', '差し戻す', '内容を見る']);
    const confirmed = await head.press(toConfirm, '確認する');
    expect(textOf(confirmed)).toContain('（デジタルみやぎ推進課長）が課長確認をしました');
    expect(buttonsOf(confirmed)).toEqual(['内容を見る']);
    expect((await staff.news('whole')).text).toContain('課長確認済');

    const toAccept = await coordinator.news('whole');
    const reason = await coordinator.open(toAccept, '差し戻す');
    expect((await coordinator.send(reason, { reason: '　' })).errors).toEqual({ reason: '理由を書いてください。' });
    expect(await coordinator.send(reason, { reason: '測定日を確認してください' })).toEqual({ errors: {}, modal: null });
    expect((await coordinator.edited(toAccept)).text).toContain('差し戻しました');

    const returned = await staff.news('whole');
    expect(textOf(returned)).toContain('差戻しの理由: 測定日を確認してください');
    expect(textOf(await head.news('whole'))).toContain('差戻しの理由: 測定日を確認してください');
    const correcting = await staff.open(returned, '直して再提出');
    expect(wordsOf(correcting)).toContain('差戻しの理由: 測定日を確認してください');
    await handIn(staff, correcting, typed(openData, { value: '358', measuredOn: '2025-03-30' }));
    await staff.news('whole');
    await head.press(await head.news('whole'), '確認する');
    await staff.news('whole');
    const accepted = await coordinator.press(await coordinator.news('whole'), '受理する');
    expect(textOf(accepted)).toContain('coordinatorが受理しました');

    const told = await staff.news('whole');
    const sheet = await staff.open(told, '内容を見る');
    expect(wordsOf(sheet)).toMatch(/状況 受理　速報|\*速報\*/u);
    expect(wordsOf(sheet)).toContain('357 データセット 2025年3月31日（月） → 358 データセット 2025年3月30日（日）');
    const approval = await staff.openOnTop(sheet, '決裁を記録する');
    const missing = await staff.send(approval, { by: 'デジタルみやぎ推進課長', document: 'デジ第12号' });
    expect(missing.errors).toEqual({ on: '決裁日を選んでください。' });
    await staff.send(approval, { on: '2026-11-20', by: 'デジタルみやぎ推進課長', document: 'デジ第12号' });
    const { body } = await workspace.recorder.next('views.update');
    expect(JSON.stringify(body)).toContain('*決裁済*');
    expect(JSON.stringify(body)).not.toContain('速報');
    expect((await workspace.store.report(id, digital))?.approval?.document).toBe('デジ第12号');
  });

  test('in four steps where it has sixteen figures', async () => {
    await openRound(workspace, 'long', { kpis: null });
    let page: Modal | null = await formOf(staff, 'long');
    const seen: string[] = [];
    while (page && page.submit?.text !== '直すところへ戻る') {
      seen.push(/\d\/\d/u.exec(wordsOf(page))?.[0] ?? '');
      page = (await staff.send(page)).modal;
    }
    expect(seen).toEqual(['1/4', '2/4', '3/4', '4/4']);
    expect(wordsOf(page)).toContain('まだ提出できません');
    const back = page && (await staff.send(page)).modal;
    expect(wordsOf(back)).toMatch(/1\/4[\s\S]*値か、未測定の理由を入力してください/u);
  });
});

describe('what is typed', () => {
  test('is refused beside its field where it cannot be read, and kept', async () => {
    const { id } = await openRound(workspace, 'unreadable');
    const { errors, modal } = await staff.send(
      await formOf(staff, 'unreadable'),
      typed(openData, { value: '三百くらい' }),
    );
    expect(errors).toEqual({ [`value:${openData}`]: expect.stringContaining('数として読み取れません') });
    expect(modal).toBeNull();
    expect((await workspace.store.draft(id, digital, staff.user))?.lines[0]?.value).toBe('三百くらい');
  });

  test('is shown as it was read when a field is left, with what follows from it', async () => {
    await openRound(workspace, 'live');
    const modal = await formOf(staff, 'live');
    const values = typed(openData, { value: '６００' });
    const shown = await staff.typeAnd(modal, values, { block: `value:${openData}` });
    expect(wordsOf(shown)).toMatch(
      /600 データセット と読みました[\s\S]*達成（目標 500 データセット、達成率 160\.6%）/u,
    );
  });

  test('does not fail where the person was faster than the display', async () => {
    await openRound(workspace, 'faster');
    const modal = await formOf(staff, 'faster');
    const late = { ...modal, hash: 'older' };
    await expect(staff.typeAnd(late, typed(openData, { value: '1' }), { block: 'value' })).rejects.toThrow(
      'hash_conflict',
    );
    expect(workspace.log.filter(({ listener }) => listener === 'report-typed')).toEqual([]);
  });

  test('is there when a closed form is opened again', async () => {
    await openRound(workspace, 'closed-form');
    const modal = await formOf(staff, 'closed-form');
    await staff.close(modal, typed(wireless, { reason: '調査中' }));
    const again = await formOf(staff, 'closed-form', '続きから');
    expect(wordsOf(again)).toContain('の続きです');
    expect(JSON.stringify(again.blocks)).toContain('"initial_value":"調査中"');
  });

  test('leaves no draft where it is nothing', async () => {
    const { id } = await openRound(workspace, 'looked-at');
    await staff.close(await formOf(staff, 'looked-at'), {});
    expect(await workspace.store.draft(id, digital, staff.user)).toBeNull();
  });

  test('stays when somebody goes a step back', async () => {
    await openRound(workspace, 'back', { kpis: null });
    const first = await formOf(staff, 'back');
    const { modal: second } = await staff.send(first, typed(openData, { value: '357' }));
    if (!second) throw new Error('there is a second step');
    const back = await staff.typeAnd({ ...second, hash: first.hash }, {}, { label: '前へ戻る' });
    expect(wordsOf(back)).toContain('1/4');
    expect(JSON.stringify(back.blocks)).toContain('"initial_value":"357"');
  });
});
