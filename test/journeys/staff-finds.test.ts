import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Catalog } from '../../src/plan/catalog.ts';
import { realAsk, realCatalog } from '../support/catalog.ts';
import { liveMarkup, mrkdwnTexts } from '../support/live-markup.ts';
import { buttonsOf, type Person, textOf } from '../support/person.ts';
import { breaches } from '../support/slack-limits.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

/** What is typed, and a part of what must be read first: staff can add to it. */
const typed = z
  .array(z.strictObject({ typed: z.string(), text: z.string() }))
  .parse(JSON.parse(readFileSync(join(process.cwd(), 'test', 'cases', 'first-words.json'), 'utf8')));

let catalog: Catalog;
let workspace: Workspace;
let staff: Person;

beforeAll(async () => {
  catalog = realCatalog();
  workspace = await openWorkspace({ catalog, ask: await realAsk(catalog) });
  staff = await workspace.person('staff');
});
afterAll(() => workspace.close());

describe('the first sentence of the answer to', () => {
  test.each(typed)('«/plan $typed»', async ({ typed: words, text }) => {
    expect((await staff.plan(words)).text).toContain(text);
  });

  test.each(typed)('«/plan $typed» stands in a message Slack takes', async ({ typed: words }) => {
    expect(breaches('message', await staff.plan(words))).toEqual([]);
  });
});

describe('choosing a section from the list', () => {
  test('shows what it answers for, in place of the list', async () => {
    const chosen = await staff.choose(await staff.plan('担当'), 'choose-section', '情報政策課');
    expect([chosen.replace_original, chosen.text]).toEqual([
      true,
      expect.stringMatching(/^情報政策課が担当する事業は/u),
    ]);
  });

  test('is offered for all sections there are', async () => {
    const list = JSON.stringify((await staff.plan('担当')).blocks);
    expect(catalog.sections.filter(({ id }) => !list.includes(`"value":"${id}"`))).toEqual([]);
  });

  test.each(realCatalog().sections.map(({ id }) => id))('leads to %s', async (id) => {
    const { body } = await staff.command({ text: `担当 ${id}` });
    expect(JSON.parse(body).text).toMatch(new RegExp(`^${id}が担当する事業は\\d+件です。$`, 'u'));
  });
});

describe('the KPI overview', () => {
  test('leads to as many missed KPIs as it counts', async () => {
    const overview = await staff.plan('指標');
    const missed = await staff.press(overview, '未達成の指標を見る');
    const [counted, listed] = [/未達成は(\d+)件/u.exec(overview.text), /未達成(\d+)、/u.exec(missed.text)];
    expect(listed?.[1]).toBe(counted?.[1]);
  });

  test('leads to the KPIs that were met', async () => {
    const met = await staff.press(await staff.plan('指標'), '達成した指標を見る');
    expect(met.text).toMatch(/ 達成」に当たる指標は\d+件です。達成[1-9]/u);
  });
});

describe('a history', () => {
  test('goes from the oldest plan to the newest', async () => {
    const text = textOf(await staff.plan('系譜 電子申請'));
    const places = ['みやぎIT推進プラン2013', 'みやぎICT推進プラン(2014', 'みやぎ情報化推進ポリシー'].map((plan) =>
      text.indexOf(plan),
    );
    expect(places).toEqual(places.filter((place) => place >= 0).toSorted((one, other) => one - other));
  });

  test('marks what is inferred and says what that means', async () => {
    const text = textOf(await staff.plan('系譜 電子申請'));
    expect([text.includes('（推定）'), text.includes('「推定」は')]).toEqual([true, true]);
  });
});

describe('what nobody can answer', () => {
  const nonsense = ['ラーメン', 'あqwせdrftgy', '！？！？', '🍣🍣🍣', '給与の振込先を教えて', '\u0000\u0001', '      '];
  test.each(nonsense)('is no dead end: «%s»', async (words) => {
    expect(textOf(await staff.plan(words))).toMatch(/`\/plan/u);
  });

  test.each(nonsense)('is a message Slack takes: «%s»', async (words) => {
    expect(breaches('message', await staff.plan(words))).toEqual([]);
  });
});

describe('what is far too long', () => {
  test.each([
    ['words', '電子申請 '.repeat(1_000)],
    ['one run of katakana', 'ア'.repeat(16_000)],
    ['emoji', '🍣'.repeat(4_000)],
    ['one ligature that stands for eighteen letters', 'ﷺ'.repeat(300)],
    ['numbers', '4-2-1 '.repeat(500)],
  ])('is answered as ever: %s', async (_, text) => {
    expect(breaches('message', await staff.plan(text))).toEqual([]);
  });

  test('is said to be cut', async () => {
    expect(textOf(await staff.plan('電子申請 '.repeat(1_000)))).toContain('先頭の300文字だけを読みました。');
  });
});

describe('what looks like markup', () => {
  const tricks = [
    '<!channel>',
    '<!channel> 電子申請',
    '<@U012AB3CD> 電子申請',
    '*電子申請*',
    '`電子申請`',
    '_電子申請_ ~電子申請~',
    '<http://x.example|電子申請>',
    '&lt;!channel&gt;',
    '```電子申請```',
    '> 電子申請',
    '電子申請|<x',
  ];
  test.each(tricks)('stays text in the answer: «%s»', async (words) => {
    expect(mrkdwnTexts((await staff.plan(words)).blocks).flatMap(liveMarkup)).toEqual([]);
  });

  test('does not make the answer bold where the reader did not write it', async () => {
    const [headline = ''] = mrkdwnTexts((await staff.plan('*電子申請')).blocks);
    expect(headline.split('*').length - 1).toBe(2);
  });
});

describe('help', () => {
  test.each(['', 'help', '使い方', 'ヘルプ', '?', '？'])('comes for «/plan %s»', async (words) => {
    expect((await staff.plan(words)).text).toMatch(/^計画ナビの使い方です。/u);
  });

  test('has examples that lead to answers', async () => {
    const help = await staff.plan('help');
    const answers = [];
    for (const label of buttonsOf(help)) answers.push((await staff.press(help, label)).text);
    expect(answers.filter((text) => text.startsWith('該当なし'))).toEqual([]);
  });
});
