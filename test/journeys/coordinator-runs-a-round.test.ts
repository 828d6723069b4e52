import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Moment, moment } from '../../src/report/day.ts';
import { askWithoutDictionary, realCatalog } from '../support/catalog.ts';
import { change, send } from '../support/forms.ts';
import { type Message, type Person, textOf, type View } from '../support/person.ts';
import { breaches } from '../support/slack-limits.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

let workspace: Workspace;
let coordinator: Person;
let head: Person;
let now: Moment = moment('2026-11-20T01:00:00Z');
const digital = 'デジタルみやぎ推進課';

beforeAll(async () => {
  const catalog = realCatalog();
  workspace = await openWorkspace({ catalog, ask: askWithoutDictionary(catalog), now: () => now });
  coordinator = await workspace.person('coordinator');
  head = await workspace.person('head');
});
afterAll(() => workspace.close());

/** Slack gives a view its id; the bot sends none. */
function takenBySlack({ id: _, ...view }: View): void {
  expect(breaches('modal', view)).toEqual([]);
}

/** The view that came next; its absence is the fault of the test. */
function shown({ view, errors }: { view: View | null; errors: Record<string, string> }): View {
  if (!view) throw new Error(`the form was not taken: ${JSON.stringify(errors)}`);
  takenBySlack(view);
  return view;
}

