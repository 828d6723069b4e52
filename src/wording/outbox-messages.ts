import { each, nothing, type SamplesOf } from './sample.ts';

type Nothing = Record<string, never>;
type Filter = 'failed' | 'waiting' | 'sent' | 'all';
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
type Kind = (typeof kinds)[number];
const filters = ['failed', 'waiting', 'sent', 'all'] as const;

/** 送信記録 and お知らせの予定, which coordinators read. Days and reasons come as words; a recipient by their id in Slack. */
export interface OutboxMessages {
  'outbox.head': { filter: Filter; failed: number; paused: string | null };
  'outbox.none': { filter: Filter };
  'outbox.filter': { filter: Filter };
  'outbox.row': {
    kind: string;
    user: string | null;
    channel: string | null;
    state: string;
    when: string;
    trouble: string | null;
    attempts: number;
  };
  'outbox.kind': { kind: Kind };
  'outbox.state': { state: 'waiting' | 'held' | 'sent' | 'dropped' | 'failed' };
  'outbox.button': {
    button:
      | 'hold'
      | 'release'
      | 'retry'
      | 'earlier'
      | 'newest'
      | 'schedule'
      | 'outbox'
      | 'look'
      | 'next'
      | 'previous'
      | 'next-day'
      | 'rounds';
  };
  'outbox.steered': { steering: 'hold' | 'release' | 'retry' };
  'outbox.gone': Nothing;
  'outbox.schedule_head': { title: string | null; reach: 'next-day' | 'rounds'; until: string; count: number };
  'outbox.schedule_none': { title: string | null; until: string };
  'outbox.schedule_note': Nothing;
  'outbox.schedule_day': { day: string };
  'outbox.schedule_row': {
    kind: string;
    user: string | null;
    channel: string | null;
    first: string;
    more: number;
  };
  'outbox.held_head': { count: number };
  'outbox.held_row': { kind: string; user: string | null; channel: string | null; when: string };
  'outbox.schedule_shown': { from: number; to: number; total: number };
}

const row = { kind: '督促', when: '5月7日（木） 9:00', attempts: 1 };

export const outboxSamples: SamplesOf<OutboxMessages> = {
  'outbox.head': each(filters, (filter) => ({
    filter,
    failed: 2,
    paused: filter === 'all' ? '5月7日（木） 9:10' : null,
  })),
  'outbox.none': each(filters, (filter) => ({ filter })),
  'outbox.filter': each(filters, (filter) => ({ filter })),
  'outbox.row': [
    { ...row, user: 'U012AB3CD', channel: null, state: '送信済', trouble: null },
    { ...row, user: null, channel: 'C012AB3CD', state: '送れませんでした', trouble: 'チャンネルがありません。' },
  ],
  'outbox.kind': each(kinds, (kind) => ({ kind })),
  'outbox.state': each(['waiting', 'held', 'sent', 'dropped', 'failed'], (state) => ({ state })),
  'outbox.button': each(
    [
      ...(['hold', 'release', 'retry', 'earlier', 'newest', 'schedule', 'outbox'] as const),
      ...(['look', 'next', 'previous', 'next-day', 'rounds'] as const),
    ],
    (button) => ({ button }),
  ),
  'outbox.steered': each(['hold', 'release', 'retry'], (steering) => ({ steering })),
  'outbox.gone': nothing,
  'outbox.schedule_head': [
    { title: null, reach: 'next-day', until: '5月7日（木）', count: 3 },
    { title: '令和7年度実績の照会', reach: 'rounds', until: '5月20日（水）', count: 12 },
  ],
  'outbox.schedule_none': [
    { title: null, until: '5月7日（木）' },
    { title: '令和7年度実績の照会', until: '5月7日（木）' },
  ],
  'outbox.schedule_note': nothing,
  'outbox.schedule_day': [{ day: '5月7日（木）' }],
  'outbox.schedule_row': [
    { kind: '督促', user: 'U012AB3CD', channel: null, first: 'デジタルみやぎ推進課', more: 1 },
    { kind: '督促', user: null, channel: 'C012AB3CD', first: 'デジタルみやぎ推進課', more: 0 },
  ],
  'outbox.held_head': [{ count: 2 }],
  'outbox.held_row': [
    { kind: '期限のお知らせ', user: 'U012AB3CD', channel: null, when: '5月7日（木） 9:00' },
    { kind: '期限のお知らせ', user: null, channel: 'C012AB3CD', when: '5月7日（木） 9:00' },
  ],
  'outbox.schedule_shown': [{ from: 1, to: 10, total: 12 }],
};
