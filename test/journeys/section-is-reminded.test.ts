import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { day } from '../../src/report/day.ts';
import { askWithoutDictionary, realCatalog } from '../support/catalog.ts';
import { wordsOf } from '../support/modal.ts';
import { buttonsOf, textOf } from '../support/person.ts';
import { type Reporter, reporter } from '../support/reporter.ts';
import { enterRoster, handIn, openRound } from '../support/reporting.ts';
import { deed, digital, kpi, rosterEntry, roundId } from '../support/rounds.ts';
import { markSent, refreshed, reminderTo, type ToldMessage, told } from '../support/told.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

let workspace: Workspace | null = null;
let staff: Reporter;
let head: Reporter;
let coordinator: Reporter;
let stranger: Reporter;

/** A workspace of its own for each test: everybody's reminder tells of everything they owe. */
beforeEach(async () => {
  await workspace?.close();
  const catalog = realCatalog();
  workspace = await openWorkspace({ catalog, ask: askWithoutDictionary(catalog) });
  [staff, head, coordinator, stranger] = await Promise.all([
    reporter(workspace, 'staff'),
    reporter(workspace, 'head'),
    reporter(workspace, 'coordinator'),
    reporter(workspace, 'admin'),
  ]);
  await enterRoster(workspace, { head, staff: [staff], stranger });
  await openRound(workspace, 'r7');
});
afterAll(() => workspace?.close());

function here(): Workspace {
  if (!workspace) throw new Error('no workspace is open');
  return workspace;
}

/** Today's reminder of somebody who gets one. */
async function reminded(who: Reporter): Promise<ToldMessage> {
  const message = await reminderTo(here(), who.user);
  if (!message) throw new Error('there is nothing to remind of');
  return message;
}

const at = { round: roundId('r7'), section: digital };

describe('a reminder', () => {
  test('leads to the form, and says «提出済» once that is handed in', async () => {
    const message = await reminded(head);
    const form = await head.open(message, '報告する');
    await handIn(head, form);
    const edited = await refreshed(here(), message);
    expect(textOf(edited)).toContain('*提出済 ✓*　照会 r7　デジタルみやぎ推進課');
    expect(buttonsOf(edited)).toEqual(['内容を見る', 'なぜ届いた？']);
    expect(await reminderTo(here(), staff.user)).toBeNull();
  });

  test('is put off for two hours, and says until when', async () => {
    const message = await reminded(head);
    await markSent(here(), message);
    const answer = await head.press(message, '2時間後');
    expect(answer.text).toBe(
      '2026年11月20日（金） 12:00にもう一度お知らせします。それまでに報告が済めば、お知らせは届きません。',
    );
    expect(answer.replace_original).toBe(false);
    expect(textOf(await refreshed(here(), message))).toContain('2026年11月20日（金） 12:00にもう一度お知らせします。');
  });

  test('is put off until the next open day', async () => {
    const answer = await head.press(await reminded(head), '明日もう一度');
    expect(answer.text).toContain('2026年11月24日（火） 9:00に');
  });

  test('that is out of date says that nothing is asked for any more', async () => {
    const message = await reminded(head);
    await handIn(staff, await staff.open(await reminded(staff), '報告する'));
    expect((await head.press(message, '明日もう一度')).text).toContain('いま報告していただくものはありません。');
    expect((await head.press(message, '担当を替える')).text).toBe('いま、担当を替えられる照会はありません。');
    expect((await head.press(message, '今回は対象外と申し出る')).text).toBe(
      'いま、対象外を申し出られる照会はありません。',
    );
  });

  test('of somebody else cannot be put off', async () => {
    const message = await reminded(head);
    expect((await stranger.press(message, '2時間後')).text).toContain('ほかの人、またはほかの課・室あてのため');
    expect(await here().notices.snoozes(here().parts.report.now())).toEqual([]);
  });

  test('explains why it came, how its days came about, and how it stops', async () => {
    const words = wordsOf(await head.open(await reminded(head), 'なぜ届いた？'));
    expect(words).toContain(
      'デジタルみやぎ推進課の責任者（デジタルみやぎ推進課長）として載っています（2026年4月1日（水）から）',
    );
    expect(words).toContain('期限: 11月27日（金）17時。11月27日（金）は開庁日です。');
    expect(words).toContain(
      'このお知らせの日: 11月19日（木）。期限の5開庁日前に当たります。数えない日: 土日、11月23日（月）勤労感謝の日',
    );
    expect(words).toContain('次のお知らせ: まだ報告がなければ 11月26日（木）（期限の1開庁日前）');
    expect(words).toContain('お知らせを止めるには');
  });
});

