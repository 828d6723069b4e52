import { each, nothing, type SamplesOf } from './sample.ts';

type Nothing = Record<string, never>;
const kinds = [
  'reminder',
  'again',
  'escalation',
  'request',
  'decision',
  'news',
  'trouble',
  'digest-preview',
  'digest',
  'digest-part',
  'digest-correction',
] as const;
type NoticeKind = (typeof kinds)[number];
type Stage = 'submitted' | 'confirmed' | 'accepted';
type Cause =
  | 'no-channel'
  | 'not-in-channel'
  | 'archived'
  | 'no-person'
  | 'messages-tab'
  | 'not-allowed'
  | 'no-thread'
  | 'message'
  | 'bot'
  | 'slack'
  | 'unseen'
  | 'other';
type Button =
  | 'tomorrow'
  | 'two-hours'
  | 'hand-over'
  | 'take-back'
  | 'exclusion'
  | 'absence'
  | 'present'
  | 'why'
  | 'all'
  | 'board'
  | 'nudge'
  | 'grant'
  | 'decline'
  | 'retry';

/** What the bot says by itself. Days, moments, persons and stages come as words. */
export interface NoticeMessages {
  'notice.button': { button: Button };
  'notice.button_label': { button: string; title: string; section: string };
  'notice.urgency': { left: number; late: boolean };
  'notice.reminder_text': {
    title: string;
    section: string;
    due: string;
    urgency: string;
    more: number;
    again: boolean;
    users: readonly string[];
  };
  'notice.reminder_text_settled': { title: string; section: string; count: number };
  'notice.reminder_head': { owed: number; late: number; users: readonly string[] };
  'notice.reminder_settled': { users: readonly string[] };
  'notice.reminder_why': { again: boolean; standsInFor: string | null };
  'notice.item_owed': { title: string; section: string; urgency: string; begun: boolean };
  'notice.item_returned': {
    title: string;
    section: string;
    urgency: string;
    when: string;
    who: string;
    reason: string;
  };
  'notice.item_facts': { due: string; kpis: number; minutes: number; asking: boolean };
  'notice.item_kpi': {
    name: string;
    last: string | null;
    measured: { year: number; month: number; day: number } | null;
  };
  'notice.item_kpis_more': { count: number };
  'notice.item_done': { title: string; section: string; when: string; who: string; stage: Stage };
  'notice.item_lifted': { title: string; section: string; why: 'closed' | 'excluded' };
  'notice.item_handed_over': { title: string; section: string; to: string };
  'notice.more': { count: number };
  'notice.snoozed': { when: string };
  'notice.escalation_text': { count: number; settled: boolean };
  'notice.escalation_head': { count: number; settled: boolean };
  'notice.escalation_round': { title: string; due: string };
  'notice.escalation_section': { section: string; late: number; post: string | null; lastTold: string | null };
  'notice.escalation_settled': { section: string };
  'notice.request_text': { title: string; section: string; state: 'pending' | 'granted' | 'declined' | 'overtaken' };
  'notice.request': { title: string; section: string; when: string; who: string; reason: string };
  'notice.request_state': {
    state: 'pending' | 'granted' | 'declined' | 'overtaken';
    when: string;
    who: string;
    reason: string;
  };
  'notice.confirm_grant': { part: 'title' | 'text' | 'yes' | 'no'; section: string };
  'notice.subject': { kind: NoticeKind; user: string | null; channel: string | null; day: string | null };
  'notice.trouble_text': { kind: NoticeKind; settled: boolean };
  'notice.trouble': { settled: boolean };
  'notice.trouble_why': { cause: Cause; code: string };
  'notice.trouble_next': { cause: Cause; command: string };
  'notice.trouble_settled': Nothing;
}

const title = '令和7年度実績の照会';
const section = 'デジタルみやぎ推進課';
const due = '5月7日（木）';
const when = '5月1日（金） 10:05';
const who = '課長（デジタルみやぎ推進課長）';
const user = 'U012AB3CD';
const about = { title, section };
const causes = [
  'no-channel',
  'not-in-channel',
  'archived',
  'no-person',
  'messages-tab',
  'not-allowed',
  'no-thread',
  'message',
  'bot',
  'slack',
  'unseen',
  'other',
] as const;
const states = ['pending', 'granted', 'declined', 'overtaken'] as const;

