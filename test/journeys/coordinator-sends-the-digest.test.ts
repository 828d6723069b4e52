import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addSeconds, day, type Moment, momentAt } from '../../src/report/day.ts';
import { createBeat } from '../support/beat.ts';
import { askWithoutDictionary, realCatalog } from '../support/catalog.ts';
import { send } from '../support/forms.ts';
import { buttonsOf, type Message, messageSchema, type Person, textOf } from '../support/person.ts';
import type { Call } from '../support/recorder.ts';
import { openData, openRound, wireless } from '../support/reporting.ts';
import { deed, digital, line, report, roundId, signed } from '../support/rounds.ts';
import { breaches } from '../support/slack-limits.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

let workspace: Workspace;
let coordinator: Person;
let channel: string;
let beat: () => Promise<void>;
let now: Moment = momentAt(day('2026-11-12'), 10);
const pass = (seconds: number): void => {
  now = addSeconds(now, seconds);
};
const at = (on: string, hour: number): void => {
  now = momentAt(day(on), hour);
};

beforeAll(async () => {
  const catalog = realCatalog();
  workspace = await openWorkspace({ catalog, ask: askWithoutDictionary(catalog), now: () => now, delivers: false });
  coordinator = await workspace.person('coordinator');
  channel = await workspace.channel('digital');
  beat = createBeat(workspace, pass);
});
afterAll(() => workspace.close());

let seen = 0;
/** What the bot has posted or edited since the last look. */
function posted(method: 'chat.postMessage' | 'chat.update'): Message[] {
  const fresh = workspace.recorder.calls.slice(seen).filter((call: Call) => call.method === method && call.accepted);
  return fresh.map(({ body }) => messageSchema.parse(body));
}
const looked = (): void => {
  seen = workspace.recorder.calls.length;
};

/** What the section says by now of a KPI. */
async function reportFigure(value: number): Promise<void> {
  const { store } = workspace;
  const round = roundId('results');
  const known = await store.report(round, digital);
  const lines = [
    line({ kpi: openData, reported: { kind: 'value', value } }),
    line({ kpi: wireless, reported: { kind: 'not-measured', reason: '撤去の調査中のため' } }),
  ];
  const saved = await store.saveReport(
    { ...(known ?? { ...report(), round }), state: 'submitted', lines, submitted: signed(now) },
    deed('submit', { at: now }),
  );
  if (!saved.ok) throw new Error(saved.code);
}

describe('a coordinator who sets the digest up', () => {
  let page: Message;

  test('is told what it is, and that it goes nowhere yet', async () => {
    await openRound(workspace, 'results', { opens: day('2026-11-02'), due: day('2026-11-20') });
    page = await coordinator.plan('週報');
    expect(textOf(page)).toContain('送り先がまだ決まっていません。「設定」を押してチャンネルを選ぶと');
    expect(buttonsOf(page)).not.toContain('今すぐ送る');
    await beat();
    expect(posted('chat.postMessage')).toEqual([]);
  });

  test('chooses the channels, none that is shared with others', async () => {
    const form = await coordinator.open(page, '設定');
    expect(JSON.stringify(form.blocks)).toContain('"exclude_external_shared_channels":true');
    const { view } = await send(coordinator, form, { 'digest-channels': [channel] });
    expect(view && textOf(view)).toContain('設定を保存しました。');
    expect(await workspace.parts.notices.digestSettings()).toMatchObject({
      channels: [channel],
      automatic: true,
    });
  });

  test('sees what it would tell, when it goes, and what can be done', async () => {
    page = await coordinator.plan('週報');
    expect(textOf(page)).toContain('11月16日（月） 9:00に、1つのチャンネルへ自動で送ります。');
    expect(textOf(page)).toContain('*課・室*　回答済 *0*／1');
    expect(breaches('message', page)).toEqual([]);
    expect(buttonsOf(page)).toEqual(['一言を書く', '今すぐ送る', '今週は送らない', '内訳を見る', '設定']);
  });

  test('reads the thread before anybody else, and comes back', async () => {
    const thread = await coordinator.press(page, '内訳を見る');
    expect(textOf(thread)).toContain('*これから2週間の予定*');
    expect(textOf(await coordinator.press(thread, '下書きに戻る'))).toContain('下書きです。');
  });
});

describe('on the open day before', () => {
  let preview: Message;

  test('the preview comes to the coordinator, once', async () => {
    looked();
    at('2026-11-13', 9);
    await beat();
    await beat();
    const [message, ...more] = posted('chat.postMessage');
    expect(more).toEqual([]);
    expect(message).toMatchObject({ channel: coordinator.user, text: '11月16日（月）の分の週報の下書きです。' });
    if (message) preview = message;
  });

  test('a note is put on top, and the preview shows it', async () => {
    looked();
    const form = await coordinator.open(preview, '一言を書く');
    const { view } = await send(coordinator, form, { 'digest-note-text': '期限は20日です。<!channel>' });
    expect(view && textOf(view)).toContain('一言を保存しました。');
    await beat();
    const [edited] = posted('chat.update');
    expect(edited && textOf(edited)).toContain('*取りまとめ担当から*\n期限は20日です。&lt;!channel&gt;');
  });

  test('it is skipped and that is taken back, and the preview says which', async () => {
    const skipped = await coordinator.press(await coordinator.plan('週報'), '今週は送らない');
    expect(textOf(skipped)).toContain('11月16日（月）の分の週報は送りません。');
    looked();
    await beat();
    expect(posted('chat.update').map(({ text }) => text)).toEqual(['11月16日（月）の分の週報は送りません。']);
    expect(textOf(await coordinator.press(skipped, '取り消す'))).toContain('送る予定に戻しました。');
  });

  test('who presses a button that is no longer true is told so, and nothing is done', async () => {
    const stale = await coordinator.press(preview, '今週は送らない');
    expect(textOf(stale)).toContain('ほかの人が先に操作したか、時期が過ぎました。');
    expect((await workspace.parts.notices.digest(day('2026-11-16')))?.state).toBe('planned');
  });

  test('it can be sent at once, and does not come again on Monday', async () => {
    looked();
    const sent = await coordinator.press(await coordinator.plan('週報'), '今すぐ送る');
    expect(textOf(sent)).toContain('11月16日（月）の分の週報を送りました。');
    await beat();
    const [message, part, ...more] = posted('chat.postMessage');
    expect(more).toEqual([]);
    expect(message).toMatchObject({ channel, text: expect.stringMatching(/^週報　11月6日（金）～11月13日（金）/u) });
    expect(message && textOf(message)).toContain('期限は20日です。');
    expect(part).toMatchObject({ channel, thread_ts: expect.any(String) });
    expect(posted('chat.update').map(({ text }) => text)).toEqual(['11月16日（月）の分の週報を送りました。']);
    looked();
    at('2026-11-16', 9);
    await beat();
    expect(posted('chat.postMessage')).toEqual([]);
  });
});

