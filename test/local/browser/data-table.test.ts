import type { Document } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { enhanceTables } from '../../../src/local/browser/data-table.ts';
import { drawn } from '../../support/drawn.ts';

const raw = (text: string) => ({ type: 'raw_text', text });
const table = (rows: readonly (readonly string[])[], pageSize = 10) => ({
  type: 'data_table',
  block_id: 't',
  caption: '指標',
  page_size: pageSize,
  rows: [['指標', '実績値'], ...rows].map((row) => row.map(raw)),
});
const three = [
  ['い', '9件'],
  ['あ', '—'],
  ['う', '10件'],
];
const many = Array.from({ length: 42 }, (_, index) => [`指標${index + 1}`, `${index + 1}`]);

function page(rows: readonly (readonly string[])[], pageSize?: number): Document {
  const document = drawn([table(rows, pageSize)]);
  enhanceTables(document);
  return document;
}

/** The first column of what is to be seen. */
function seen(document: Document): string[] {
  return [...document.querySelectorAll('tbody tr:not([hidden]) th')].map(({ textContent }) => textContent);
}

function click(document: Document, text: string): void {
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === text);
  if (!button) throw new Error(`no button says «${text}»`);
  button.click();
}

const range = (document: Document): string => document.querySelector('[role=status]')?.textContent ?? '';
const sorting = (document: Document): (string | null)[] =>
  [...document.querySelectorAll('thead th')].map((head) => head.getAttribute('aria-sort'));

/** Brings the server's HTML back into the table's element, as a morph of the page around it does. */
function morph(document: Document, rows: readonly (readonly string[])[], pageSize?: number): void {
  const box = document.querySelector('.data-table');
  const fresh = drawn([table(rows, pageSize)]).querySelector('.data-table');
  if (!box || !fresh) throw new Error('there is no table');
  box.innerHTML = fresh.innerHTML;
  enhanceTables(document);
}

describe('without script', () => {
  test('all rows show, in the bot’s order', () => {
    expect(seen(drawn([table(many)]))).toEqual(many.map(([name]) => name));
  });

  test('there is no button that would do nothing', () => {
    expect(drawn([table(many)]).querySelectorAll('thead button, .data-table-pages:not([hidden])').length).toBe(0);
  });
});

describe('a header that is pressed', () => {
  test('sorts numbers upwards, what has none last', () => {
    const document = page(three);
    click(document, '実績値');
    expect(seen(document)).toEqual(['い', 'う', 'あ']);
  });

  test('sorts downwards the second time, what has none still last', () => {
    const document = page(three);
    click(document, '実績値');
    click(document, '実績値');
    expect(seen(document)).toEqual(['う', 'い', 'あ']);
  });

  test('gives the bot’s order back the third time', () => {
    const document = page(three);
    for (let times = 0; times < 3; times += 1) click(document, '実績値');
    expect(seen(document)).toEqual(['い', 'あ', 'う']);
  });

  test('sorts words as Japanese does', () => {
    const document = page(three);
    click(document, '指標');
    expect(seen(document)).toEqual(['あ', 'い', 'う']);
  });

  test('says how the table is sorted', () => {
    const document = page(three);
    click(document, '実績値');
    expect(sorting(document)).toEqual(['none', 'ascending']);
  });
});

describe('a long table', () => {
  test('shows its first page', () => {
    expect([seen(page(many)).length, range(page(many))]).toEqual([10, '1～10／42件']);
  });

  test('turns its pages', () => {
    const document = page(many);
    for (let times = 0; times < 4; times += 1) click(document, '次へ');
    expect([seen(document), range(document)]).toEqual([['指標41', '指標42'], '41～42／42件']);
  });

  test('stops at its ends', () => {
    const document = page(many);
    click(document, '前へ');
    expect(range(document)).toBe('1～10／42件');
  });

  test('begins again at the first page when it is sorted', () => {
    const document = page(many);
    click(document, '次へ');
    click(document, '実績値');
    expect(range(document)).toBe('1～10／42件');
  });

  test('has no pages where one is enough', () => {
    expect(page(many, 100).querySelector('.data-table-pages')?.hasAttribute('hidden')).toBe(true);
  });
});

describe('when the page around it changes', () => {
  test('the table stays sorted and on its page', () => {
    const document = page(many, 20);
    click(document, '実績値');
    click(document, '実績値');
    click(document, '次へ');
    morph(document, many, 20);
    expect([seen(document)[0], range(document), sorting(document)]).toEqual([
      '指標22',
      '21～40／42件',
      ['none', 'descending'],
    ]);
  });

  test('the buttons work on', () => {
    const document = page(many, 20);
    morph(document, many, 20);
    click(document, '次へ');
    expect(range(document)).toBe('21～40／42件');
  });

  test('a page that is no longer there gives way to the last', () => {
    const document = page(many, 20);
    click(document, '次へ');
    morph(document, three, 20);
    expect(seen(document).length).toBe(3);
  });

  test('enhancing twice makes no second button', () => {
    const document = page(three);
    enhanceTables(document);
    expect(document.querySelectorAll('thead button').length).toBe(2);
  });
});
