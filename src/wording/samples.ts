import { boardSamples } from './board-messages.ts';
import { deadlineSamples } from './deadline-messages.ts';
import { deskSamples } from './desk-messages.ts';
import { digestSamples } from './digest-messages.ts';
import { homeSamples } from './home-messages.ts';
import { ledgerSamples } from './ledger-messages.ts';
import { localSamples } from './local-messages.ts';
import type { Messages } from './messages.ts';
import { noticeDeskSamples } from './notice-desk-messages.ts';
import { noticeSamples } from './notice-messages.ts';
import { outboxSamples } from './outbox-messages.ts';
import { reportSamples } from './report-samples.ts';
import { rosterSamples } from './roster-messages.ts';
import { roundSamples } from './round-messages.ts';
import { each, nothing, type SamplesOf } from './sample.ts';
import { sheetSamples } from './sheet-messages.ts';
import { storeSamples } from './store-messages.ts';
import { transferSamples } from './transfer-messages.ts';

const plan = 'みやぎICT推進プラン(2014~2016)（H26–H28）';
const reasons = ['unknown-words', 'no-item', 'no-number', 'no-section', 'no-kpi', 'nothing-asked'] as const;

/** Values with which every template is rendered when the program starts, each state and each optional part once. */
export const samples: SamplesOf<Messages> = {
  'words.state': each(['met', 'missed', 'not-measured', 'no-actual', 'no-target', 'not-comparable'], (state) => ({
    state,
  })),
  'words.mark': each(['◎', '○', '△', '×', '—'], (mark) => ({ mark })),
  'words.rule': each(['raise', 'lower', 'keep-at-least', 'keep-at-most'], (rule) => ({ rule })),
  'words.difference': each(['two-labels', 'row-label', 'printed-without-actual', 'unexplained'], (difference) => ({
    difference,
    printed: '一部達成',
    computed: '未達成',
    count: 2,
  })),
  'words.review': each(['abolished', 'changed'], (review) => ({ review })),
  'words.kind': each(['measure', 'direction', 'activity', 'site', 'topic'], (kind) => ({ kind })),
  'words.outcome': each(
    [
      'missed',
      'met',
      'partly-met',
      'below',
      'above',
      'as-planned',
      'not-judged',
      'not-measured',
      'abolished',
      'reviewed',
      'merged',
    ],
    (outcome) => ({ outcome }),
  ),
  'words.link': each(['related', 'same-as', 'merged-into', 'see-also'], (kind) => ({ kind })),
  'words.lineage': [
    ...each(['continued', 'restructured', 'merged', 'split'], (kind) => ({ kind, inferred: false })),
    { kind: 'continued', inferred: true },
  ],
  'words.filter': each(['section', 'department', 'mark', 'outcome', 'years', 'month', 'plan', 'kpi'], (kind) => ({
    kind,
    name: '情報政策課',
  })),
  'words.plan': [
    { title: 'みやぎIT推進プラン2013', edition: '当初プラン', from: 'H23', to: 'H25' },
    { title: 'みやぎICT推進プラン(2014~2016)', edition: null, from: 'H26', to: 'H28' },
  ],
  'words.ended': nothing,

  'card.body': [
    {
      title: '電子申請の推進',
      number: '4-2-1①②',
      plan,
      ended: '計画期間終了',
      sections: '総務部 税務課',
      status: '自己評価：○',
    },
    { title: 'オープンデータ', number: null, plan, ended: null, sections: '', status: '解説' },
  ],
  'card.kpi': [{ state: '未達成', name: 'オープンデータみやぎ公開数', actual: '347', target: '500', more: 1 }],
  'card.mark': [{ mark: 'ほぼ目標・計画どおり（○）' }],
  'card.none': [{ kind: '主要取組' }],
  'card.details': nothing,
  'card.details_label': [{ title: '電子申請の推進' }],

  'found.text': [
    { question: '電子申請', count: 12, first: '電子申請の推進' },
    { question: '電子申請', count: 0, first: null },
  ],
  'found.headline': [{ question: '<!channel>', count: 12, from: 1, last: 5 }],
  'found.reading': [{ typed: 'でんししんせい', read: '電子申請' }],
  'found.filters': [{ names: '情報政策課・△' }],
  'found.remove': [{ name: '情報政策課' }],
  'found.remove_label': [{ name: '情報政策課' }],
  'found.near': nothing,
  'found.next': [{ count: 5 }],
  'found.previous': nothing,
  'found.shortened': [{ longest: 300 }],
  'found.share': nothing,
  'found.shared': [{ user: 'U012AB3CD', question: '電子申請' }],

  'lead.who': [
    { title: '電子申請の推進', sections: '震災復興・企画部 情報政策課', plan },
    { title: '電子申請の推進', sections: '', plan },
  ],
  'lead.status_kpi': [{ title: '電子申請', state: '達成', name: '利用率', actual: '45%', target: '43%', plan }],
  'lead.status_mark': [{ title: '電子申請', mark: 'ほぼ目標・計画どおり（○）', plan }],
  'lead.status_none': [{ title: '電子申請', plan }],
  'lead.evidence': [{ evidence: '平成24年11月に導入した。', title: '県ホームページ', plan }],
  'lead.figure': [
    { title: '電子申請', name: '利用率', actual: '45%', baseline: '38%', target: '43%', plan },
    { title: '電子申請', name: '利用率', actual: null, baseline: '38%', target: '43%', plan },
  ],
  'lead.tally': [{ count: 12 }],
  'lead.not_stated': each(['when', 'count', 'why'], (asked) => ({ asked, title: '電子申請', plan })),

  'item.text': [{ title: '電子申請の推進', plan, status: '自己評価：○' }],
  'item.facts': [
    {
      plan,
      ended: '計画期間終了',
      kind: '事業・施策',
      number: '4-2-1①②',
      group: '県ホームページの充実',
      goal: '4. 電子自治体化の推進',
      category: '2 行政手続オンライン化の推進',
      sections: '総務部 税務課',
      today: 'デジタルみやぎ推進課（推定）',
    },
    { plan, ended: null, kind: '解説', number: null, group: null, goal: null, category: null, sections: '', today: '' },
  ],
  'item.summary': [{ summary: '電子申請を運用する。' }],
  'item.evaluation': [
    { mark: 'ほぼ目標・計画どおり（○）', reason: '利用率が目標を上回った。', same: null },
    { mark: '評価が困難（—）', reason: null, same: '3-2-3' },
  ],
  'item.review': [{ review: '震災により見直し（廃止）' }],
  'item.schedule': [
    {
      cells: [
        { year: 'H23', text: '運用' },
        { year: 'H24', text: '→' },
      ],
    },
  ],
  'item.fields': [{ fields: [{ label: '主体', text: '県，市町村' }] }],
  'item.links': [{ links: [{ kind: '参考', title: '電子申請オンライン利用の促進', plan }] }],
  'item.urls': [{ urls: ['http://www.pref.miyagi.jp/'] }],
  'item.lineage': [
    { older: [{ title: '電子申請の推進', plan, kind: '継続' }], newer: [] },
    { older: [], newer: [{ title: '電子申請の推進', plan, kind: '継続（推定）' }] },
  ],
  'item.slips': [{ slips: ['「-」と印字。「—」と同じ扱い。'] }],
  'item.source': [{ document: 'みやぎIT推進プラン2013', at: '4-2-1' }],
  'item.near': [{ items: [{ number: '1-1-5①', title: '宮城県河川流域情報システム' }] }],
  'item.history': nothing,
  'item.section': [{ name: '情報政策課' }],
  'item.kpi': [
    {
      name: 'オープンデータみやぎ公開数',
      state: '未達成',
      rate: '7.3%',
      baseline: '335',
      target: '500',
      actual: '347',
      earlier: 'R5年度',
      printed: '未達成',
      difference: '理由は資料から確認できません。',
      rule: '増やす指標',
      analysis: '有効性が定着していない。',
      accepted: '報告 R7 速報　350 データセット（未達成）',
    },
    {
      name: '電子決裁率',
      state: '未測定',
      rate: null,
      baseline: '記載なし',
      target: '前年度越え',
      actual: '記載なし',
      earlier: null,
      printed: '',
      difference: null,
      rule: '増やす指標',
      analysis: null,
      accepted: null,
    },
  ],
  'item.accepted': [
    { year: 'R7', preliminary: true, value: '350', unit: 'データセット', reason: null, state: '未達成' },
    { year: 'R7', preliminary: false, value: null, unit: null, reason: '調査が翌年度のため', state: '未測定' },
  ],
  'item.value': [
    { text: '500', unit: 'データセット' },
    { text: '全所属', unit: null },
  ],
  'item.rate': [{ rate: '7.3' }, { rate: null }],
  'item.no_value': nothing,

  'section.text': [{ name: '情報政策課', count: 36 }],
  'section.title': [{ name: '情報政策課' }],
  'section.names': [
    {
      spans: [
        { department: '震災復興・企画部', name: '情報政策課', from: null, to: null, source: 'みやぎIT推進プラン2013' },
        { department: '企画部', name: '情報政策課', from: '2011-04-01', to: '2021-03-31', source: '報道' },
      ],
      before: [{ name: '情報産業振興室', basis: '推定', note: '所管の引継ぎから。' }],
      after: [{ name: 'デジタルみやぎ推進課', basis: '県のページ', note: '日付は確認できず。' }],
    },
    {
      spans: [{ department: '出納局', name: '契約課', from: null, to: null, source: 'IT2013' }],
      before: [],
      after: [],
    },
  ],
  'section.basis': each(['printed', 'official', 'press', 'inferred'], (basis) => ({ basis })),
  'section.plan': [{ plan, ended: '計画期間終了', name: '情報政策課', count: 14 }],
  'section.nothing': nothing,
  'section.caption': [{ plan, name: '情報政策課' }],
  'section.column_number': nothing,
  'section.column_title': nothing,
  'section.column_status': nothing,
  'section.choose_text': [{ count: 58 }],
  'section.choose': [
    { count: 58, words: '' },
    { count: 2, words: '情報' },
  ],
  'section.choose_placeholder': nothing,
  'section.choose_department': [{ department: '総務部', names: '広報課、税務課' }],

  'kpi.text': [
    { question: '', count: 30, met: 19, missed: 9, other: 2 },
    { question: '研修', count: 3, met: 3, missed: 0, other: 0 },
  ],
  'kpi.headline': [{ question: '研修', count: 3, met: 3, missed: 0, other: 0 }],
  'kpi.caption': [{ question: '研修' }],
  'kpi.column_name': nothing,
  'kpi.column_state': nothing,
  'kpi.column_actual': nothing,
  'kpi.column_target': nothing,
  'kpi.column_baseline': nothing,
  'kpi.column_printed': nothing,
  'kpi.column_section': nothing,
  'kpi.chart_title': [{ name: 'オープンデータみやぎ公開数' }],
  'kpi.chart_baseline': nothing,
  'kpi.chart_target': nothing,
  'kpi.chart_actual': nothing,
  'kpi.overview_text': [{ plan, count: 30, met: 19, missed: 9 }],
  'kpi.overview': [
    { plan, ended: '計画期間終了', count: 30, met: 19, missed: 9, unmeasured: 1, incomparable: 1 },
    { plan, ended: null, count: 30, met: 20, missed: 9, unmeasured: 1, incomparable: 0 },
  ],
  'kpi.overview_caption': nothing,
  'kpi.overview_chart': nothing,
  'kpi.column_area': nothing,
  'kpi.column_met': nothing,
  'kpi.column_missed': nothing,
  'kpi.column_unmeasured': nothing,
  'kpi.headlines': nothing,
  'kpi.list_missed': nothing,
  'kpi.list_met': nothing,
  'kpi.empty': nothing,

  'history.text': [{ question: '電子申請', plans: 4, count: 9 }],
  'history.headline': [{ question: '電子申請' }],
  'history.step': [
    {
      plan,
      items: [
        {
          number: '2-2-5',
          title: '電子申請オンライン利用の促進',
          status: '',
          from: [{ title: '電子申請の推進', kind: '継続' }],
        },
        { number: null, title: '新電子申請システム', status: '主要取組', from: [] },
      ],
      more: 2,
    },
    { plan, items: [{ number: null, title: '新電子申請システム', status: '主要取組', from: [] }], more: 0 },
  ],
  'history.gap': [{ plan, document: 'みやぎICT利活用推進プランの概要' }],
  'history.inferred': nothing,

  'none.text': [{ question: 'ラーメン' }],
  'none.headline': each(reasons, (reason) => ({ question: 'ラーメン', reason, unknown: 'ラーメン' })),
  'none.suggestions': nothing,
  'none.next': each(reasons, (reason) => ({ reason, command: '/plan' })),

  'help.text': [{ command: '/plan' }],
  'help.headline': [{ command: '/plan', plans: 'みやぎIT推進プラン2013' }],
  'help.command': each(
    [
      'search',
      'number',
      'question',
      'section',
      'kpi',
      'history',
      'deadlines',
      'report',
      'round',
      'export',
      'roster',
      'outbox',
      'ledger',
      'digest',
      'help',
    ],
    (id) => ({
      id,
      command: '/plan',
    }),
  ),
  'help.elsewhere': nothing,
  'help.sources': nothing,
  'help.try': nothing,

  'problem.unexpected': [{ token: '7f3a9c' }],
  'problem.database': [{ token: '7f3a9c' }],
  'problem.gone': [{ command: '/plan' }],
  'problem.starting': [{ command: '/plan' }],
  'problem.expired': [{ command: '/plan' }],

  'home.headline': nothing,
  'home.intro': [{ command: '/plan' }],
  'home.try': nothing,
  'home.sections': nothing,
  'home.plans': [{ plans: [{ name: plan, count: 51, document: '分野2' }] }],
  'home.example': [{ question: '電子申請' }],

  'modal.title': nothing,
  'modal.close': nothing,
  'modal.share': nothing,
  'modal.share_with': nothing,
  'modal.share_hint': nothing,

  'data.headline': [{ count: 2 }],
  'data.fault': each(
    [
      'readable',
      'json',
      'shape',
      'some-plan',
      'file-name',
      'unique',
      'item-id',
      'kpi-id',
      'existing-item',
      'existing-plan',
      'existing-section',
      'used-section',
      'plan-year',
      'ascending',
      'same-mark',
      'mark-total',
      'count',
      'sum',
      'newer-plan',
      'another-item',
      'evaluated-item',
      'reason-or-same',
      'value-of-text',
      'target-above',
    ],
    (code) => ({ file: 'plans/it2013.json', path: 'items[0].id', found: '"x"', code, detail: '16' }),
  ),
  'config.headline': [{ count: 2 }],
  'config.fault': each(['missing', 'either', 'form', 'one-of', 'same-port'], (code) => ({
    variable: 'SLACK_APP_TOKEN',
    code,
    expected: 'SLACK_SIGNING_SECRET',
  })),
  'config.refused': each(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'], (variable) => ({ variable, code: 'token_revoked' })),
  'config.usage': nothing,
  'config.manifest_usage': nothing,

  'data.sound': [{ plans: 5, items: 320, kpis: 44, sections: 58, lineage: 120 }],

  ...deskSamples,
  ...digestSamples,
  ...roundSamples,
  ...boardSamples,
  ...rosterSamples,
  ...ledgerSamples,
  ...localSamples,
  ...transferSamples,
  ...sheetSamples,
  ...reportSamples,
  ...storeSamples,
  ...homeSamples,
  ...deadlineSamples,
  ...noticeDeskSamples,
  ...noticeSamples,
  ...outboxSamples,
};
