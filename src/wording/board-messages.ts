import { each, nothing, type SamplesOf } from './sample.ts';

type Nothing = Record<string, never>;
type Deed = 'create' | 'open' | 'pause' | 'resume' | 'close' | 'reopen' | 'extend' | 'exclude' | 'include';

/** What a coordinator reads of one round and does to it. Days, stages and persons come as words. */
export interface BoardMessages {
  'board.title': { title: string };
  'board.head': {
    plan: string;
    year: string;
    state: string;
    due: string;
    left: string;
    derivation: string | null;
    sections: number;
    kpis: number;
  };
  'board.paused': Nothing;
  'board.draft': Nothing;
  'board.chart': { part: 'title' | 'series' };
  'board.caption': Nothing;
  'board.column': { column: 'section' | 'stage' | 'late' | 'since' | 'who' | 'preliminary' | 'kpis' };
  'board.late': Nothing;
  'board.preliminary': { preliminary: boolean };
  'board.empty': Nothing;
  'board.person': { name: string; post: string };
  'board.row': {
    section: string;
    stage: string;
    late: boolean;
    preliminary: string | null;
    kpis: number;
    since: string | null;
    who: string | null;
    coordinators: boolean;
  };
  'board.shown': { from: number; to: number; total: number; stage: string | null };
  'board.nobody_here': { stage: string | null };
  'board.filter': { part: 'placeholder' | 'group' | 'all' };
  'board.button': {
    button:
      | 'open'
      | 'extend'
      | 'pause'
      | 'resume'
      | 'close'
      | 'reopen'
      | 'exclude'
      | 'include'
      | 'schedule'
      | 'ledger'
      | 'refresh'
      | 'look'
      | 'nudge';
  };
  'board.confirm_close': { part: 'title' | 'text' | 'yes' | 'no'; owing: number };
  'board.done': { deed: Deed; due: string; derivation: string };
  'board.changed': { who: string | null; at: string; action: string };
  'board.wrong_state': { state: string };
  'board.dates': { fault: string };
  'board.extend_title': Nothing;
  'board.extend_submit': Nothing;
  'board.extend_now': { title: string; due: string; derivation: string };
  'board.extend_then': { due: string; derivation: string };
  'board.extend_field': { field: 'due' | 'reason' };
  'board.reason_hint': Nothing;
  'board.exclude_title': Nothing;
  'board.exclude_submit': Nothing;
  'board.exclude_intro': { title: string };
  'board.exclude_field': { field: 'section' | 'kpi' | 'reason' };
  'board.exclude_fault': { code: 'neither' | 'no-match' };
  'board.include_title': Nothing;
  'board.include_submit': Nothing;
  'board.include_intro': { title: string };
  'board.include_field': { field: 'exclusion' | 'reason' };
  'board.include_fault': Nothing;
  'board.excluded': { excluded: readonly { name: string; reason: string }[]; rest: number };
  'board.excluded_name': { section: string | null; kpi: string | null };
  'board.nudge': {
    users: readonly string[];
    title: string;
    section: string;
    due: string;
    late: boolean;
    stage: string;
    command: string;
  };
  'board.nudged': { section: string; count: number };
  'board.not_nudged': {
    code: 'already' | 'not-owed' | 'nobody' | 'undelivered';
    section: string;
    at: string;
    who: string;
    command: string;
  };
}

const title = '令和7年度実績の照会';
const due = '5月7日（木）';
const derivation = '5月6日（水）は振替休日のため、次の開庁日の5月7日（木）になります。';
const section = 'デジタルみやぎ推進課';
const who = 'デジタルみやぎ推進課長';
const command = '/plan';