describe('somebody who goes away', () => {
  test('names who stands in, who is reminded and may report, and comes back', async () => {
    const form = await head.open(await reminded(head), '不在にする');
    const { errors } = await head.send(form, { 'absence-from': '2026-11-20', 'absence-to': '2026-11-19' });
    expect(errors).toEqual({ 'absence-to': expect.stringContaining('始まりの日より前です') });
    expect((await head.send(form, { 'absence-stand-in': head.user })).errors).toEqual({
      'absence-stand-in': '自分以外の人を選んでください。',
    });
    const { modal } = await head.send(form, { 'absence-to': '2026-11-27', 'absence-stand-in': coordinator.user });
    expect(wordsOf(modal)).toContain('2026年11月20日（金）から2026年11月27日（金）まで');
    expect(await reminderTo(here(), head.user)).toBeNull();

    const standIn = await reminded(coordinator);
    expect(textOf(standIn)).toContain(`<@${head.user}> さんが不在のため、代わりにお届けしています。`);
    expect(wordsOf(await coordinator.open(standIn, 'なぜ届いた？'))).toContain(
      `不在の <@${head.user}> さんの代わりです。`,
    );
    expect(wordsOf(await coordinator.open(standIn, '報告する'))).toContain('実績をお答えください');

    const home = await head.person.openHome();
    expect(textOf(home)).toContain('*不在*');
    const back = await head.person.pressOnHome(home, '戻りました');
    expect(textOf(back)).toContain('不在の設定を終えました。');
    expect(await reminderTo(here(), coordinator.user)).toBeNull();
    expect(await reminded(head)).toBeDefined();
  });
});

describe('whoever hands over', () => {
  test('chooses who, says why, and can take it back', async () => {
    const message = await reminded(head);
    const form = await head.open(message, '担当を替える');
    expect((await head.send(form)).errors).toEqual({
      'handover-to': '選んでください。',
      'handover-reason': '理由を書いてください。',
    });
    const own = await head.send(form, { 'handover-to': head.user, 'handover-reason': '異動のため' });
    expect(own.errors).toEqual({ 'handover-to': '自分以外の人を選んでください。' });
    const { modal } = await head.send(form, { 'handover-to': stranger.user, 'handover-reason': '異動のため' });
    expect(wordsOf(modal)).toContain(`の担当を <@${stranger.user}> さんに替えました。`);
    expect(textOf(await refreshed(here(), message))).toContain(`<@${stranger.user}> さんが引き継ぎました。`);

    const theirs = await reminded(stranger);
    expect(wordsOf(await stranger.open(theirs, 'なぜ届いた？'))).toContain(
      `<@${head.user}> さんから、この照会の担当を引き継ぎました。`,
    );
    expect(wordsOf(await stranger.open(theirs, '報告する'))).toContain('実績をお答えください');

    const home = await head.person.openHome();
    expect(textOf(home)).toContain(`<@${stranger.user}> さんに担当を替えています。`);
    expect(textOf(await head.person.pressOnHome(home, '担当を元に戻す'))).toContain('の担当を元に戻しました。');
    expect(await reminderTo(here(), stranger.user)).toBeNull();
  });
});

describe('a section that should not be asked', () => {
  async function asked(): Promise<ToldMessage> {
    const form = await head.open(await reminded(head), '今回は対象外と申し出る');
    expect((await head.send(form)).errors).toEqual({ 'exclusion-reason': '理由を書いてください。' });
    const { modal } = await head.send(form, { 'exclusion-reason': '事業が終了したため' });
    expect(wordsOf(modal)).toContain('対象外を申し出ました。');
    const [request] = await here().store.exclusionRequests();
    if (!request) throw new Error('the request is stored');
    const message = await told(here(), { kind: 'request', to: coordinator.user, ...at, at: request.at });
    if (!message) throw new Error('the coordinators are told');
    return message;
  }

  test('is left out where a coordinator grants it', async () => {
    const message = await asked();
    expect(textOf(message)).toContain('理由: 事業が終了したため');
    expect((await coordinator.press(message, '対象外とする')).text).toContain('からデジタルみやぎ推進課を外しました。');
    expect(await head.told(/申出のとおり対象外になりました/u)).toContain('報告は要りません。');
    expect(textOf(await refreshed(here(), message))).toContain('*対象外としました。*');
    expect(await reminderTo(here(), head.user)).toBeNull();
    expect((await coordinator.press(message, '対象外とする')).text).toContain('もう決める必要がありません。');
  });

  test('is told why not where a coordinator declines it, and still asked', async () => {
    const message = await asked();
    expect(textOf(await reminded(head))).toContain('対象外の申出を取りまとめ担当が確認しています。');
    const form = await coordinator.open(message, '対象のままとする');
    expect((await coordinator.send(form)).errors).toEqual({ 'exclusion-reason': '理由を書いてください。' });
    await coordinator.send(form, { 'exclusion-reason': '今年度も続いているため' });
    expect(await head.told(/対象のままとなりました/u)).toContain('理由: 今年度も続いているため');
    expect(textOf(await refreshed(here(), message))).toContain('理由: 今年度も続いているため');
    expect(textOf(await reminded(head))).not.toContain('対象外の申出を');
  });

  test('cannot decide itself', async () => {
    const message = await asked();
    expect((await head.press(message, '対象外とする')).text).toContain('取りまとめ担当だけができます');
    expect((await head.press(message, '対象のままとする')).text).toContain('取りまとめ担当だけができます');
    expect((await here().store.round(at.round))?.exclusions).toEqual([]);
  });
});

