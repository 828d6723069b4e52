import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer, HistoryAnswer } from '../../src/ask/answer.ts';
import type { Ask } from '../../src/ask/ask.ts';
import { realAsk, realCatalog } from '../support/catalog.ts';

const catalog = realCatalog();
let ask: Ask;

beforeAll(async () => {
  ask = await realAsk(catalog);
});

/** @throws Error when the answer is no history. */
async function history(question: string): Promise<HistoryAnswer> {
  const answer: Answer = await ask(question);
  if (answer.kind !== 'history') throw new Error(answer.kind);
  return answer;
}

/** Plan by plan, the items of a thread. */
async function thread(question: string): Promise<Record<string, string[]>> {
  const { steps } = await history(question);
  return Object.fromEntries(steps.map(({ plan, items }) => [plan.id, items.map(({ id }) => id)]));
}

describe('a thread through all plans', () => {
  test('has a step for every plan, the oldest first', async () => {
    const { steps } = await history('系譜 電子申請');
    expect(steps.map(({ plan }) => plan.id)).toEqual(['it2013', 'it2013-recovery', 'ict2014', 'ict2017', 'policy2021']);
  });

  test('follows a measure into the past and to today', async () => {
    expect(await thread('系譜 電子申請')).toMatchObject({
      it2013: expect.arrayContaining(['it2013/4-2-1①②']),
      ict2014: expect.arrayContaining(['ict2014/2-1-6', 'ict2014/2-2-5']),
      ict2017: expect.arrayContaining(['ict2017/4(1)']),
      policy2021: expect.arrayContaining(['policy2021/宮城県・市町村共同電子申請サービス提供業務']),
    });
  });

  test('follows a new name back to the old one, and an old name on to the new one', async () => {
    const adviser = {
      it2013: expect.arrayContaining(['it2013/4-4-1(2)']),
      ict2014: expect.arrayContaining(['ict2014/2-1-9']),
      policy2021: expect.arrayContaining(['policy2021/デジタルみやぎ推進アドバイザーの設置']),
    };
    expect(await thread('系譜 デジタルみやぎ推進アドバイザー')).toMatchObject(adviser);
    expect(await thread('系譜 庁内ITアドバイザー')).toMatchObject(adviser);
  });

  test('reaches rows that do not hold the word itself', async () => {
    const rows = Object.values(await thread('系譜 ハイパーウェブ')).flat();
    expect(rows).toContain('ict2017/4(2)①');
    expect(catalog.item('ict2017/4(2)①')?.title).not.toContain('ハイパーウェブ');
  });

  test('from a direction, which bundles many, only rows with the word are followed', async () => {
    const rows = Object.values(await thread('系譜 ハイパーウェブ')).flat();
    expect(rows).toContain('ict2014/方向性2-1(1)');
    expect(rows).not.toContain('ict2014/2-1-4');
  });

  test('its links join items of the thread', async () => {
    const { items, links } = await history('系譜 電子申請');
    const shown = new Set(items);
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter(({ from, to }) => !shown.has(from) || !shown.has(to))).toEqual([]);
  });

  test('every item stands in the step of its own plan', async () => {
    const { steps } = await history('系譜 情報セキュリティ');
    for (const { plan, items } of steps) expect(items.filter((item) => catalog.planOf(item) !== plan)).toEqual([]);
  });
});

describe('gaps', () => {
  test('a plan in which nothing can be traced has an empty step', async () => {
    expect(await thread('系譜 住民基本台帳')).toMatchObject({
      it2013: ['it2013/4-6-5'],
      'it2013-recovery': [],
      ict2017: [],
      policy2021: [],
    });
  });

  test('what began late has empty steps before it', async () => {
    expect(await thread('系譜 テレワーク')).toMatchObject({
      it2013: [],
      'it2013-recovery': [],
      ict2014: [],
      ict2017: [],
    });
  });
});

describe('asked in other ways', () => {
  test.each([
    'history 電子申請',
    '電子申請の系譜',
    '電子申請の経緯を教えて',
    '電子申請の歴史は？',
    '系譜 でんししんせい',
  ])('«%s» is the same thread', async (question) => {
    expect(await thread(question)).toEqual(await thread('系譜 電子申請'));
  });

  test('a word that was read as another is named', async () => {
    expect((await history('系譜 電子人札')).readAs).toEqual([{ typed: '電子人札', read: '電子入札' }]);
  });
});

describe('no thread', () => {
  test('of nothing', async () => {
    expect(await ask('系譜')).toMatchObject({ kind: 'none', reason: 'nothing-asked' });
  });

  test('of a word that stands in no plan', async () => {
    expect(await ask('系譜 ラーメン')).toMatchObject({ kind: 'none', reason: 'unknown-words', unknown: ['ラーメン'] });
  });
});
