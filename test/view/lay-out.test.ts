import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chart, divider, header, type Part, section, table } from '../../src/view/blocks.ts';
import { layOut } from '../../src/view/lay-out.ts';
import { hostileText } from '../support/arbitrary-words.ts';
import { breaches } from '../support/slack-limits.ts';

const figures = (title: string): Part[] =>
  chart({
    title,
    categories: ['基準値', '実績値'],
    series: [{ name: '件', values: [1, 2] }],
    fallback: section(`${title}は文字で`),
  });
const rows = (text: string): Part =>
  table({
    caption: '指標',
    columns: ['指標'],
    rows: [[{ text }]],
    empty: '—',
    fallback: section(`${text}は文字で`),
  });
const part = fc.oneof(
  hostileText(3_000).map((text) => section(text)),
  hostileText(200).map((text) => [header(text)]),
  hostileText(60).map(figures),
  hostileText(1_500).map((text) => [rows(text)]),
);
const parts = fc.array(part, { maxLength: 70 }).map((all) => all.flat());

function textsOf(view: Part[], surface: 'message' | 'modal' | 'home', newerBlocks: boolean): string {
  return JSON.stringify(layOut({ text: '文。', parts: view }, { surface, newerBlocks }).blocks);
}

describe('laying out', () => {
  test('keeps the text beside the blocks from calling anybody', () => {
    const { text } = layOut({ text: '「<!channel>」の答え', parts: [] }, { surface: 'message', newerBlocks: true });
    expect(text).toBe('「&lt;!channel&gt;」の答え');
  });

  test('cuts the text beside the blocks only where it is too long as Slack gets it, and nothing that it reads as one', () => {
    const textOf = (text: string) => layOut({ text, parts: [] }, { surface: 'message', newerBlocks: true }).text;
    expect(textOf(`「${'&amp;'.repeat(780)}」です。`)).toMatch(/^「(?:&amp;)+」です。$/u);
    expect(textOf(`「${'&'.repeat(1_560)}」です。`)).toMatch(/^「(?:&amp;)+…$/u);
    expect(textOf(`${'あ'.repeat(3_990)}<@U012AB3CD>`)).toMatch(/^あ+…$/u);
  });

  test('never passes the totals of a message, whatever a view holds', () => {
    fc.assert(
      fc.property(parts, fc.boolean(), hostileText(9_000), (view, newerBlocks, text) => {
        const message = layOut({ text, parts: view }, { surface: 'message', newerBlocks });
        expect(breaches('message', message)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('keeps the parts from the first, in their order', () => {
    fc.assert(
      fc.property(fc.array(hostileText(3_000), { maxLength: 70 }), (texts) => {
        const sections = texts.flatMap((text) => section(text));
        const { blocks } = layOut({ text: '文。', parts: sections }, { surface: 'message', newerBlocks: true });
        expect(blocks).toEqual(sections.slice(0, blocks.length));
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['message', 50],
    ['modal', 100],
    ['home', 100],
  ] as const)('ends a %s with its block %d', (surface, most) => {
    const view = Array.from({ length: 120 }, () => divider());
    expect(layOut({ text: '文。', parts: view }, { surface, newerBlocks: true }).blocks.length).toBe(most);
  });

  test('leaves out nothing that has room', () => {
    const view = Array.from({ length: 50 }, (_, index) => section(`${index}`)).flat();
    expect(layOut({ text: '文。', parts: view }, { surface: 'message', newerBlocks: true }).blocks).toEqual(view);
  });
});

describe('a newer block', () => {
  test('is sent where they are allowed', () => {
    expect(textsOf([rows('公開数')], 'message', true)).toContain('data_table');
  });

  test('gives way to its fallback where they are turned off', () => {
    expect(textsOf([rows('公開数')], 'message', false)).toContain('公開数は文字で');
  });

  test('is not sent together with its fallback', () => {
    expect(textsOf([rows('公開数')], 'message', true)).not.toContain('公開数は文字で');
  });

  test.each(['modal', 'home'] as const)('gives way to its fallback on a %s if it is a chart', (surface) => {
    expect(textsOf(figures('利用率'), surface, true)).toContain('利用率は文字で');
  });

  test('stays a table on the App Home', () => {
    expect(textsOf([rows('公開数')], 'home', true)).toContain('data_table');
  });

  test('gives way to its fallback from the third chart of a message on', () => {
    const view = ['一', '二', '三'].flatMap(figures);
    expect(textsOf(view, 'message', true)).toContain('三は文字で');
  });
});
