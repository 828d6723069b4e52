import type { ReportMessages } from './report-messages.ts';
import { each, nothing, type SamplesOf } from './sample.ts';

const command = '/plan';
const title = '令和6年度実績の照会';
const section = 'デジタルみやぎ推進課';
const who = '課長（デジタルみやぎ推進課長）';
const when = '2026年5月20日（水）10:00';
const due = '2026年5月29日（金）';
const name = 'オープンデータ公開件数';
const step = `${when}　${who}が提出しました。`;
const states = ['open', 'submitted', 'confirmed', 'accepted', 'returned'] as const;
const purposes = [
  'receipt',
  'please-confirm',
  'nobody-confirms',
  'please-accept',
  'confirmed',
  'returned',
  'accepted',
] as const;
const steps = ['submitted', 'confirmed', 'accepted', 'returned'] as const;
const reasons = ['return', 'reopen-report'] as const;
const judged = ['met', 'missed', 'not-measured', 'no-actual', 'no-target', 'not-comparable'] as const;
const approvalFields = ['on', 'by', 'document'] as const;
const fields = ['value', 'reason', 'measuredOn', 'mark', 'note'] as const;

/** Each state of what is said of reports, once. */
export const reportSamples: SamplesOf<ReportMessages> = {
  'report.button': each(
    ['fill', 'continue', 'correct', 'edit', 'look', 'confirm', 'accept', 'return', 'reopen', 'approve', 'back'],
    (button) => ({ button }),
  ),
  'report.button_label': [{ button: '報告する', section, title }],
  'report.person': each(['', 'デジタルみやぎ推進課長'], (post) => ({ name: '課長', post })),
  'report.stage': each(['not-started', 'draft', 'submitted', 'confirmed', 'accepted', 'returned'], (stage) => ({
    stage,
  })),
  'report.step': [
    ...each(steps, (one) => ({ step: one, who, when, reason: null, via: null })),
    { step: 'returned', who, when, reason: '測定日を確認してください。', via: null },
    ...each(['form', 'excel', 'on-behalf'], (via) => ({ step: 'submitted' as const, who, when, reason: null, via })),
  ],
  'report.approval': each([null, due], (day) => ({ day, by: 'デジタルみやぎ推進課長', document: 'デジ第12号' })),

  'report.duties_text': each([0, 1], (late) => ({ count: 2, late })),
  'report.duties_headline': each([0, 1], (late) => ({ count: 2, late })),
  'report.duties_empty': [{ command }],
  'report.duties_more': [{ count: 3 }],
  'report.duty': [
    ...each([-2, 0, 3], (days) => ({
      ...{ title, section, due, days, late: days < 0, owed: true, stage: '未着手' },
      ...{ who: null, when: null, reason: null, kpis: 4 },
    })),
    {
      ...{ title, section, due, days: -1, late: false, owed: true, stage: '未着手' },
      ...{ who: null, when: null, reason: null, kpis: 4 },
    },
    { title, section, due, days: 3, late: false, owed: false, stage: '差戻し', who, when, reason: '確認', kpis: 4 },
  ],

  'report.form_title': nothing,
  'report.form_button': each(['next', 'check', 'fix', 'submit', 'close'], (button) => ({ button })),
  'report.form_intro': [{ title, section, due, year: '令和6年度' }],
  'report.form_progress': [{ step: 2, steps: 4, from: 6, to: 10, count: 18 }],
  'report.form_notice': [
    ...each(['draft', 'stale', 'changed', 'returned'], (notice) => ({ notice, when, who, reason: '確認' })),
    { notice: 'changed', when: null, who: null, reason: null },
  ],
  'report.form_kpi': each(['', '情報システム課'], (sections) => ({
    ...{ number: 1, name, item: 'オープンデータの推進', sections, unit: sections === '' ? null : '件' },
    ...{ baseline: '335', target: '500', rule: '増やす指標' },
  })),
  'report.form_last': [
    ...each(['this-report', 'earlier-report', 'plan', 'nothing'], (from) => ({
      ...{ from, figure: '347 件', when: '2025年3月31日', preliminary: true },
    })),
    { from: 'plan', figure: '全所属', when: null, preliminary: false },
  ],
  'report.form_theirs': [{ who, when, line: '347 件' }],
  'report.field': each(fields, (field) => ({ field, unit: field === 'value' ? '件' : null })),
  'report.field_hint': each(fields, (field) => ({ field })),
  'report.mark_none': nothing,
  'report.read': each([true, false], (approximate) => ({ figure: '65.9 万人', approximate })),
  'report.line_state': each(judged, (state) => ({ state, target: '500 件', rate: state === 'met' ? '102.0%' : null })),
  'report.line_unmeasured': [{ reason: '調査が隔年のため' }],
  'report.line': [
    { name, said: '347 件', state: '未達成', measured: due, mark: 'ほぼ目標どおり（○）', note: '公開が一巡したため。' },
    { name, said: '未測定', state: null, measured: null, mark: null, note: null },
  ],
  'report.fault': each(
    [
      ...(['empty', 'dash', 'range', 'not-a-number', 'grouping', 'unit', 'too-long', 'neither', 'both'] as const),
      ...([
        'not-a-day',
        'not-a-mark',
        'text-too-long',
        'missing',
        'twice',
        'not-asked',
        'note-required',
        'date-required',
      ] as const),
    ],
    (code) => ({ code, typed: '人', expected: code === 'unit' ? '件' : null }),
  ),
  'report.question': each(
    [
      ...(['decreased', 'increased', 'slip', 'over-hundred', 'ratio'] as const),
      ...(['negative', 'same-as-before', 'far-above-target', 'outside-year', 'in-future'] as const),
    ],
    (code) => ({ code, before: '915', now: '491', perhaps: '4,910', year: '令和6年度' }),
  ),
  'report.check_headline': [
    { faults: 2, questions: 1, count: 4 },
    { faults: 0, questions: 1, count: 4 },
    { faults: 0, questions: 0, count: 4 },
  ],
  'report.check_faults': [{ count: 2 }],
  'report.check_questions': [{ count: 1 }],
  'report.check_lines': [{ met: 1, missed: 2, other: 1 }],
  'report.named': [{ name, text: '備考に理由を書いてください。' }],

  'report.page_title': each(['done', 'problem', 'closed'], (page) => ({ page })),
  'report.done': each(states, (state) => ({ title, section, state })),
  'report.closed': [
    ...each(['draft', 'closed'], (state) => ({ code: 'round-not-open' as const, state, step: null, command })),
    ...each(['confirmed', 'accepted'], (state) => ({ code: 'wrong-state' as const, state, step, command })),
  ],
  'report.escaped': [{ text: step }],
  'report.kept': [{ text: '取りまとめ担当に依頼してください。' }],
  'report.closed_unkept': [{ command }],

  'report.news_text': each(purposes, (purpose) => ({ purpose, title, section, who })),
  'report.news': each(purposes, (purpose) => ({ purpose, title, section, who, due, step })),
  'report.news_next': [
    ...each(purposes, (purpose) => ({ purpose, state: 'submitted' as const, preliminary: true })),
    { purpose: 'receipt', state: 'confirmed', preliminary: true },
    { purpose: 'accepted', state: 'accepted', preliminary: false },
  ],
  'report.news_since': each(['moved', 'anew', 'over'], (since) => ({ since, step })),
  'report.moved_text': each(states, (state) => ({ title, section, who: state === 'open' ? '' : who, state })),
  'report.news_more': [{ count: 4 }],
  'report.current_text': each(['done', 'meanwhile', 'newer'], (how) => ({ how, title, section, step })),
  'report.current': each(['done', 'anew', 'meanwhile', 'newer'], (how) => ({ how, title, section, step })),
  'report.undelivered': [{ token: '0a1b2c3d', count: 1 }],

  'report.sheet_title': nothing,
  'report.sheet_head': each([true, false, null], (preliminary) => ({
    ...{ title, section, due, stage: '提出済', preliminary },
    ...{ met: 1, missed: 2, other: 1 },
  })),
  'report.sheet_empty': [{ count: 4 }],
  'report.sheet_lines': each([true, false], (preliminary) => ({ preliminary })),
  'report.sheet_history': nothing,
  'report.sheet_version': [{ number: 2, step }],
  'report.sheet_change': each(['added', 'removed', 'changed', 'words'], (kind) => ({
    ...{ kind, name, before: '347 件', after: '357 件' },
  })),
  'report.sheet_difference': [
    {
      parts: [
        { kind: 'same', text: '公開が' },
        { kind: 'removed', text: '一巡した' },
        { kind: 'added', text: '増えた' },
      ],
    },
  ],

  'report.reason_title': each(reasons, (action) => ({ action })),
  'report.reason_intro': each(reasons, (action) => ({ action, title, section })),
  'report.reason_label': each(reasons, (action) => ({ action })),
  'report.reason_submit': each(reasons, (action) => ({ action })),
  'report.reason_missing': nothing,
  'report.approval_title': nothing,
  'report.approval_intro': [{ title, section }],
  'report.approval_field': each(approvalFields, (field) => ({ field })),
  'report.approval_missing': each(approvalFields, (field) => ({ field })),
  'report.approval_submit': nothing,
};
