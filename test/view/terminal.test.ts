import { stripVTControlCharacters } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Ask } from '../../src/ask/ask.ts';
import type { Catalog } from '../../src/plan/catalog.ts';
import { answerView } from '../../src/view/answer-view.ts';
import { type AnyBlock, chart, context, header, section, table } from '../../src/view/blocks.ts';
import { layOut } from '../../src/view/lay-out.ts';
import { terminalText } from '../../src/view/terminal.ts';
import { realAsk, realCatalog } from '../support/catalog.ts';
import { viewContextOf } from '../support/view-context.ts';

const newest = (parts: readonly { newer: AnyBlock }[]): AnyBlock[] => parts.map(({ newer }) => newer);
const plain = { colour: false, width: 80 };

describe('a table in the terminal', () => {
  const statuses = table({
    caption: '指標',
    columns: ['指標', '判定', '実績値'],
    rows: [
      [{ text: '公開数' }, { text: '未達成' }, { text: '347' }],
      [{ text: 'Wi-Fi' }, { text: '達成' }, { text: '１２' }],
    ],
    empty: '—',
    fallback: [],
  });

  test('stands in columns although a kanji is twice as wide as a letter', () => {
    expect(terminalText(newest([statuses]), plain)).toBe(
      ['指標    判定    実績値', '公開数  未達成  347', 'Wi-Fi   達成    １２'].join('\n'),
    );
  });

  test('cuts a long cell to a third of the width, counted in columns', () => {
    const long = table({
      caption: '事業',
      columns: ['事業', '番号'],
      rows: [[{ text: '電'.repeat(40) }, { text: '1' }]],
      empty: '—',
      fallback: [],
    });
    const [, row = ''] = terminalText(newest([long]), { colour: false, width: 90 }).split('\n');
    expect(row).toBe(`${'電'.repeat(14)}…  1`);
  });

  test('names an empty cell as Slack would', () => {
    const gap = table({
      caption: '表',
      columns: ['甲', '乙'],
      rows: [[{ text: '' }, { text: '1' }]],
      empty: '—',
      fallback: [],
    });
    expect(terminalText(newest([gap]), plain).split('\n')[1]).toBe('—   1');
  });
});

describe('a chart in the terminal', () => {
  test('draws bars in proportion, the figures behind them', () => {
    const bars = chart({
      title: '公開数',
      categories: ['基準値', '目標'],
      series: [{ name: '件', values: [250, 1000] }],
    });
    expect(terminalText(newest(bars), plain)).toBe(
      ['公開数', `基準値  ${'█'.repeat(6)} 250`, `目標    ${'█'.repeat(24)} 1,000`].join('\n'),
    );
  });

  test('draws nothing for nothing, and does not fail', () => {
    const bars = chart({ title: '公開数', categories: ['実績'], series: [{ name: '件', values: [0] }] });
    expect(terminalText(newest(bars), plain)).toBe('公開数\n実績   0');
  });
});

describe('mrkdwn in the terminal', () => {
  test('loses its stars and backticks and shows entities as characters', () => {
    expect(terminalText(section('*計画*　`/plan` &lt;a&gt; &amp;amp;'), plain)).toBe('計画　/plan <a> &amp;');
  });

  test('underlines a header over its own width', () => {
    expect(terminalText([header('担当')], plain)).toBe('担当\n────');
  });

  test('stays readable in a context line', () => {
    expect(terminalText(context('出典: *計画*'), plain)).toBe('出典: 計画');
  });
});

describe('every kind of answer in the terminal', () => {
  let catalog: Catalog;
  let ask: Ask;
  beforeAll(async () => {
    catalog = realCatalog();
    ask = await realAsk(catalog);
  });
  async function shown(question: string, colour: boolean): Promise<string> {
    const view = answerView(await ask(question), viewContextOf(catalog), { from: 0, length: 15 });
    return terminalText(layOut(view, { surface: 'message', newerBlocks: true }).blocks, { colour, width: 80 });
  }
  const questions = [
    '電子申請',
    '4-2-1',
    '担当 情報政策課',
    '担当',
    '指標',
    '指標 研修',
    '系譜 電子申請',
    'help',
    'ラーメン',
  ];

  test.each(questions)('«%s» has no control sequence where colour is off', async (question) => {
    const text = await shown(question, false);
    expect(stripVTControlCharacters(text)).toBe(text);
  });

  test.each(questions)('«%s» says the same words with colour as without', async (question) => {
    expect(stripVTControlCharacters(await shown(question, true))).toBe(await shown(question, false));
  });

  test.each(questions)('«%s» shows no raw entity', async (question) => {
    expect(await shown(question, false)).not.toMatch(/&(?:amp|lt|gt);/u);
  });
});
