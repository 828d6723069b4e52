import type {
  ActionsBlock,
  Button,
  ConfirmationDialog,
  ContextBlock,
  DataTableBlock,
  DividerBlock,
  HeaderBlock,
  InputBlock,
  KnownBlock,
  SectionBlock,
  StaticSelect,
} from '@slack/types';
import { limits, shorten, shortenMrkdwn } from './limits.ts';

/** https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block; not yet in @slack/types. */
export interface DataVisualizationBlock {
  type: 'data_visualization';
  title: string;
  chart: {
    type: 'bar';
    series: { name: string; data: { label: string; value: number }[] }[];
    axis_config: { categories: string[] };
  };
}

export type Surface = 'message' | 'modal' | 'home';

/** A newer block with what stands in for it where Slack or an administrator does not allow it. */
export interface NewerBlock {
  newer: DataTableBlock | DataVisualizationBlock;
  surfaces: readonly Surface[];
  fallback: readonly KnownBlock[];
}

/** What views are made of. */
export type Part = KnownBlock | NewerBlock;

export type AnyBlock = KnownBlock | DataVisualizationBlock;

/** Text in mrkdwn; empty text gives no block. */
export function section(text: string, accessory?: Button | StaticSelect): SectionBlock[] {
  if (text === '') return [];
  return [
    {
      type: 'section',
      text: { type: 'mrkdwn', text: shortenMrkdwn(text, limits.sectionText), verbatim: true },
      ...(accessory ? { accessory } : {}),
    },
  ];
}

/** Lines of mrkdwn in as few sections as their length allows. */
export function lines(all: readonly string[]): SectionBlock[] {
  const texts: string[] = [];
  for (const line of all) {
    const last = texts.length - 1;
    const joined = `${texts[last] ?? ''}\n${line}`;
    if (last >= 0 && joined.length <= limits.sectionText) texts[last] = joined;
    else texts.push(line);
  }
  return texts.flatMap((text) => section(text));
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: { type: 'plain_text', text: shorten(text, limits.headerText) } };
}

export function context(...texts: readonly string[]): ContextBlock[] {
  const elements = texts
    .filter((text) => text !== '')
    .slice(0, limits.contextElements)
    .map((text) => ({ type: 'mrkdwn' as const, text: shortenMrkdwn(text, limits.contextText), verbatim: true }));
  return elements.length > 0 ? [{ type: 'context', elements }] : [];
}

export function divider(): DividerBlock {
  return { type: 'divider' };
}

interface ButtonOptions {
  id: string;
  text: string;
  value: string;
  /** For screen readers, where the text alone does not say what it is about. */
  label?: string;
  primary?: boolean;
  /** Asked before the click counts. */
  confirm?: { title: string; text: string; yes: string; no: string };
}

function confirmation({ title, text, yes, no }: NonNullable<ButtonOptions['confirm']>): ConfirmationDialog {
  const plain = (words: string, limit: number) => ({ type: 'plain_text' as const, text: shorten(words, limit) });
  return {
    title: plain(title, limits.confirmTitle),
    text: plain(text, limits.confirmText),
    confirm: plain(yes, limits.confirmButton),
    deny: plain(no, limits.confirmButton),
  };
}

export function button({ id, text, value, label, primary, confirm }: ButtonOptions): Button {
  return {
    type: 'button',
    action_id: id,
    text: { type: 'plain_text', text: shorten(text, limits.shownButtonText) },
    value,
    ...(label === undefined ? {} : { accessibility_label: shorten(label, limits.accessibilityLabel) }),
    ...(primary ? { style: 'primary' } : {}),
    ...(confirm ? { confirm: confirmation(confirm) } : {}),
  };
}

/** A row of buttons; values too long for Slack are left out rather than cut, since a cut value means something else. */
export function actions(buttons: readonly Button[]): ActionsBlock[] {
  const elements = buttons
    .filter(({ value = '' }) => value.length <= limits.buttonValue)
    .slice(0, limits.actionElements);
  return elements.length > 0 ? [{ type: 'actions', elements }] : [];
}

interface SelectOptions {
  id: string;
  placeholder: string;
  groups: readonly { label: string; options: readonly { text: string; value: string }[] }[];
}

export function select({ id, placeholder, groups }: SelectOptions): StaticSelect {
  return {
    type: 'static_select',
    action_id: id,
    placeholder: { type: 'plain_text', text: shorten(placeholder, limits.placeholder) },
    option_groups: groups.slice(0, limits.selectOptions).map(({ label, options }) => ({
      label: { type: 'plain_text', text: shorten(label, limits.optionText) },
      options: options
        .filter(({ value }) => value.length <= limits.optionValue)
        .slice(0, limits.selectOptions)
        .map(({ text, value }) => ({ text: { type: 'plain_text', text: shorten(text, limits.optionText) }, value })),
    })),
  };
}

