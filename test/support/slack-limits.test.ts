import { describe, expect, test } from 'vitest';
import { breaches, type Surface } from './slack-limits.ts';

const section = (text: string, more: object = {}) => ({ type: 'section', text: { type: 'mrkdwn', text }, ...more });
const button = (more: object = {}) => ({
  type: 'button',
  action_id: 'a',
  text: { type: 'plain_text', text: '詳細' },
  ...more,
});
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const select = (more: object) => ({ type: 'static_select', action_id: 'a', ...more });
const option = (text: string, value = 'v') => ({ text: { type: 'plain_text', text }, value });
const cells = (...texts: string[]) => texts.map((text) => ({ type: 'raw_text', text }));
const table = (rows: object[][]) => ({ type: 'data_table', caption: '表', rows });
const points = (...labels: string[]) => labels.map((label) => ({ label, value: 1 }));
const chart = (categories: string[], series: object[]) => ({
  type: 'data_visualization',
  title: '図',
  chart: { type: 'bar', series, axis_config: { categories } },
});
const input = { type: 'input', label: { type: 'plain_text', text: '会話' }, element: { type: 'conversations_select' } };
const many = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

const message = (...blocks: object[]) => ({ text: '文。', blocks });
const modal = (blocks: object[], more: object = {}) => ({
  type: 'modal',
  title: { type: 'plain_text', text: '計画ナビ' },
  blocks,
  ...more,
});

describe('the checker finds nothing in', () => {
  const sound: [string, Surface, unknown][] = [
    ['a sentence without blocks', 'message', { text: '文。' }],
    [
      'a message at its limits',
      'message',
      message(...many(4, section('あ'.repeat(3000))), ...many(46, { type: 'divider' })),
    ],
    ['a table of a hundred rows', 'message', message(table(many(101, cells('あ', 'い'))))],
    ['a chart', 'message', message(chart(['甲', '乙'], [{ name: '値', data: points('乙', '甲') }]))],
    ['a home with a table', 'home', { type: 'home', blocks: [table(many(2, cells('あ')))] }],
    ['a modal that can be submitted', 'modal', modal([input], { submit: { type: 'plain_text', text: '共有' } })],
  ];
  test.each(sound)('%s', (_, surface, payload) => {
    expect(breaches(surface, payload)).toEqual([]);
  });
});

describe('the checker finds', () => {
  const broken: [string, Surface, unknown][] = [
    ['a message without text', 'message', { blocks: [section('あ')] }],
    ['an empty text', 'message', { text: '' }],
    ['a text of 4,001 characters', 'message', { text: 'あ'.repeat(4001) }],
    ['a section of 3,001 characters', 'message', message(section('あ'.repeat(3001)))],
    ['an empty section', 'message', message(section(''))],
    ['a section without text', 'message', message({ type: 'section' })],
    [
      'a header of 151 characters',
      'message',
      message({ type: 'header', text: { type: 'plain_text', text: 'あ'.repeat(151) } }),
    ],
    ['mrkdwn in a header', 'message', message({ type: 'header', text: { type: 'mrkdwn', text: 'あ' } })],
    ['51 blocks', 'message', message(...many(51, { type: 'divider' }))],
    ['more characters than a message takes in all', 'message', message(...many(5, section('あ'.repeat(2700))))],
    [
      'eleven texts in a context',
      'message',
      message({ type: 'context', elements: many(11, { type: 'mrkdwn', text: 'あ' }) }),
    ],
    ['no button in a row of buttons', 'message', message(actions())],
    [
      '26 buttons',
      'message',
      message(actions(...Array.from({ length: 26 }, (_, n) => button({ action_id: `a${n}` })))),
    ],
    ['two actions of one name in a block', 'message', message(actions(button(), button()))],
    [
      'a button text of 76 characters',
      'message',
      message(actions(button({ text: { type: 'plain_text', text: 'あ'.repeat(76) } }))),
    ],
    [
      'a button text of 38 characters that are two to JavaScript',
      'message',
      message(actions(button({ text: { type: 'plain_text', text: '𠮷'.repeat(38) } }))),
    ],
    [
      'a button value of 2,001 characters',
      'message',
      message(section('あ', { accessory: button({ value: 'v'.repeat(2001) }) })),
    ],
    ['two blocks of one name', 'message', message(...many(2, section('あ', { block_id: 'b' })))],
    ['a list without options', 'message', message(actions(select({ options: [] })))],
    [
      'a group without options',
      'home',
      {
        type: 'home',
        blocks: [actions(select({ option_groups: [{ label: { type: 'plain_text', text: '部' }, options: [] }] }))],
      },
    ],
    [
      'an option value of 76 characters',
      'message',
      message(actions(select({ options: [option('あ', 'v'.repeat(76))] }))),
    ],
    ['a table without a row', 'message', message(table([cells('あ')]))],
    ['a table of 102 rows', 'message', message(table(many(102, cells('あ'))))],
    ['rows of two lengths', 'message', message(table([cells('あ'), cells('あ', 'い')]))],
    ['an empty cell', 'message', message(table([cells('あ'), cells('')]))],
    ['10,001 characters in tables', 'message', message(...many(2, table([cells('あ'), cells('あ'.repeat(5000))])))],
    ['a table in a modal', 'modal', modal([table(many(2, cells('あ')))])],
    ['a chart on the home', 'home', { type: 'home', blocks: [chart(['甲'], [{ name: '値', data: points('甲') }])] }],
    ['three charts', 'message', message(...many(3, chart(['甲'], [{ name: '値', data: points('甲') }])))],
    ['a label that is no category', 'message', message(chart(['甲'], [{ name: '値', data: points('乙') }]))],
    ['an empty series name', 'message', message(chart(['甲'], [{ name: '', data: points('甲') }]))],
    ['equal categories', 'message', message(chart(['甲', '甲'], [{ name: '値', data: points('甲', '甲') }]))],
    ['series of one name', 'message', message(chart(['甲'], many(2, { name: '値', data: points('甲') })))],
    ['an input in a message', 'message', message(input)],
    ['an input that nothing submits', 'modal', modal([input])],
    ['a title of 25 characters', 'modal', modal([], { title: { type: 'plain_text', text: 'あ'.repeat(25) } })],
    ['private_metadata of 3,001 characters', 'modal', modal([], { private_metadata: 'x'.repeat(3001) })],
    ['101 blocks in a view', 'modal', modal(many(101, { type: 'divider' }))],
    ['a view of more than 250 KB', 'modal', modal(many(90, section('あ'.repeat(3000))))],
    ['a field Slack does not know', 'message', message(section('あ', { colour: 'red' }))],
    ['a block it does not know', 'message', message({ type: 'hologram' })],
  ];
  test.each(broken)('%s', (_, surface, payload) => {
    expect(breaches(surface, payload)).toHaveLength(1);
  });
});
