import { each, nothing, type SamplesOf } from './sample.ts';

type Nothing = Record<string, never>;
type Change =
  | 'due'
  | 'title'
  | 'paused'
  | 'resumed'
  | 'exclusion'
  | 'inclusion'
  | 'head'
  | 'post'
  | 'to'
  | 'deputies'
  | 'staff'
  | 'channel'
  | 'handed-over'
  | 'told-person'
  | 'told-channel'
  | 'line';
const actions = [
  'submit',
  'submit-on-behalf',
  'confirm',
  'return',
  'accept',
  'reopen-report',
  'record-approval',
  'open-round',
  'change-round',
  'pause-round',
  'close-round',
  'reopen-round',
  'create-round',
  'edit-roster',
  'confirm-roster',
  'hand-over',
  'request-exclusion',
  'decline-exclusion',
  'nudge',
  'export',
  'send-notice',
  'fail-notice',
  'hold-notice',
  'release-notice',
  'retry-notice',
  'snooze',
  'set-absence',
  'edit-digest',
  'skip-digest',
  'issue-digest',
  'set-digest',
] as const;

/** What is said of the record. Days, persons and changes come as words. */
export interface LedgerMessages {
  'ledger.head': { subject: string | null };
  'ledger.none': { subject: string | null };
  'ledger.not_found': { words: string; command: string };
  'ledger.several': { words: string; count: number };
  'ledger.several_own': Nothing;
  'ledger.row': {
    at: string;
    who: string;
    action: string;
    subject: string | null;
    via: string | null;
  };
  'ledger.reason': { reason: string };
  'ledger.bot': Nothing;
  'ledger.action': { action: (typeof actions)[number] };
  'ledger.via': { via: 'form' | 'excel' | 'on-behalf' | 'bot' };
  /** `name` is the KPI's, for a line of a report; a head stands by their id in Slack. */
  'ledger.change': { kind: Change; name: string; before: string | null; after: string | null };
  'ledger.not_measured': Nothing;
  'ledger.more_changes': { count: number };
  'ledger.button': { button: 'earlier' | 'newest' };
}

const subject = 'デジタルみやぎ推進課';
const kinds = [
  'due',
  'title',
  'paused',
  'resumed',
  'exclusion',
  'inclusion',
  'head',
  'post',
  'to',
  'deputies',
  'staff',
  'channel',
  'handed-over',
  'told-person',
  'told-channel',
  'line',
] as const;

export const ledgerSamples: SamplesOf<LedgerMessages> = {
  'ledger.head': [{ subject: null }, { subject }],
  'ledger.none': [{ subject: null }, { subject }],
  'ledger.not_found': [{ words: '情報', command: '/plan' }],
  'ledger.several': [{ words: '情報', count: 2 }],
  'ledger.several_own': nothing,
  'ledger.row': [
    {
      at: '5月1日（金） 10:05',
      who: '課長（デジタルみやぎ推進課長）',
      action: '報告を提出',
      subject,
      via: '入力画面',
    },
    { at: '5月1日（金） 10:05', who: '計画ナビ', action: '催促', subject: null, via: null },
  ],
  'ledger.reason': [{ reason: '集計が遅れたため' }],
  'ledger.bot': nothing,
  'ledger.action': each(actions, (action) => ({ action })),
  'ledger.via': each(['form', 'excel', 'on-behalf', 'bot'], (via) => ({ via })),
  'ledger.change': each(kinds, (kind) => ({ kind, name: '公開データ数', before: '347', after: '350' })),
  'ledger.not_measured': nothing,
  'ledger.more_changes': [{ count: 3 }],
  'ledger.button': each(['earlier', 'newest'], (button) => ({ button })),
};