interface ConversationInputOptions {
  id: string;
  label: string;
  hint: string;
}

/**
 * A choice of one of the reader's own conversations, the present one first. It gives a response_url, with which a message can be
 * posted there even where the bot is no member. Conversations shared with other organisations are left out.
 */
export function conversationInput({ id, label, hint }: ConversationInputOptions): InputBlock {
  return {
    type: 'input',
    block_id: id,
    label: { type: 'plain_text', text: label },
    hint: { type: 'plain_text', text: hint },
    element: {
      type: 'conversations_select',
      action_id: id,
      default_to_current_conversation: true,
      response_url_enabled: true,
      filter: {
        include: ['public', 'private', 'im', 'mpim'],
        exclude_external_shared_channels: true,
        exclude_bot_users: true,
      },
    },
  };
}

export interface Cell {
  text: string;
  /** Sorts as a number where every cell of the column has one. */
  value?: number;
}

interface TableOptions {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
  pageSize?: number;
  /** Stands for a cell without text: Slack refuses empty ones. */
  empty: string;
  fallback: readonly KnownBlock[];
}

/** A sortable table; rows beyond what Slack takes are left to the fallback's reader, so callers page long lists. */
export function table({ caption, columns, rows, pageSize = 10, empty, fallback }: TableOptions): NewerBlock {
  const cell = ({ text, value }: Cell) =>
    value === undefined
      ? { type: 'raw_text' as const, text: text === '' ? empty : text }
      : { type: 'raw_number' as const, value, text: text === '' ? empty : text };
  const head = columns.slice(0, limits.tableColumns).map((text) => cell({ text }));
  const body: ReturnType<typeof cell>[][] = [];
  let characters = head.reduce((sum, { text }) => sum + text.length, caption.length);
  for (const row of rows.slice(0, limits.tableRows - 1)) {
    const made = columns.slice(0, limits.tableColumns).map((_, index) => cell(row[index] ?? { text: '' }));
    characters += made.reduce((sum, { text }) => sum + text.length, 0);
    if (characters > limits.tableCharacters) break;
    body.push(made);
  }
  return {
    newer: {
      type: 'data_table',
      caption: shorten(caption, limits.tableCaption),
      rows: [head, ...body],
      page_size: Math.min(pageSize, limits.tablePageSize),
    },
    surfaces: ['message', 'home'],
    fallback,
  };
}

interface ChartOptions {
  title: string;
  categories: readonly string[];
  series: readonly { name: string; values: readonly number[] }[];
  fallback?: readonly KnownBlock[];
}

/** Drops leading words that a label shares with another: what is left of twenty characters should tell them apart. */
function telling(labels: readonly string[]): string[] {
  return labels.map((label) => {
    let rest = label;
    const shared = (head: string): boolean => labels.filter((other) => other.startsWith(head)).length > 1;
    for (let head = ''; rest.includes(' '); ) {
      head += rest.slice(0, rest.indexOf(' ') + 1);
      if (!shared(head)) break;
      rest = label.slice(head.length);
    }
    return rest;
  });
}

/** Makes labels differ after shortening: Slack refuses equal ones. */
function distinct(labels: readonly string[]): string[] {
  const seen = new Set<string>();
  return telling(labels).map((label) => {
    let made = shorten(label, limits.chartLabel);
    for (let number = 2; seen.has(made); number += 1) made = `${shorten(label, limits.chartLabel - 3)} ${number}`;
    seen.add(made);
    return made;
  });
}

/** A bar chart; the figures in it always stand in text beside it too, so it needs no fallback of its own. */
export function chart({ title, categories, series, fallback = [] }: ChartOptions): NewerBlock[] {
  const labels = distinct(categories.slice(0, limits.chartPoints));
  if (labels.length === 0 || series.length === 0) return [];
  const names = distinct(series.slice(0, limits.chartSeries).map(({ name }) => name));
  return [
    {
      newer: {
        type: 'data_visualization',
        title: shorten(title, limits.chartTitle),
        chart: {
          type: 'bar',
          series: names.map((name, at) => ({
            name,
            data: labels.map((label, index) => ({ label, value: series[at]?.values[index] ?? 0 })),
          })),
          axis_config: { categories: labels },
        },
      },
      surfaces: ['message'],
      fallback,
    },
  ];
}
