import { each, nothing, type SamplesOf } from './sample.ts';

type Nothing = Record<string, never>;
interface Tally {
  asked: number;
  answered: number;
  preliminary: number;
  approved: number;
  late: number;
}
type State = 'planned' | 'skipped' | 'issued' | 'lapsed';
const buttons = ['note', 'send', 'skip', 'unskip', 'settings', 'open', 'thread', 'back', 'next', 'previous'] as const;
const attentionKinds = ['late', 'returned', 'unstaffed', 'due-soon', 'unexplained', 'undecided'] as const;
const states = ['planned', 'skipped', 'issued', 'lapsed'] as const;
const fields = ['note', 'channels', 'automatic'] as const;

/** 週報, and what coordinators do with it. Days, figures and states come as words. */
export interface DigestMessages {
  'digest.title': { from: string; until: string };
  'digest.text': { from: string; until: string; headline: string };
  /** `asked` and `answered` are sections; `week` those that answered in the period. */
  'digest.headline': { rounds: number; asked: number; answered: number; week: number; approved: number };
  'digest.coverage': { sections: Tally; kpis: Tally & { notMeasured: number } };
  'digest.chart': { part: 'title' | 'asked' | 'preliminary' | 'approved' | 'late' };
  'digest.round': Tally & { title: string; state: 'open' | 'paused' | 'closed'; due: string };
  'digest.more_rounds': { count: number };
  'digest.attention_head': Nothing;
  /** `more` sections beside those that are named. */
  'digest.attention': {
    kind: (typeof attentionKinds)[number];
    title: string;
    due: string;
    count: number;
    sections: readonly string[];
    more: number;
  };
  'digest.attention_more': { count: number };
  'digest.note': { note: string };
  'digest.corrected': {
    number: number;
    at: string;
    name: string;
    section: string;
    before: string;
    after: string;
    more: number;
  };
  'digest.footer': { parts: number };
  'digest.part_text': { part: number };
  'digest.heading': { kind: 'round' | 'date' | 'paused' };
  'digest.area': {
    area: string | null;
    continued: boolean;
    reported: number;
    corrected: number;
    met: number;
    missed: number;
    notMeasured: number;
  };
  /** `before` stands where the figure is a correction; `value` is null where it was not measured; `why` is the note, or the reason for not measuring. */
  'digest.line': {
    state: string;
    name: string;
    before: string | null;
    value: string | null;
    target: string | null;
    section: string;
    preliminary: boolean;
    why: string | null;
  };
  'digest.not_measured': Nothing;
  'digest.date': { day: string; kind: 'due' | 'reminder' | 'digest'; title: string; step: string };
  'digest.paused': { title: string };
  'digest.correction_text': { number: number };
  'digest.correction': { number: number; at: string };
  'digest.correction_more': { count: number };
  'digest.preview': {
    state: State;
    day: string;
    issues: string;
    issuedAt: string;
    automatic: boolean;
    channels: number;
    /** Why it goes on that day; null where it goes on the Monday. */
    derivation: string | null;
  };
  'digest.preview_text': { state: State; day: string };
  'digest.setup': Nothing;
  'digest.button': { button: (typeof buttons)[number] };
  'digest.confirm_send': { part: 'title' | 'text' | 'yes' | 'no'; day: string; channels: number };
  'digest.done': { deed: 'note' | 'send' | 'skip' | 'unskip' | 'set'; day: string };
  'digest.not_done': { code: 'changed' | 'no-channels' };
  'digest.earlier_head': Nothing;
  'digest.earlier': { day: string; state: 'issued' | 'skipped' | 'planned'; issuedAt: string; corrections: number };
  'digest.note_title': Nothing;
  'digest.settings_title': Nothing;
  'digest.submit': Nothing;
  'digest.field': { field: (typeof fields)[number] };
  'digest.hint': { field: (typeof fields)[number]; longest: number };
  'digest.automatic': { automatic: boolean };
  'digest.slot': { state: State; day: string; issues: string; automatic: boolean; channels: number };
}

const period = { from: '11月23日（月）', until: '11月30日（月）' };
const day = '11月30日（月）';
const issues = '11月30日（月） 9:00';
const title = '令和7年度実績の照会';
const section = 'デジタルみやぎ推進課';
const name = '公開データ数';
const derivation = '11月23日（月）は勤労感謝の日のため、次の開庁日の11月24日（火）になります。';
const tally = { asked: 9, answered: 5, preliminary: 3, approved: 2, late: 1 };

