import { describe, expect, test } from 'vitest';
import type { Content } from '../../../src/notice/content.ts';
import type { LateSection } from '../../../src/notice/escalation.ts';
import { keyOf } from '../../../src/notice/notice.ts';
import { day, moment } from '../../../src/report/day.ts';
import { layOut } from '../../../src/view/lay-out.ts';
import { retryValue } from '../../../src/view/notice/notice-values.ts';
import { noticeView } from '../../../src/view/notice/notice-view.ts';
import { troubleCause } from '../../../src/view/notice/trouble-cause.ts';
import { decode } from '../../../src/view/values.ts';
import { realCatalog } from '../../support/catalog.ts';
import { buttonIn } from '../../support/modal.ts';
import { exclusionRequest, news, reminderTo } from '../../support/notices.ts';
import { buttonsOf, textOf } from '../../support/person.ts';
import { digital, head, round, section, signed, user } from '../../support/rounds.ts';
import { viewContextOf } from '../../support/view-context.ts';

const context = viewContextOf(realCatalog());
const coordinator = user('U0COORD');

function shown(content: Content) {
  const message = layOut(noticeView(content, context), { surface: 'message', newerBlocks: false });
  return { message, text: message.text, words: textOf(message), buttons: buttonsOf(message) };
}

describe('what the coordinators are told of late sections', () => {
  const late = (changes: Partial<LateSection> = {}): LateSection => ({
    round: round().id,
    title: round().title,
    section: digital,
    due: day('2026-05-29'),
    late: 3,
    post: 'デジタルみやぎ推進課長',
    lastTold: day('2026-06-01'),
    settled: false,
    ...changes,
  });
  const told = (sections: LateSection[]) =>
    shown({ kind: 'escalation', to: coordinator, on: day('2026-06-03'), sections });

  test('is said by section and post, with a nudge for each and one way to the round', () => {
    const { text, words, buttons } = told([late(), late({ section: section('契約課'), post: null, lastTold: null })]);
    expect(text).toBe('期限を過ぎても報告のない課・室があります（2課・室）。');
    expect(words).toContain(
      '*遅れ 3開庁日*　デジタルみやぎ推進課\nデジタルみやぎ推進課長　最後のお知らせ 6月1日（月）',
    );
    expect(words).toContain('責任者が名簿にありません　まだ一度も届いていません');
    expect(words).not.toContain('<@');
    expect(buttons).toEqual(['照会の状況', '催促する', '催促する']);
  });

  test('asks for no nudge where a section has answered since', () => {
    const { words, buttons } = told([late({ settled: true }), late({ section: section('契約課') })]);
    expect(words).toContain('*解消 ✓*　デジタルみやぎ推進課');
    expect(buttons).toEqual(['照会の状況', '催促する']);
  });

  test('ends when all have', () => {
    expect(told([late({ settled: true })]).text).toBe(
      '期限を過ぎていた1課・室は、すべて報告が済むか、対象から外れました。',
    );
  });
});

describe('a request to be left out', () => {
  const of = (state: Extract<Content, { kind: 'request' }>['state']) =>
    shown({
      kind: 'request',
      to: coordinator,
      title: round().title,
      request: exclusionRequest(),
      state,
    });

  test('says who asks for what and why, and is decided by two buttons', () => {
    const { text, words, buttons } = of({ kind: 'pending' });
    expect(text).toContain('の対象外の申出が届きました。');
    expect(words).toContain('課長（デジタルみやぎ推進課長）\n理由: 所管替えのため');
    expect(buttons).toEqual(['対象外とする', '対象のままとする']);
  });

  test.each([
    ['granted', { kind: 'granted' as const }, '*対象外としました。*'],
    [
      'declined',
      { kind: 'declined' as const, by: head, at: moment('2026-05-15T02:00:00Z'), reason: '今年度も継続しています。' },
      '理由: 今年度も継続しています。',
    ],
    ['overtaken', { kind: 'overtaken' as const }, '*決める必要がなくなりました。*'],
  ])('once %s says so, and has no buttons', (_, state, expected) => {
    const { words, buttons } = of(state);
    expect(words).toContain(expected);
    expect(buttons).toEqual([]);
  });
});

describe('the answer to a request', () => {
  const declined = { by: head, at: moment('2026-05-15T02:00:00Z'), reason: '今年度も継続しています。' };

  test.each([
    ['granted', null, /申出のとおり対象外になりました。報告は要りません。$/u],
    ['declined', declined, /対象のままとなりました。\n理由: 今年度も継続しています。（課長（.*））\n期限までに/u],
  ])('says that it was %s, and asks for no press', (_, answer, expected) => {
    const request = exclusionRequest({ declined: answer });
    const { text, buttons } = shown({ kind: 'decision', to: head.user, title: round().title, request });
    expect(text).toMatch(expected);
    expect(buttons).toEqual([]);
  });
});

describe('news of a report', () => {
  const confirmed = { ...news().report, state: 'confirmed' as const, confirmed: signed(), version: 2 };

  test.each([
    ['asks for a decision while it can be made', news(), ['確認する', '差し戻す', '内容を見る']],
    ['asks for nothing once the round is closed', news({ state: { kind: 'over' } }), ['内容を見る']],
    ['once it has moved on can only be read', news({ state: { kind: 'moved', report: confirmed } }), ['内容を見る']],
  ])('%s', (_, content, expected) => {
    expect(shown(content).buttons).toEqual(expected);
  });
});

describe('a notice that Slack does not take', () => {
  const notice = reminderTo(head.user, '2026-05-22');
  const of = (trouble: string, settled = false) =>
    shown({ kind: 'trouble', to: coordinator, notice, trouble, settled });

  test('says what, to whom, why and what to do, and can be sent again', () => {
    const { text, words, message } = of('user_disabled');
    expect(text).toBe('報告のお願いを届けられませんでした。理由と、していただくことを示します。');
    expect(words).toContain('5月22日（金）の報告のお願い（宛先 <@U0HEAD> さん）');
    expect(words).toContain(
      '宛先の人の Slack のアカウントが、止まっているか見つかりません。\nSlack の応答: user_disabled',
    );
    expect(words).toContain('`/plan 名簿` で');
    const { value, action_id } = buttonIn(message, 'もう一度送る');
    expect([action_id, decode(retryValue, value)]).toEqual(['notice-retry', { key: keyOf(notice) }]);
  });

  test.each([
    ['channel_not_found', 'no-channel'],
    ['not_in_channel', 'not-in-channel'],
    ['is_archived', 'archived'],
    ['messages_tab_disabled', 'messages-tab'],
    ['restricted_action_read_only_channel', 'not-allowed'],
    ['invalid_blocks', 'message'],
    ['missing_scope', 'bot'],
    ['unclear-and-unseen', 'unseen'],
    ['http_503', 'slack'],
    ['ECONNREFUSED', 'slack'],
    ['never_heard_of', 'other'],
  ] as const)('%s is told as %s', (code, cause) => {
    expect(troubleCause(code)).toBe(cause);
  });

  test('whose code is not known is told honestly with the code', () => {
    expect(of('never_heard_of').words).toContain('Slack が受け付けませんでした。\nSlack の応答: never_heard_of');
  });

  test('that has been settled asks for nothing', () => {
    const { text, buttons } = of('is_archived', true);
    expect(text).toBe('報告のお願いの不達は解消しました。');
    expect(buttons).toEqual([]);
  });
});
