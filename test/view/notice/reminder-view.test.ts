import { describe, expect, test } from 'vitest';
import type { DueItem, DueState, Reminder } from '../../../src/notice/reminder.ts';
import { day, moment } from '../../../src/report/day.ts';
import { layOut } from '../../../src/view/lay-out.ts';
import { noticeView } from '../../../src/view/notice/notice-view.ts';
import { realCatalog } from '../../support/catalog.ts';
import { channel } from '../../support/notices.ts';
import { buttonsOf, textOf } from '../../support/person.ts';
import { digital, head, openData, round, section, user } from '../../support/rounds.ts';
import { viewContextOf } from '../../support/view-context.ts';

const context = viewContextOf(realCatalog());
const at = moment('2026-05-21T01:05:00Z');

function item(changes: Partial<DueItem> = {}): DueItem {
  return {
    round: round().id,
    title: '令和6年度実績の照会',
    section: digital,
    due: day('2026-05-29'),
    left: 5,
    late: false,
    step: -5,
    kpis: [{ kpi: openData, last: { text: '347 データセット', measuredOn: day('2025-03-31') } }],
    minutes: 2,
    version: 0,
    state: { kind: 'owed', begun: false },
    exclusionAsked: false,
    ...changes,
  };
}

function shown(changes: Partial<Reminder> = {}) {
  const reminder: Reminder = {
    kind: 'reminder',
    to: head.user,
    on: day('2026-05-22'),
    items: [item()],
    people: [],
    standsInFor: null,
    again: false,
    snoozedUntil: null,
    ...changes,
  };
  const message = layOut(noticeView(reminder, context), { surface: 'message', newerBlocks: false });
  return { text: message.text, words: textOf(message), buttons: buttonsOf(message) };
}

describe('a reminder', () => {
  test('says what is asked, the figure of last time, until when, how much time is left and how long it takes', () => {
    const { text, words, buttons } = shown();
    expect(text).toBe(
      '「令和6年度実績の照会」（デジタルみやぎ推進課）の報告をお願いします。期限は5月29日（金）17時、あと5開庁日です。',
    );
    expect(words).toContain('*あと5開庁日*　令和6年度実績の照会　デジタルみやぎ推進課');
    expect(words).toContain('期限 5月29日（金）17時　指標 1件　所要 約2分');
    expect(words).toContain('• オープンデータみやぎ公開数　前回 347 データセット（2025年3月31日）');
    expect(buttons).toEqual([
      '報告する',
      '明日もう一度',
      '2時間後',
      'なぜ届いた？',
      '担当を替える',
      '今回は対象外と申し出る',
      '不在にする',
    ]);
  });

  test.each<[string, Partial<DueItem>, string]>([
    ['on the day itself', { left: 0 }, '*きょうまで*'],
    ['when it is late', { left: -2, late: true }, '*遅れ 2開庁日*'],
    ['in the grace', { left: -1 }, '*期限から1開庁日（猶予の間）*'],
    ['with the year at the turn of the year', { due: day('2027-01-04') }, '期限 2027年1月4日（月）17時'],
    ['that a draft is there', { state: { kind: 'owed', begun: true } }, '（下書きあり）'],
    ['that a request waits', { exclusionAsked: true }, '対象外の申出を取りまとめ担当が確認しています'],
  ])('says so %s', (_, changes, expected) => {
    expect(shown({ items: [item(changes)] }).words).toContain(expected);
  });

  test('quotes why a report came back, and opens it for correction', () => {
    const state: DueState = { kind: 'returned', by: head, at, reason: '測定日を確認してください。' };
    const { words, buttons } = shown({ items: [item({ state })] });
    expect(words).toContain('*差戻し*　*あと5開庁日*');
    expect(words).toContain('差戻しの理由: 測定日を確認してください。（2026年5月21日（木） 10:05　課長');
    expect(buttons[0]).toBe('直して再提出');
  });

  test.each<[string, DueState, string]>([
    ['handed in', { kind: 'done', stage: 'submitted', by: head, at }, '*提出済 ✓*'],
    ['lifted', { kind: 'lifted', why: 'excluded' }, '*対象外*'],
    ['closed', { kind: 'lifted', why: 'closed' }, '*終了*'],
    ['handed over', { kind: 'handed-over', to: user('U0STAFF') }, '<@U0STAFF> さんが引き継ぎました'],
  ])('of what is %s says so, and asks for nothing', (_, state, expected) => {
    const { text, words, buttons } = shown({ items: [item({ state })] });
    expect(words).toContain(expected);
    expect(text).toContain('について、いま報告していただくものはありません。');
    expect(buttons.filter((label) => !['内容を見る', '担当を元に戻す'].includes(label))).toEqual(['なぜ届いた？']);
  });

  test('says who handed in what and when', () => {
    const { words } = shown({ items: [item({ state: { kind: 'done', stage: 'confirmed', by: head, at } })] });
    expect(words).toContain('2026年5月21日（木） 10:05　課長（デジタルみやぎ推進課長）\n課長確認済');
  });

  test('puts what is owed before what is done', () => {
    const done = item({ section: section('契約課'), state: { kind: 'done', stage: 'submitted', by: head, at } });
    const { words, text } = shown({ items: [done, item()] });
    expect(words.indexOf('あと5開庁日')).toBeLessThan(words.indexOf('提出済 ✓'));
    expect(text).toContain('（デジタルみやぎ推進課）の報告をお願いします');
  });

  test('of twenty tells the first, and the rest by number with a way to all', () => {
    const { words, buttons, text } = shown({ items: Array.from({ length: 20 }, () => item()) });
    expect(buttons.filter((label) => label === '報告する')).toHaveLength(8);
    expect(words).toContain('ほかに12件あります。');
    expect(buttons).toContain('すべて見る');
    expect(text).toContain('ほかに19件あります。');
  });

  test('says when it comes once more', () => {
    expect(shown({ snoozedUntil: moment('2026-05-22T03:05:00Z') }).words).toContain(
      '2026年5月22日（金） 12:05にもう一度お知らせします。',
    );
  });

  test('says for whom its reader stands in', () => {
    expect(shown({ standsInFor: user('U0AWAY') }).words).toContain('<@U0AWAY> さんが不在のため');
  });

  test('in a channel names those who are meant, and nobody there is away', () => {
    const { text, words, buttons } = shown({ to: channel('C0DIGITAL'), people: [user('U0HEAD'), user('U0STAFF')] });
    expect(text).toMatch(/^<@U0HEAD> さん <@U0STAFF> さん /u);
    expect(words).toMatch(/^<@U0HEAD> さん <@U0STAFF> さん \*報告のお願い　1件\*/u);
    expect(buttons).not.toContain('不在にする');
  });
});