describe('a coordinator, from an empty workspace on,', () => {
  let boards: Message;
  let form: View;
  let preview: View;
  let board: View;

  test('is told what to do first', async () => {
    boards = await coordinator.plan('照会');
    expect(boards.text).toMatch(/^照会はまだありません。「照会を作る」を押すと/u);
  });

  test('sees in the roster that nobody answers for the sections, and that the coordinators stand in', async () => {
    const roster = await coordinator.plan(`名簿 ${digital}`);
    expect(textOf(roster)).toContain('責任者 なし（取りまとめ担当が代わりに受けます）');
    const entry = await coordinator.open(roster, '追加する');
    const { errors } = await send(coordinator, entry, { 'roster-section': digital, 'roster-post': '' });
    expect(errors).toEqual({ 'roster-post': '入力してください。' });
    const saved = shown(
      await send(coordinator, entry, {
        'roster-section': digital,
        'roster-post': 'デジタルみやぎ推進課長',
        'roster-head': head.user,
        'roster-from': '2026-04-01',
      }),
    );
    expect(textOf(saved)).toContain(`${digital}の名簿を追加しました。`);
    expect(textOf(saved)).toContain(`責任者 <@${head.user}>`);
  });

  test('opens a form with the newest plan and this fiscal year, within Slack’s limits', async () => {
    form = await coordinator.open(boards, '照会を作る');
    takenBySlack(form);
    expect(textOf(form)).toContain('令和8年度');
  });

  test('is offered the KPIs of another plan as soon as it is chosen', async () => {
    await change(coordinator, form, 'round-plan', 'ict2014');
    const { body } = await workspace.recorder.next('views.update');
    expect(JSON.stringify(body.view)).toContain('round-kpis:ict2014');
  });

  test('is told beside the fields that dates are missing, before the opening, or past', async () => {
    const title = { 'round-title': '令和7年度実績の照会' };
    expect((await send(coordinator, form, title)).errors).toEqual({ 'round-new-due': '入力してください。' });
    const before = await send(coordinator, form, {
      ...title,
      'round-opens': '2026-11-20',
      'round-new-due': '2026-11-19',
    });
    expect(before.errors['round-new-due']).toMatch(/^受付を始める日より前です。/u);
    const past = await send(coordinator, form, {
      ...title,
      'round-opens': '2026-11-02',
      'round-new-due': '2026-11-13',
    });
    expect(past.errors['round-new-due']).toMatch(/^もう過ぎています。/u);
  });

  test('previews who is asked, the due date with its reason, and the days of the reminders', async () => {
    preview = shown(
      await send(coordinator, form, {
        'round-title': '令和7年度実績の照会',
        'round-year': '2025',
        'round-new-due': '2026-11-21',
      }),
    );
    const text = textOf(preview);
    expect(text).toContain(
      '11月21日（土）は土曜日、11月22日（日）は日曜日、11月23日（月）は勤労感謝の日のため、次の開庁日の11月24日（火）になります。',
    );
    expect(text).toContain('・11月24日（火）　期限の日');
    expect(text).toContain('・11月9日（月）　期限の10開庁日前（受付を始める前なので送りません）');
    expect(text).toMatch(new RegExp(`・${digital}　\\d+指標$`, 'mu'));
    expect(text).toContain('※責任者が名簿にないため、取りまとめ担当に聞きます');
  });

  test('goes back to the form with everything still in it', async () => {
    const back = await coordinator.pressInModal(preview, '入力に戻る');
    expect(JSON.stringify(back.blocks)).toContain('令和7年度実績の照会');
    preview = shown(await send(coordinator, back));
  });

  test('saves and opens it, once for a double click', async () => {
    board = shown(await send(coordinator, preview));
    expect(textOf(board)).toContain('受付を始めました。');
    await send(coordinator, preview);
    expect(await workspace.store.rounds()).toHaveLength(1);
  });

  test('sees it in the list and opens it by a word of its title, with chart and table', async () => {
    expect(textOf(await coordinator.plan('照会'))).toMatch(/令和7年度実績の照会\*（受付中）/u);
    const message = await coordinator.plan('照会 令和7年度');
    expect(message.text).toBe('照会「令和7年度実績の照会」');
    expect(breaches('message', message)).toEqual([]);
    expect(message.blocks.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['data_visualization', 'data_table']),
    );
  });

  test('extends it, seeing the derivation of the new date before and after', async () => {
    const message = await coordinator.plan('照会 令和7年度');
    const extension = await coordinator.open(message, '延長する');
    await change(coordinator, extension, 'round-due', '2026-12-31');
    const { body } = await workspace.recorder.next('views.update');
    expect(JSON.stringify(body.view)).toContain('新しい期限は 2027年1月4日（月） 17時までになります。');
    const earlier = await send(coordinator, extension, { 'round-due': '2026-11-20', 'extend-reason': '早める' });
    expect(earlier.errors['round-due']).toMatch(/^いまの期限より前です。/u);
    const done = shown(
      await send(coordinator, extension, { 'round-due': '2026-12-31', 'extend-reason': '集計が遅れたため' }),
    );
    expect(textOf(done)).toContain('期限を 2027年1月4日（月） 17時までに延ばしました。12月31日（木）は年末年始の休み');
  });

  test('excludes a section with a reason, and is told when it is not in the round', async () => {
    const exclusion = await coordinator.open(await coordinator.plan('照会 令和7年度'), '対象から外す');
    const neither = await send(coordinator, exclusion, { 'exclude-reason': '事業終了' });
    expect(neither.errors).toEqual({ 'exclude-section': '課・室か指標を選んでください。' });
    const done = shown(
      await send(coordinator, exclusion, { 'exclude-section': '食産業振興課', 'exclude-reason': '事業終了' }),
    );
    expect(textOf(done)).toContain('対象から外しました。');
    expect(textOf(done)).not.toMatch(/^\*食産業振興課\*/mu);
  });

  test('sees what was excluded and why, and takes it back with a reason', async () => {
    const board = await coordinator.plan('照会 令和7年度');
    expect(textOf(board)).toContain('対象から外したもの:\n・食産業振興課　すべての指標（事業終了）');
    const inclusion = await coordinator.open(board, '対象に戻す');
    const nothing = await send(coordinator, inclusion, { 'include-reason': '続いていた' });
    expect(nothing.errors).toEqual({ 'include-exclusion': '戻すものを選んでください。' });
    const done = await send(coordinator, inclusion, { 'include-exclusion': '0', 'include-reason': '続いていた' });
    expect(textOf(shown(done))).toMatch(/対象に戻しました。.*\*食産業振興課\*/su);
    expect(textOf(shown(done))).not.toContain('対象から外したもの');
    const again = await send(coordinator, inclusion, { 'include-exclusion': '0', 'include-reason': '続いていた' });
    expect(textOf(shown(again))).toMatch(/先に操作しました（期限や対象を変更）。/u);
  });

  test('who clicks on a board that is no longer true is told who was first', async () => {
    const stale = await coordinator.plan('照会 令和7年度');
    expect(textOf(await coordinator.press(stale, '中断する'))).toContain('中断しました。');
    const again = await coordinator.press(stale, '終了する');
    expect(textOf(again)).toMatch(/先に操作しました（中断または再開）。/u);
  });

  test('resumes, closes and reopens it', async () => {
    let message = await coordinator.plan('照会 令和7年度');
    for (const [label, said] of [
      ['再開する', '再開しました。'],
      ['終了する', '終了しました。'],
      ['再び受け付ける', '再び受け付けています。'],
    ] as const) {
      message = await coordinator.press(message, label);
      expect(textOf(message)).toContain(said);
    }
  });

  test('reminds a section once a day', async () => {
    const message = await coordinator.plan('照会 令和7年度');
    const nudged = await coordinator.press(message, '催促する');
    const { body } = await workspace.recorder.next('chat.postMessage');
    expect(body).toMatchObject({
      channel: head.user,
      text: expect.stringMatching(/^照会「令和7年度実績の照会」の報告/u),
    });
    expect(textOf(nudged)).toContain(`${digital}に催促を送りました（1か所）。`);
    expect(textOf(await coordinator.press(message, '催促する'))).toContain(`${digital}には、きょう10:00に`);
    now = moment('2026-11-24T01:00:00Z');
    expect(textOf(await coordinator.press(message, '催促する'))).toContain('催促を送りました');
  });

  test('filters the board by stage', async () => {
    const [round] = await workspace.store.rounds();
    await coordinator.interact({
      type: 'block_actions',
      trigger_id: 'filter',
      container: { type: 'message', is_ephemeral: true },
      response_url: workspace.recorder.responseUrl,
      actions: [
        {
          type: 'static_select',
          action_id: 'board-stage',
          block_id: `board-stage:${round?.id}`,
          selected_option: { text: { type: 'plain_text', text: '受理' }, value: 'accepted' },
        },
      ],
    });
    const { body } = await workspace.recorder.next('response');
    expect(JSON.stringify(body)).toContain('「受理」の課・室はありません。');
  });

  test('transfers a head in April with one form, and both entries stand', async () => {
    const transfer = await coordinator.open(await coordinator.plan(`名簿 ${digital}`), '異動を入れる');
    const done = shown(await send(coordinator, transfer, { 'roster-head': coordinator.user }));
    expect(textOf(done)).toContain('いまの名簿は2027年3月31日（水）で終わります。');
    expect(textOf(done)).toContain(`4月1日（木）から デジタルみやぎ推進課長 <@${coordinator.user}>に替わります。`);
  });

  test('lets the head say that the roster is right', async () => {
    const own = await head.plan('名簿');
    const done = await head.press(own, 'この名簿のとおりです');
    expect(textOf(done)).toContain('名簿を確認済みにしました。');
  });

  test('reads all of it in the ledger, the newest last', async () => {
    const ledger = textOf(await coordinator.plan('記録'));
    const told = [
      '名簿を変更',
      '照会を作成',
      '受付を開始',
      '期限 11月21日（土） → 12月31日（木）',
      '理由: 集計が遅れたため',
      '対象から外しました: 食産業振興課',
      '中断しました',
      '再開しました',
      '照会を終了',
      '受付を再開',
      '催促',
      '名簿を確認',
    ];
    const places = told.map((words) => ledger.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  test('keeps another one as a draft, looks at whom it would ask, and opens it from there', async () => {
    const another = await coordinator.open(await coordinator.plan('照会'), '照会を作る');
    const looked = shown(
      await send(coordinator, another, { 'round-title': '臨時の調査', 'round-new-due': '2027-01-29' }),
    );
    const draft = await coordinator.pressInModal(looked, '下書きとして保存');
    expect(textOf(draft)).toContain('下書きとして保存しました。');
    expect(textOf(draft)).toMatch(new RegExp(`・${digital}　\\d+指標$`, 'mu'));
    const opened = await coordinator.pressInModal(draft, '受付を始める');
    expect(textOf(opened)).toContain('受付を始めました。');
  });

  test('chooses where several rounds hold the words', async () => {
    const choice = await coordinator.plan('照会 の');
    expect(choice.text).toBe('「の」を含む名前の照会が2件あります。どれを開くか選んでください。');
    expect((await coordinator.press(choice, '開く')).text).toMatch(/^照会「/u);
  });
});
