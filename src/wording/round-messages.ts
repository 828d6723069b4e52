import { each, nothing, type SamplesOf } from './sample.ts';

type Nothing = Record<string, never>;
type Stage = 'not-started' | 'draft' | 'submitted' | 'confirmed' | 'accepted' | 'returned';
type Field = 'title' | 'plan' | 'year' | 'kpis' | 'sections' | 'opens' | 'due' | 'closedDays' | 'grace' | 'ladder';
type Rule = 'next' | 'previous';

/** What a coordinator reads of rounds: the list, the form, the preview. Days and counts come as words. */
export interface RoundMessages {
  'round.day': { year: number | null; month: number; day: number; weekday: number };
  'round.moment': { day: string; time: string };
  'round.left': { days: number; inGrace: boolean };
  'round.closed_reason': { code: 'saturday' | 'sunday' | 'holiday' | 'turn-of-year' | 'office'; name: string };
  'round.derivation': { passed: readonly { day: string; reason: string }[]; day: string; rule: Rule };
  'round.state': { state: 'draft' | 'open' | 'paused' | 'closed' };
  'round.stage': { stage: Stage };
  'round.counts': { counts: readonly { stage: string; count: number }[]; late: number };
  'round.list': { count: number };
  'round.none': Nothing;
  'round.not_found': { words: string };
  'round.choose': { words: string; count: number };
  'round.row': {
    title: string;
    state: string;
    plan: string;
    year: string;
    due: string;
    left: string;
    counts: string;
  };
  'round.button': { button: 'open' | 'new' | 'next' | 'previous' | 'back' | 'save' | 'all' };
  'round.form_title': Nothing;
  'round.form_submit': Nothing;
  'round.form_intro': Nothing;
  'round.field': { field: Field };
  'round.hint': { field: Field };
  'round.everything': { field: 'kpis' | 'sections' };
  'round.group': { field: 'plan' | 'year' | 'closedDays' | 'grace' | 'ladder' | 'kpis' | 'sections' };
  'round.rule': { rule: Rule };
  'round.grace': { days: number };
  'round.ladder_note': Nothing;
  'round.ladder_placeholder': Nothing;
  'round.fault': {
    code: 'missing' | 'past' | 'before-opens' | 'not-later' | 'nobody' | 'too-many' | 'unknown';
  };
  'round.preview_title': Nothing;
  'round.preview_submit': Nothing;
  'round.preview_head': {
    title: string;
    plan: string;
    year: string;
    opens: string;
    due: string;
    derivation: string;
    sections: number;
    kpis: number;
  };
  'round.preview_saved': Nothing;
  'round.reminders': {
    reminders: readonly { day: string; step: string; tooEarly: boolean }[];
    /** The last day of the grace; null where there is none. */
    graceEnds: string | null;
    escalation: { day: string; step: string };
  };
  'round.step': { step: number };
  'round.asked': {
    section: string;
    kpis: number;
    coordinators: boolean;
    formerly: readonly string[];
    inferred: boolean;
  };
  'round.more': { count: number };
  'round.calendar_warning': { warning: 'beyond-holidays' | 'equinox-calculated' };
  'round.unassigned': { kpis: readonly string[] };
  'round.unknown': { ids: readonly string[] };
}

const day = '5月7日（木）';
const plan = { title: '令和7年度実績の照会', plan: 'みやぎ情報化推進ポリシー', year: '令和7年度' };
const fields = ['title', 'plan', 'year', 'kpis', 'sections', 'opens', 'due', 'closedDays', 'grace', 'ladder'] as const;

export const roundSamples: SamplesOf<RoundMessages> = {
  'round.day': [
    { year: 2026, month: 5, day: 7, weekday: 4 },
    { year: null, month: 5, day: 7, weekday: 7 },
  ],
  'round.moment': [{ day, time: '10:05' }],
  'round.left': [...each([3, 0, -2], (days) => ({ days, inGrace: false })), { days: -1, inGrace: true }],
  'round.closed_reason': each(['saturday', 'sunday', 'holiday', 'turn-of-year', 'office'], (code) => ({
    code,
    name: '振替休日',
  })),
  'round.derivation': [
    { passed: [], day, rule: 'next' },
    { passed: [{ day: '5月6日（水）', reason: '振替休日' }], day, rule: 'next' },
    { passed: [{ day: '5月9日（土）', reason: '土曜日' }], day, rule: 'previous' },
  ],
  'round.state': each(['draft', 'open', 'paused', 'closed'], (state) => ({ state })),
  'round.stage': each(['not-started', 'draft', 'submitted', 'confirmed', 'accepted', 'returned'], (stage) => ({
    stage,
  })),
  'round.counts': [{ counts: [{ stage: '未着手', count: 3 }], late: 1 }],
  'round.list': [{ count: 3 }],
  'round.none': nothing,
  'round.not_found': [{ words: '令和6年度' }],
  'round.choose': [{ words: '照会', count: 2 }],
  'round.row': [{ ...plan, state: '受付中', due: day, left: 'あと3日', counts: '未着手 3' }],
  'round.button': each(['open', 'new', 'next', 'previous', 'back', 'save', 'all'], (button) => ({ button })),
  'round.form_title': nothing,
  'round.form_submit': nothing,
  'round.form_intro': nothing,
  'round.field': each(fields, (field) => ({ field })),
  'round.hint': each(fields, (field) => ({ field })),
  'round.everything': each(['kpis', 'sections'], (field) => ({ field })),
  'round.group': each(['plan', 'year', 'closedDays', 'grace', 'ladder', 'kpis', 'sections'], (field) => ({ field })),
  'round.rule': each(['next', 'previous'], (rule) => ({ rule })),
  'round.grace': each([0, 3], (days) => ({ days })),
  'round.ladder_note': nothing,
  'round.ladder_placeholder': nothing,
  'round.fault': each(['missing', 'past', 'before-opens', 'not-later', 'nobody', 'too-many', 'unknown'], (code) => ({
    code,
  })),
  'round.preview_title': nothing,
  'round.preview_submit': nothing,
  'round.preview_head': [{ ...plan, opens: day, due: day, derivation: `${day}は開庁日です。`, sections: 9, kpis: 38 }],
  'round.preview_saved': nothing,
  'round.reminders': each([null, day], (graceEnds) => ({
    reminders: [{ day, step: '期限の日', tooEarly: true }],
    graceEnds,
    escalation: { day, step: '期限の3開庁日後' },
  })),
  'round.step': each([-10, 0, 3], (step) => ({ step })),
  'round.asked': [
    { section: 'デジタルみやぎ推進課', kpis: 3, coordinators: true, formerly: ['情報政策課'], inferred: true },
    { section: 'デジタルみやぎ推進課', kpis: 3, coordinators: false, formerly: [], inferred: false },
  ],
  'round.more': [{ count: 12 }],
  'round.calendar_warning': each(['beyond-holidays', 'equinox-calculated'], (warning) => ({ warning })),
  'round.unassigned': [{ kpis: ['公開データ数'] }],
  'round.unknown': [{ ids: ['情報政策課'] }],
};