export const digestSamples: SamplesOf<DigestMessages> = {
  'digest.title': [period],
  'digest.text': [{ ...period, headline: 'この期間に受け付けた照会はありません。' }],
  'digest.headline': [
    { rounds: 2, asked: 11, answered: 7, week: 3, approved: 1 },
    { rounds: 1, asked: 9, answered: 0, week: 0, approved: 0 },
    { rounds: 0, asked: 0, answered: 0, week: 0, approved: 0 },
  ],
  'digest.coverage': [{ sections: tally, kpis: { ...tally, notMeasured: 1 } }],
  'digest.chart': each(['title', 'asked', 'preliminary', 'approved', 'late'], (part) => ({ part })),
  'digest.round': each(['open', 'paused', 'closed'], (state) => ({ ...tally, title, state, due: day })),
  'digest.more_rounds': [{ count: 3 }],
  'digest.attention_head': nothing,
  'digest.attention': each(attentionKinds, (kind) => ({
    kind,
    title,
    due: day,
    count: 4,
    sections: [section, '情報管理課', '契約課'],
    more: 1,
  })),
  'digest.attention_more': [{ count: 2 }],
  'digest.note': [{ note: '期限が近づいています。早めの回答をお願いします。' }],
  'digest.corrected': [{ number: 1, at: issues, name, section, before: '347 件', after: '350 件', more: 2 }],
  'digest.footer': each([0, 2], (parts) => ({ parts })),
  'digest.part_text': [{ part: 1 }],
  'digest.heading': each(['round', 'date', 'paused'], (kind) => ({ kind })),
  'digest.area': [
    { area: '庁内の人材育成', continued: false, reported: 3, corrected: 1, met: 1, missed: 1, notMeasured: 1 },
    { area: null, continued: true, reported: 0, corrected: 0, met: 0, missed: 0, notMeasured: 0 },
  ],
  'digest.line': [
    {
      state: '未達成',
      name,
      before: '347 件',
      value: '350 件',
      target: '500 件',
      section,
      preliminary: true,
      why: '公開が一巡したため。',
    },
    { state: '達成', name, before: null, value: '500 件', target: null, section, preliminary: false, why: null },
    { state: '未測定', name, before: '500 件', value: null, target: null, section, preliminary: true, why: '調査中' },
  ],
  'digest.not_measured': nothing,
  'digest.date': each(['due', 'reminder', 'digest'], (kind) => ({ day, kind, title, step: '期限の5開庁日前' })),
  'digest.paused': [{ title }],
  'digest.correction_text': [{ number: 1 }],
  'digest.correction': [{ number: 1, at: issues }],
  'digest.correction_more': [{ count: 12 }],
  'digest.preview': [
    ...each(states, (state) => ({ state, day, issues, issuedAt: issues, automatic: true, channels: 2, derivation })),
    { state: 'planned', day, issues, issuedAt: '', automatic: false, channels: 2, derivation: null },
    { state: 'planned', day, issues, issuedAt: '', automatic: true, channels: 0, derivation: null },
  ],
  'digest.preview_text': each(states, (state) => ({ state, day })),
  'digest.setup': nothing,
  'digest.button': each(buttons, (button) => ({ button })),
  'digest.confirm_send': each(['title', 'text', 'yes', 'no'], (part) => ({ part, day, channels: 2 })),
  'digest.done': each(['note', 'send', 'skip', 'unskip', 'set'], (deed) => ({ deed, day })),
  'digest.not_done': each(['changed', 'no-channels'], (code) => ({ code })),
  'digest.earlier_head': nothing,
  'digest.earlier': each(['issued', 'skipped', 'planned'], (state) => ({
    day,
    state,
    issuedAt: issues,
    corrections: 1,
  })),
  'digest.note_title': nothing,
  'digest.settings_title': nothing,
  'digest.submit': nothing,
  'digest.field': each(fields, (field) => ({ field })),
  'digest.hint': each(fields, (field) => ({ field, longest: 500 })),
  'digest.automatic': each([true, false], (automatic) => ({ automatic })),
  'digest.slot': [
    ...each(states, (state) => ({ state, day, issues, automatic: true, channels: 2 })),
    { state: 'planned', day, issues, automatic: false, channels: 2 },
    { state: 'planned', day, issues, automatic: true, channels: 0 },
  ],
};