describe('«/plan 期限»', () => {
  test('tells a section when what is due and why, and who is told when', async () => {
    const answer = await head.person.plan('期限');
    expect(answer.text).toBe('あなたの課・室への照会は1件です。期限と催促の日を示します。');
    const words = textOf(answer);
    expect(words).toContain('期限 *2026年11月27日（金）17時*　あと7日\n11月27日（金）は開庁日です。');
    expect(words).toContain(
      `*未着手*　デジタルみやぎ推進課\nお知らせの宛先 <@${head.user}> さん、<@${staff.user}> さん`,
    );
    expect(words).toContain('• 11月26日（木） 9時　期限の1開庁日前');
    expect(words).toContain('• 12月9日（水） 9時　毎週');
  });

  test('derives a date that falls on a closed day', async () => {
    await openRound(here(), 'moved', { due: day('2026-11-22') });
    expect(textOf(await head.person.plan('期限'))).toContain(
      '11月22日（日）は日曜日、11月23日（月）は勤労感謝の日のため、次の開庁日の11月24日（火）になります。',
    );
  });

  test('names a paused round as such', async () => {
    await openRound(here(), 'paused', { paused: true });
    expect(textOf(await head.person.plan('期限'))).toContain('*中断中*　この照会は中断しているため');
  });

  test('says so where nothing is due, and shows coordinators every open round', async () => {
    await openRound(here(), 'trade', { kpis: [kpi('policy2021/オープンデータみやぎ推進事業#1')] });
    expect((await stranger.person.plan('期限')).text).toContain('あなたの課・室に期限のある照会はありません。');
    expect((await coordinator.person.plan('期限')).text).toBe('受付中の照会は2件です。期限と催促の日を示します。');
  });
});

describe('the App Home', () => {
  test('shows the section what it owes, what it answers for and how it is told', async () => {
    const home = await head.person.openHome();
    const words = textOf(home);
    expect(words).toContain('*あなたの課・室への照会　1件*');
    expect(words).toContain('• デジタルみやぎ推進課（責任者）: 計画ナビからのメッセージで届きます。');
    expect(words).toMatch(/\*デジタルみやぎ推進課の事業と指標　\d+件\*/u);
    expect(buttonsOf(home)).toEqual(
      expect.arrayContaining(['報告する', '不在にする', '担当を替える', '今回は対象外と申し出る', 'すべて見る']),
    );
    expect(textOf(await head.person.pressOnHome(home, '担当を替える'))).toContain('選んだ人に、この照会のお願いが');
  });

  test('shows coordinators the open rounds and what reached nobody', async () => {
    const home = await coordinator.person.openHome();
    expect(textOf(home)).toContain('*受付中の照会　1件*');
    expect(textOf(home)).toContain('届けられなかったお知らせはありません。');
    expect(textOf(await coordinator.person.pressOnHome(home, '開く'))).toContain('照会「照会 r7」');
  });

  test('is drawn anew for who looks at it, as soon as something changes', async () => {
    await head.person.openHome();
    await handIn(staff, await staff.open(await reminded(staff), '報告する'));
    for (;;) {
      const { body } = await here().recorder.next('views.publish');
      if (body.user_id === head.user && JSON.stringify(body.view).includes('提出済（課長の確認待ち）')) break;
    }
  });

  test('of somebody who belongs to no section shows the plans alone', async () => {
    await here().store.saveRosterEntry(rosterEntry({ head: head.user, version: 1 }), deed('edit-roster'));
    const words = textOf(await staff.person.openHome());
    expect(words).toContain('*収めている資料*');
    expect(words).not.toContain('お知らせの届き方');
  });

  test('lists the last notices', async () => {
    await markSent(here(), await reminded(head));
    expect(textOf(await head.person.openHome())).toContain('• 2026年11月20日（金） 10:00　報告のお願い');
  });
});