describe('the week after', () => {
  test('it goes by itself on Tuesday, since Monday is a holiday, with what was reported', async () => {
    at('2026-11-17', 14);
    await reportFigure(347);
    looked();
    at('2026-11-23', 9);
    await beat();
    expect(posted('chat.postMessage').filter((one) => one.channel === channel)).toEqual([]);
    at('2026-11-24', 9);
    await beat();
    const [message, part] = posted('chat.postMessage').filter((one) => one.channel === channel);
    expect(message && textOf(message)).toContain('この期間に1課・室が回答しました。');
    expect(message?.blocks.map(({ type }) => type)).toContain('data_visualization');
    expect(part && textOf(part)).toContain(
      '・*未達成*　オープンデータみやぎ公開数　*347 データセット*（目標 500 データセット）　デジタルみやぎ推進課　速報',
    );
    expect(part && textOf(part)).toContain('・*未測定*　みやぎFree Wi-Fi導入箇所数');
    for (const one of [message, part])
      expect(one && breaches('message', { text: one.text, blocks: one.blocks })).toEqual([]);
  });

  test('a correction edits the message and its thread, and is told in it, once', async () => {
    looked();
    at('2026-11-25', 10);
    await reportFigure(500);
    await beat();
    await beat();
    const [note, ...more] = posted('chat.postMessage');
    expect(more).toEqual([]);
    expect(note).toMatchObject({ channel, thread_ts: expect.any(String), text: '週報を訂正しました（訂正 1）。' });
    expect(note && textOf(note)).toContain('（訂正）347 データセット → *500 データセット*');
    const edits = posted('chat.update').map((one) => textOf(one));
    expect(edits).toHaveLength(2);
    expect(edits.join('\n')).toContain('*訂正 1*　11月25日（水） 10:00　オープンデータみやぎ公開数');
    expect(edits.join('\n')).toContain(
      '・*達成*　オープンデータみやぎ公開数　（訂正）347 データセット → *500 データセット*',
    );
  });

  test('the last digests are listed, with how often they were corrected', async () => {
    const page = textOf(await coordinator.plan('週報'));
    expect(page).toContain('・11月24日（火）の分　11月24日（火） 9:00に送付済（訂正 1回）');
    expect(page).toContain('・11月16日（月）の分　11月13日（金） 9:00に送付済');
  });

  test('the record says who did what', async () => {
    const everything = { round: null, section: null, rosterEntry: null, after: 0, limit: 1_000 };
    const deeds = (await workspace.store.ledger(everything)).flatMap(({ action, by }) =>
      action.endsWith('-digest') ? [[action, by?.user ?? null]] : [],
    );
    const me = coordinator.user;
    expect(deeds).toEqual([
      ['set-digest', me],
      ['edit-digest', me],
      ['skip-digest', me],
      ['skip-digest', me],
      ['issue-digest', me],
      ['issue-digest', null],
      ['edit-digest', null],
    ]);
  });
});

describe('the App Home', () => {
  test('of a coordinator says when the next one goes, and opens it', async () => {
    const home = await coordinator.openHome();
    expect(textOf(home)).toContain('*次の週報*　11月30日（月） 9:00に自動で送ります。');
    expect(textOf(await coordinator.pressOnHome(home, '週報を開く'))).toContain(
      '*11月30日（月）の分の週報*　下書きです。',
    );
  });

  test('of anybody else says nothing of it', async () => {
    const staff = await workspace.person('staff');
    expect(textOf(await staff.openHome())).not.toContain('週報');
  });
});

describe('who is no coordinator', () => {
  test('is told who can', async () => {
    const staff = await workspace.person('staff');
    expect(textOf(await staff.plan('週報'))).toContain('この操作は、取りまとめ担当だけができます。');
    const button = {
      type: 'button',
      action_id: 'digest-send',
      value: JSON.stringify({ week: '2026-11-30', version: 0 }),
    };
    await staff.interact({
      type: 'block_actions',
      trigger_id: 'forged',
      container: { type: 'message', is_ephemeral: true },
      response_url: workspace.recorder.responseUrl,
      actions: [{ ...button, text: { type: 'plain_text', text: '今すぐ送る' }, block_id: 'b' }],
    });
    const { body } = await workspace.recorder.next('response');
    expect(body.text).toContain('取りまとめ担当だけができます。');
    expect(await workspace.parts.notices.digest(day('2026-11-30'))).toBeNull();
  });
});