export const noticeSamples: SamplesOf<NoticeMessages> = {
  'notice.button': each(
    [
      'tomorrow',
      'two-hours',
      'hand-over',
      'take-back',
      'exclusion',
      'absence',
      'present',
      'why',
      'all',
      'board',
      'nudge',
      'grant',
      'decline',
      'retry',
    ],
    (button) => ({ button }),
  ),
  'notice.button_label': [{ button: '催促する', ...about }],
  'notice.urgency': [
    ...each([3, 0], (left) => ({ left, late: false })),
    { left: -2, late: true },
    { left: -2, late: false },
  ],
  'notice.reminder_text': [
    { ...about, due, urgency: 'あと3開庁日', more: 2, again: true, users: [user] },
    { ...about, due, urgency: 'きょうまで', more: 0, again: false, users: [] },
  ],
  'notice.reminder_text_settled': [
    { ...about, count: 1 },
    { ...about, count: 3 },
  ],
  'notice.reminder_head': [
    { owed: 2, late: 1, users: [user] },
    { owed: 1, late: 0, users: [] },
  ],
  'notice.reminder_settled': [{ users: [user] }, { users: [] }],
  'notice.reminder_why': [
    { again: true, standsInFor: user },
    { again: false, standsInFor: user },
    { again: true, standsInFor: null },
  ],
  'notice.item_owed': [
    { ...about, urgency: 'あと3開庁日', begun: true },
    { ...about, urgency: '遅れ　2開庁日', begun: false },
  ],
  'notice.item_returned': [{ ...about, urgency: 'きょうまで', when, who, reason: '測定日を確認してください。' }],
  'notice.item_facts': [
    { due, kpis: 3, minutes: 15, asking: true },
    { due, kpis: 1, minutes: 5, asking: false },
  ],
  'notice.item_kpi': [
    { name: 'オープンデータみやぎ公開数', last: '347 データセット', measured: { year: 2025, month: 3, day: 31 } },
    { name: '電子決裁率', last: '全所属', measured: null },
    { name: '電子決裁率', last: null, measured: null },
  ],
  'notice.item_kpis_more': [{ count: 4 }],
  'notice.item_done': each(['submitted', 'confirmed', 'accepted'], (stage) => ({ ...about, when, who, stage })),
  'notice.item_lifted': each(['closed', 'excluded'], (why) => ({ ...about, why })),
  'notice.item_handed_over': [{ ...about, to: user }],
  'notice.more': [{ count: 12 }],
  'notice.snoozed': [{ when }],
  'notice.escalation_text': [
    { count: 3, settled: false },
    { count: 3, settled: true },
  ],
  'notice.escalation_head': [
    { count: 3, settled: false },
    { count: 3, settled: true },
  ],
  'notice.escalation_round': [{ title, due }],
  'notice.escalation_section': [
    { section, late: 3, post: 'デジタルみやぎ推進課長', lastTold: due },
    { section, late: 3, post: null, lastTold: null },
  ],
  'notice.escalation_settled': [{ section }],
  'notice.request_text': each(states, (state) => ({ ...about, state })),
  'notice.request': [{ ...about, when, who, reason: '事業が前年度で終了したため。' }],
  'notice.request_state': each(states, (state) => ({ state, when, who, reason: '今年度も継続しているため。' })),
  'notice.confirm_grant': each(['title', 'text', 'yes', 'no'], (part) => ({ part, section })),
  'notice.subject': [
    ...each(kinds, (kind) => ({ kind, user, channel: null, day: due })),
    { kind: 'reminder', user: null, channel: 'C012AB3CD', day: null },
  ],
  'notice.trouble_text': [...each(kinds, (kind) => ({ kind, settled: false })), { kind: 'reminder', settled: true }],
  'notice.trouble': each([true, false], (settled) => ({ settled })),
  'notice.trouble_why': each(causes, (cause) => ({ cause, code: 'channel_not_found' })),
  'notice.trouble_next': each(causes, (cause) => ({ cause, command: '/plan' })),
  'notice.trouble_settled': nothing,
};
