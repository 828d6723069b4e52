import type { BoardMessages } from './board-messages.ts';
import type { DeadlineMessages } from './deadline-messages.ts';
import type { DeskMessages } from './desk-messages.ts';
import type { DigestMessages } from './digest-messages.ts';
import type { HomeMessages } from './home-messages.ts';
import type { LedgerMessages } from './ledger-messages.ts';
import type { LocalMessages } from './local-messages.ts';
import type { NoticeDeskMessages } from './notice-desk-messages.ts';
import type { NoticeMessages } from './notice-messages.ts';
import type { OutboxMessages } from './outbox-messages.ts';
import type { ReportMessages } from './report-messages.ts';
import type { RosterMessages } from './roster-messages.ts';
import type { RoundMessages } from './round-messages.ts';
import type { SheetMessages } from './sheet-messages.ts';
import type { StoreMessages } from './store-messages.ts';
import type { TransferMessages } from './transfer-messages.ts';

/** What each message of prompts/messages is given. The key is `<file>.<section>`; adding a state here breaks the build until every user of it agrees. */
export interface Messages
  extends LocalMessages,
    BoardMessages,
    DeadlineMessages,
    DeskMessages,
    HomeMessages,
    DigestMessages,
    LedgerMessages,
    NoticeDeskMessages,
    NoticeMessages,
    OutboxMessages,
    ReportMessages,
    RosterMessages,
    RoundMessages,
    SheetMessages,
    StoreMessages,
    TransferMessages {
  'words.state': { state: 'met' | 'missed' | 'not-measured' | 'no-actual' | 'no-target' | 'not-comparable' };
  'words.mark': { mark: '◎' | '○' | '△' | '×' | '—' };
  'words.rule': { rule: 'raise' | 'lower' | 'keep-at-least' | 'keep-at-most' };
  'words.difference': {
    difference: 'two-labels' | 'row-label' | 'printed-without-actual' | 'unexplained';
    printed: string;
    computed: string;
    count: number;
  };
  'words.review': { review: 'abolished' | 'changed' };
  'words.kind': { kind: 'measure' | 'direction' | 'activity' | 'site' | 'topic' };
  'words.outcome': {
    outcome:
      | 'missed'
      | 'met'
      | 'partly-met'
      | 'below'
      | 'above'
      | 'as-planned'
      | 'not-judged'
      | 'not-measured'
      | 'abolished'
      | 'reviewed'
      | 'merged';
  };
  'words.link': { kind: 'related' | 'same-as' | 'merged-into' | 'see-also' };
  'words.lineage': { kind: 'continued' | 'restructured' | 'merged' | 'split'; inferred: boolean };
  'words.filter': {
    kind: 'section' | 'department' | 'mark' | 'outcome' | 'years' | 'month' | 'plan' | 'kpi';
    name: string;
  };
  'words.plan': { title: string; edition: string | null; from: string; to: string };
  'words.ended': Record<string, never>;

  'card.body': {
    title: string;
    number: string | null;
    plan: string;
    ended: string | null;
    sections: string;
    status: string;
  };
  'card.kpi': { state: string; name: string; actual: string; target: string; more: number };
  'card.mark': { mark: string };
  'card.none': { kind: string };
  'card.details': Record<string, never>;
  'card.details_label': { title: string };

  'found.text': { question: string; count: number; first: string | null };
  'found.headline': { question: string; count: number; from: number; last: number };
  'found.reading': { typed: string; read: string };
  'found.filters': { names: string };
  'found.remove': { name: string };
  'found.remove_label': { name: string };
  'found.near': Record<string, never>;
  'found.next': { count: number };
  'found.previous': Record<string, never>;
  'found.shortened': { longest: number };
  'found.share': Record<string, never>;
  'found.shared': { user: string; question: string };

  'lead.who': { title: string; sections: string; plan: string };
  'lead.status_kpi': { title: string; state: string; name: string; actual: string; target: string; plan: string };
  'lead.status_mark': { title: string; mark: string; plan: string };
  'lead.status_none': { title: string; plan: string };
  'lead.evidence': { evidence: string; title: string; plan: string };
  'lead.figure': { title: string; name: string; actual: string | null; baseline: string; target: string; plan: string };
  'lead.tally': { count: number };
  'lead.not_stated': { asked: 'when' | 'count' | 'why'; title: string; plan: string };

  'item.text': { title: string; plan: string; status: string };
  'item.facts': {
    plan: string;
    ended: string | null;
    kind: string;
    number: string | null;
    group: string | null;
    goal: string | null;
    category: string | null;
    sections: string;
    today: string;
  };
  'item.summary': { summary: string };
  'item.evaluation': { mark: string; reason: string | null; same: string | null };
  'item.review': { review: string };
  'item.schedule': { cells: readonly { year: string; text: string }[] };
  'item.fields': { fields: readonly { label: string; text: string }[] };
  'item.links': { links: readonly { kind: string; title: string; plan: string }[] };
  'item.urls': { urls: readonly string[] };
  'item.lineage': {
    older: readonly { title: string; plan: string; kind: string }[];
    newer: readonly { title: string; plan: string; kind: string }[];
  };
  'item.slips': { slips: readonly string[] };
  'item.source': { document: string; at: string };
  'item.near': { items: readonly { number: string; title: string }[] };
  'item.history': Record<string, never>;
  'item.section': { name: string };
  'item.kpi': {
    name: string;
    state: string;
    rate: string | null;
    baseline: string;
    target: string;
    actual: string;
    earlier: string | null;
    printed: string;
    difference: string | null;
    rule: string;
    analysis: string | null;
    accepted: string | null;
  };
  'item.accepted': {
    year: string;
    preliminary: boolean;
    value: string | null;
    unit: string | null;
    reason: string | null;
    state: string;
  };
  'item.value': { text: string; unit: string | null };
  'item.rate': { rate: string | null };
  'item.no_value': Record<string, never>;

  'section.text': { name: string; count: number };
  'section.title': { name: string };
  'section.names': {
    spans: readonly { department: string; name: string; from: string | null; to: string | null; source: string }[];
    before: readonly { name: string; basis: string; note: string }[];
    after: readonly { name: string; basis: string; note: string }[];
  };
  'section.basis': { basis: 'printed' | 'official' | 'press' | 'inferred' };
  'section.plan': { plan: string; ended: string | null; name: string; count: number };
  'section.nothing': Record<string, never>;
  'section.caption': { plan: string; name: string };
  'section.column_number': Record<string, never>;
  'section.column_title': Record<string, never>;
  'section.column_status': Record<string, never>;
  'section.choose_text': { count: number };
  'section.choose': { count: number; words: string };
  'section.choose_placeholder': Record<string, never>;
  'section.choose_department': { department: string; names: string };

  'kpi.text': { question: string; count: number; met: number; missed: number; other: number };
  'kpi.headline': { question: string; count: number; met: number; missed: number; other: number };
  'kpi.caption': { question: string };
  'kpi.column_name': Record<string, never>;
  'kpi.column_state': Record<string, never>;
  'kpi.column_actual': Record<string, never>;
  'kpi.column_target': Record<string, never>;
  'kpi.column_baseline': Record<string, never>;
  'kpi.column_printed': Record<string, never>;
  'kpi.column_section': Record<string, never>;
  'kpi.chart_title': { name: string };
  'kpi.chart_baseline': Record<string, never>;
  'kpi.chart_target': Record<string, never>;
  'kpi.chart_actual': Record<string, never>;
  'kpi.overview_text': { plan: string; count: number; met: number; missed: number };
  'kpi.overview': {
    plan: string;
    ended: string | null;
    count: number;
    met: number;
    missed: number;
    unmeasured: number;
    incomparable: number;
  };
  'kpi.overview_caption': Record<string, never>;
  'kpi.overview_chart': Record<string, never>;
  'kpi.column_area': Record<string, never>;
  'kpi.column_met': Record<string, never>;
  'kpi.column_missed': Record<string, never>;
  'kpi.column_unmeasured': Record<string, never>;
  'kpi.headlines': Record<string, never>;
  'kpi.list_missed': Record<string, never>;
  'kpi.list_met': Record<string, never>;
  'kpi.empty': Record<string, never>;

  'history.text': { question: string; plans: number; count: number };
  'history.headline': { question: string };
  'history.step': {
    plan: string;
    items: readonly {
      number: string | null;
      title: string;
      status: string;
      from: readonly { title: string; kind: string }[];
    }[];
    more: number;
  };
  'history.gap': { plan: string; document: string };
  'history.inferred': Record<string, never>;

  'none.text': { question: string };
  'none.headline': {
    question: string;
    reason: 'unknown-words' | 'no-item' | 'no-number' | 'no-section' | 'no-kpi' | 'nothing-asked';
    unknown: string;
  };
  'none.suggestions': Record<string, never>;
  'none.next': {
    reason: 'unknown-words' | 'no-item' | 'no-number' | 'no-section' | 'no-kpi' | 'nothing-asked';
    command: string;
  };

  'help.text': { command: string };
  'help.headline': { command: string; plans: string };
  'help.command': {
    id:
      | 'search'
      | 'number'
      | 'question'
      | 'section'
      | 'kpi'
      | 'history'
      | 'deadlines'
      | 'report'
      | 'round'
      | 'export'
      | 'roster'
      | 'outbox'
      | 'ledger'
      | 'digest'
      | 'help';
    command: string;
  };
  'help.elsewhere': Record<string, never>;
  'help.sources': Record<string, never>;
  'help.try': Record<string, never>;

  'problem.unexpected': { token: string };
  'problem.database': { token: string };
  'problem.gone': { command: string };
  'problem.starting': { command: string };
  'problem.expired': { command: string };

  'home.headline': Record<string, never>;
  'home.intro': { command: string };
  'home.try': Record<string, never>;
  'home.sections': Record<string, never>;
  'home.plans': { plans: readonly { name: string; count: number; document: string }[] };
  'home.example': { question: string };

  'modal.title': Record<string, never>;
  'modal.close': Record<string, never>;
  'modal.share': Record<string, never>;
  'modal.share_with': Record<string, never>;
  'modal.share_hint': Record<string, never>;

  'data.headline': { count: number };
  'data.fault': {
    file: string;
    path: string;
    found: string;
    code:
      | 'readable'
      | 'json'
      | 'shape'
      | 'some-plan'
      | 'file-name'
      | 'unique'
      | 'item-id'
      | 'kpi-id'
      | 'existing-item'
      | 'existing-plan'
      | 'existing-section'
      | 'used-section'
      | 'plan-year'
      | 'ascending'
      | 'same-mark'
      | 'mark-total'
      | 'count'
      | 'sum'
      | 'newer-plan'
      | 'another-item'
      | 'evaluated-item'
      | 'reason-or-same'
      | 'value-of-text'
      | 'target-above';
    detail: string;
  };
  'config.headline': { count: number };
  'config.fault': { variable: string; code: 'missing' | 'either' | 'form' | 'one-of' | 'same-port'; expected: string };
  'config.refused': { variable: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN'; code: string };
  'config.usage': Record<string, never>;
  'config.manifest_usage': Record<string, never>;

  'data.sound': { plans: number; items: number; kpis: number; sections: number; lineage: number };
}

export type MessageKey = keyof Messages;
