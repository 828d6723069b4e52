import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Tick } from '../../src/notice/tick.ts';
import { askWithoutDictionary, realCatalog } from '../support/catalog.ts';
import { buttonsOf, textOf } from '../support/person.ts';
import { type Reporter, reporter } from '../support/reporter.ts';
import { enterRoster, formOf, handIn, openData, openRound, typed } from '../support/reporting.ts';
import { restarted } from '../support/restarted.ts';
import { deed, rosterEntry } from '../support/rounds.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

const catalog = realCatalog();
let workspace: Workspace;
let staff: Reporter;
let head: Reporter;
let deputy: Reporter;
let coordinator: Reporter;

async function enter(delivers: boolean): Promise<void> {
  workspace = await openWorkspace({ catalog, ask: askWithoutDictionary(catalog), delivers });
  [staff, head, deputy, coordinator] = await Promise.all([
    reporter(workspace, 'staff'),
    reporter(workspace, 'head'),
    reporter(workspace, 'admin'),
    reporter(workspace, 'coordinator'),
  ]);
  await enterRoster(workspace, { head, staff: [staff] });
}

/** What the bot has posted to somebody. */
const posted = (who: Reporter): string[] =>
  workspace.recorder.calls
    .filter(({ method, body, accepted }) => method === 'chat.postMessage' && accepted && body.channel === who.user)
    .map(({ body }) => String(body.text));

describe('a program that ended before it had told anybody', () => {
  let tick: Tick;
  beforeEach(async () => {
    await enter(false);
    tick = restarted(workspace);
    return () => workspace.close();
  });

  test('tells everybody once it is started again, and nobody twice', async () => {
    await openRound(workspace, 'crash');
    await handIn(staff, await formOf(staff, 'crash'));
    expect([...posted(staff), ...posted(head)]).toEqual([]);
    await tick.run();
    await tick.run();
    await restarted(workspace).run();
    expect([posted(staff), posted(head), posted(coordinator)]).toEqual([
      ['「照会 crash」（デジタルみやぎ推進課）の報告を受け付けました。'],
      ['「照会 crash」（デジタルみやぎ推進課）の報告が提出されました。確認してください。'],
      [],
    ]);
  });

  test('tells what was decided meanwhile, and gives the receipt all the same', async () => {
    const { id } = await openRound(workspace, 'meanwhile');
    await handIn(staff, await formOf(staff, 'meanwhile'));
    const at = { round: id, section: rosterEntry().section, version: 1 };
    await workspace.decide(head.user, at, { action: 'confirm' });
    await tick.run();
    expect(posted(staff)).toEqual([
      '「照会 meanwhile」（デジタルみやぎ推進課）の報告を受け付けました。',
      '「照会 meanwhile」（デジタルみやぎ推進課）の報告が課長確認済になりました。',
    ]);
    expect(posted(head)).toEqual([]);
    expect(posted(coordinator)).toEqual([expect.stringContaining('受理か差戻しをしてください。')]);
  });
});

describe('those who are asked for the same decision', () => {
  beforeAll(() => enter(true));
  afterAll(() => workspace.close());

  test('see in their own copy that somebody else has made it, and the receipt says so too', async () => {
    await workspace.store.saveRosterEntry(
      rosterEntry({ head: head.user, deputies: [deputy.user], staff: [staff.user], version: 1 }),
      deed('edit-roster'),
    );
    await openRound(workspace, 'copies');
    await handIn(staff, await formOf(staff, 'copies'));
    const [receipt, theirs] = [await staff.news('copies'), await deputy.news('copies')];
    await head.press(await head.news('copies'), '確認する');
    const edited = await deputy.edited(theirs);
    expect(edited.text).toMatch(/の報告は、.*（デジタルみやぎ推進課長）が課長確認をしました。$/u);
    expect(textOf(edited)).toMatch(/（デジタルみやぎ推進課長）が課長確認をしました。[\s\S]*357 データセット/u);
    expect(buttonsOf(edited)).toEqual(['内容を見る']);
    const kept = await staff.edited(receipt);
    expect(textOf(kept)).toMatch(/\*報告の控え\*[\s\S]*357 データセット[\s\S]*このあと: .*課長確認をしました。/u);
    expect(buttonsOf(kept)).toEqual(['内容を見る']);
  });

  test('see that the answer was handed in anew, which they are asked about once more', async () => {
    await openRound(workspace, 'anew');
    await handIn(staff, await formOf(staff, 'anew'));
    const first = await head.news('anew');
    await handIn(
      staff,
      await staff.open(await staff.news('anew'), '提出した内容を直す'),
      typed(openData, { value: '399' }),
    );
    const edited = await head.edited(first);
    expect(textOf(edited)).toContain('このメッセージのあとに、報告が出し直されました。');
    expect(buttonsOf(edited)).toEqual(['内容を見る']);
    expect(buttonsOf(await head.news('anew'))).toEqual(['確認する', '差し戻す', '内容を見る']);
  });
});

describe('a request to be left out', () => {
  beforeAll(() => enter(true));
  afterAll(() => workspace.close());

  test('reaches the coordinators by itself', async () => {
    const { id } = await openRound(workspace, 'asked');
    const at = { round: id, section: rosterEntry().section };
    await workspace.noticeDesk.requestExclusion(head.user, { ...at, reason: '事業が終了したため' });
    expect(await coordinator.told(/対象外の申出が届きました。/u)).toContain('照会 asked');
  });
});