export const boardSamples: SamplesOf<BoardMessages> = {
  'board.title': [{ title }],
  'board.head': [
    {
      plan: 'みやぎ情報化推進ポリシー',
      year: '令和7年度',
      state: '受付中',
      due,
      left: 'あと3日',
      derivation,
      sections: 9,
      kpis: 38,
    },
  ],
  'board.paused': nothing,
  'board.draft': nothing,
  'board.chart': each(['title', 'series'], (part) => ({ part })),
  'board.caption': nothing,
  'board.column': each(['section', 'stage', 'late', 'since', 'who', 'preliminary', 'kpis'], (column) => ({ column })),
  'board.late': nothing,
  'board.preliminary': each([true, false], (preliminary) => ({ preliminary })),
  'board.empty': nothing,
  'board.person': [
    { name: '課長', post: who },
    { name: '課長', post: '' },
  ],
  'board.row': [
    {
      section,
      stage: '提出済',
      late: true,
      preliminary: '速報',
      kpis: 3,
      since: '5月1日（金） 10:05',
      who,
      coordinators: true,
    },
    {
      section,
      stage: '未着手',
      late: false,
      preliminary: null,
      kpis: 3,
      since: null,
      who: null,
      coordinators: false,
    },
  ],
  'board.shown': [
    { from: 1, to: 10, total: 12, stage: '未着手' },
    { from: 1, to: 9, total: 9, stage: null },
  ],
  'board.nobody_here': [{ stage: '未着手' }, { stage: null }],
  'board.filter': each(['placeholder', 'group', 'all'], (part) => ({ part })),
  'board.button': each(
    [
      'open',
      'extend',
      'pause',
      'resume',
      'close',
      'reopen',
      'exclude',
      'include',
      'schedule',
      'ledger',
      'refresh',
      'look',
      'nudge',
    ],
    (button) => ({ button }),
  ),
  'board.confirm_close': each(['title', 'text', 'yes', 'no'], (part) => ({ part, owing: 3 })),
  'board.done': each(
    ['create', 'open', 'pause', 'resume', 'close', 'reopen', 'extend', 'exclude', 'include'],
    (deed) => ({
      deed,
      due,
      derivation,
    }),
  ),
  'board.changed': [
    { who, at: '5月1日（金） 10:05', action: '期限や対象を変更' },
    { who: null, at: '', action: '' },
  ],
  'board.wrong_state': [{ state: '終了' }],
  'board.dates': [{ fault: 'もう過ぎています。' }],
  'board.extend_title': nothing,
  'board.extend_submit': nothing,
  'board.extend_now': [{ title, due, derivation }],
  'board.extend_then': [{ due, derivation }],
  'board.extend_field': each(['due', 'reason'], (field) => ({ field })),
  'board.reason_hint': nothing,
  'board.exclude_title': nothing,
  'board.exclude_submit': nothing,
  'board.exclude_intro': [{ title }],
  'board.exclude_field': each(['section', 'kpi', 'reason'], (field) => ({ field })),
  'board.exclude_fault': each(['neither', 'no-match'], (code) => ({ code })),
  'board.include_title': nothing,
  'board.include_submit': nothing,
  'board.include_intro': [{ title }],
  'board.include_field': each(['exclusion', 'reason'], (field) => ({ field })),
  'board.include_fault': nothing,
  'board.excluded': [
    { excluded: [{ name: section, reason: '事業終了' }], rest: 0 },
    { excluded: [{ name: section, reason: '事業終了' }], rest: 3 },
  ],
  'board.excluded_name': [
    { section, kpi: null },
    { section: null, kpi: '電子申請の件数' },
    { section, kpi: '電子申請の件数' },
  ],
  'board.nudge': [
    { users: ['U012AB3CD'], title, section, due, late: true, stage: '未着手', command },
    { users: [], title, section, due, late: false, stage: '下書き', command },
  ],
  'board.nudged': [{ section, count: 1 }],
  'board.not_nudged': each(['already', 'not-owed', 'nobody', 'undelivered'], (code) => ({
    code,
    section,
    at: '10:05',
    who,
    command,
  })),
};
