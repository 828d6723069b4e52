import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  actions,
  button,
  type Cell,
  chart,
  context,
  conversationInput,
  header,
  lines,
  type NewerBlock,
  section,
  select,
  table,
} from '../../src/view/blocks.ts';
import { hostileText } from '../support/arbitrary-words.ts';
import { liveMarkup, mrkdwnTexts } from '../support/live-markup.ts';
import { breaches } from '../support/slack-limits.ts';

function faults(...blocks: object[]) {
  return breaches('message', { text: '文。', blocks });
}
function newer(parts: readonly NewerBlock[]): object[] {
  return parts.map((part) => part.newer);
}
const words = hostileText(400);
const runs = { numRuns: 60 };

describe('text', () => {
  test('of any length is a section Slack takes', () => {
    fc.assert(
      fc.property(hostileText(9_000), (text) => {
        expect(faults(...section(text))).toEqual([]);
      }),
      runs,
    );
  });

  test('of any length is a header Slack takes', () => {
    fc.assert(
      fc.property(hostileText(600), (text) => {
        expect(faults(header(text))).toEqual([]);
      }),
      runs,
    );
  });

  test('in any number is a context Slack takes', () => {
    const texts = fc.array(fc.oneof(words, fc.constant('')), { maxLength: 30 });
    fc.assert(
      fc.property(texts, (all) => {
        expect(faults(...context(...all))).toEqual([]);
      }),
      runs,
    );
  });

  test('that is empty makes no block', () => {
    expect([...section(''), ...context('', ''), ...lines([])]).toEqual([]);
  });

  test('in lines stands in as few sections as it can', () => {
    const all = Array.from({ length: 100 }, (_, index) => `${index} ${'あ'.repeat(90)}`);
    expect(lines(all).length).toBe(4);
  });

  test('in lines keeps every line', () => {
    const all = Array.from({ length: 100 }, (_, index) => `${index} ${'あ'.repeat(90)}`);
    expect(mrkdwnTexts(lines(all)).join('\n')).toBe(all.join('\n'));
  });

  test('in lines is cut nowhere inside an entity', () => {
    expect(mrkdwnTexts(lines(['&amp;'.repeat(1_000)])).flatMap(liveMarkup)).toEqual([]);
  });
});

describe('a row of buttons', () => {
  const buttons = fc.array(fc.record({ text: words, value: hostileText(3_000), label: words }), {
    minLength: 1,
    maxLength: 40,
  });

  test('is one Slack takes, whatever stands on them', () => {
    fc.assert(
      fc.property(buttons, (all) => {
        const row = actions(all.map((options, index) => button({ id: `ask:${index}`, ...options })));
        expect(faults(...row)).toEqual([]);
      }),
      runs,
    );
  });

  test('ends with the twenty-fifth', () => {
    const row = actions(
      Array.from({ length: 40 }, (_, index) => button({ id: `ask:${index}`, text: '例', value: 'x' })),
    );
    expect(row.map(({ elements }) => elements.length)).toEqual([25]);
  });

  test('leaves out a button whose value is too long, since a cut one would mean something else', () => {
    const row = actions([
      button({ id: 'ask:0', text: '長', value: 'x'.repeat(2_001) }),
      button({ id: 'ask:1', text: '短', value: 'x' }),
    ]);
    expect(row.map(({ elements }) => elements.length)).toEqual([1]);
  });

  test('is not there where no button is left', () => {
    expect(actions([button({ id: 'ask:0', text: '長', value: 'x'.repeat(2_001) })])).toEqual([]);
  });
});

describe('a list to choose from', () => {
  const option = fc.record({ text: words, value: hostileText(75) });
  const groups = fc.array(fc.record({ label: words, options: fc.array(option, { minLength: 1, maxLength: 4 }) }), {
    minLength: 1,
    maxLength: 5,
  });

  test('is one Slack takes, whatever can be chosen', () => {
    fc.assert(
      fc.property(groups, words, (all, placeholder) => {
        expect(faults(...section('課', select({ id: 'choose', placeholder, groups: all })))).toEqual([]);
      }),
      runs,
    );
  });

  test('ends with the hundredth option of a group and the hundredth group', () => {
    const options = Array.from({ length: 150 }, (_, index) => ({ text: `${index}`, value: `${index}` }));
    const all = Array.from({ length: 150 }, (_, index) => ({ label: `${index}`, options }));
    const [block] = section('課', select({ id: 'choose', placeholder: '課', groups: all }));
    expect(block).toMatchObject({ accessory: { option_groups: { length: 100 } } });
    expect(JSON.stringify(block)).not.toContain('"value":"100"');
  });

  test('leaves out what cannot be named by a value', () => {
    const options = [
      { text: '長', value: 'x'.repeat(76) },
      { text: '短', value: 'x' },
    ];
    const list = select({ id: 'choose', placeholder: '課', groups: [{ label: '部', options }] });
    expect(JSON.stringify(list)).not.toContain('長');
  });
});

describe('a table', () => {
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.record({ text: fc.oneof(hostileText(200), fc.constant('')) }),
    fc.record({ text: fc.constantFrom('', '1,234'), value: fc.integer() }),
  );
  const shape = fc.record({
    caption: hostileText(1_000),
    columns: fc.array(hostileText(60), { minLength: 1, maxLength: 25 }),
    rows: fc.array(fc.array(cell, { maxLength: 30 }), { minLength: 1, maxLength: 130 }),
    pageSize: fc.integer({ min: 1, max: 500 }),
  });

  test('is one Slack takes, even where rows are too many, too long or uneven', () => {
    fc.assert(
      fc.property(shape, (parts) => {
        expect(faults(table({ ...parts, empty: '—', fallback: [] }).newer)).toEqual([]);
      }),
      runs,
    );
  });

  test('of long rows keeps as many as fit', () => {
    const rows = Array.from({ length: 100 }, () => [{ text: '長'.repeat(900) }]);
    expect(faults(table({ caption: '表', columns: ['欄'], rows, empty: '—', fallback: [] }).newer)).toEqual([]);
  });

  test('of a hundred short rows keeps them all', () => {
    const rows = Array.from({ length: 100 }, (_, index) => [{ text: `${index}` }]);
    const { newer: made } = table({ caption: '表', columns: ['欄'], rows, empty: '—', fallback: [] });
    expect(made.type === 'data_table' && made.rows.length).toBe(101);
  });
});

describe('a chart', () => {
  const label = hostileText(60).map((text) => text.trim());
  const shape = fc.record({
    title: words,
    categories: fc.array(label, { minLength: 1, maxLength: 30 }),
    series: fc.array(fc.record({ name: label, values: fc.array(fc.integer(), { maxLength: 30 }) }), {
      minLength: 1,
      maxLength: 10,
    }),
  });

  test('is one Slack takes, even where names are equal, too long or too many', () => {
    fc.assert(
      fc.property(shape, (parts) => {
        expect(faults(...newer(chart(parts)))).toEqual([]);
      }),
      runs,
    );
  });

  test('has up to six series', () => {
    const series = Array.from({ length: 8 }, (_, index) => ({ name: `${index}`, values: [1] }));
    const [made] = newer(chart({ title: '図', categories: ['甲'], series }));
    expect(made).toMatchObject({ chart: { series: { length: 6 } } });
  });

  test('tells areas apart whose names begin alike', () => {
    const [made] = newer(
      chart({
        title: '分野',
        categories: ['県行政の情報化の基盤整備を進める取組 イ 最適化', '県行政の情報化の基盤整備を進める取組 ロ 保護'],
        series: [{ name: '達成', values: [1, 2] }],
      }),
    );
    expect(made).toMatchObject({ chart: { axis_config: { categories: ['イ 最適化', 'ロ 保護'] } } });
  });

  test('of nothing is none', () => {
    expect(chart({ title: '図', categories: [], series: [{ name: '値', values: [] }] })).toEqual([]);
  });
});

describe('the field for a conversation', () => {
  test('is one Slack takes in a modal', () => {
    const view = {
      type: 'modal',
      title: { type: 'plain_text', text: '計画ナビ' },
      submit: { type: 'plain_text', text: '共有' },
      blocks: [conversationInput({ id: 'share-with', label: '会話', hint: '説明' })],
    };
    expect(breaches('modal', view)).toEqual([]);
  });

  test('offers no conversation with other organisations', () => {
    expect(conversationInput({ id: 'share-with', label: '会話', hint: '説明' })).toMatchObject({
      element: { filter: { exclude_external_shared_channels: true } },
    });
  });
});
