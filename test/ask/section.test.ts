import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/ask/answer.ts';
import type { Ask } from '../../src/ask/ask.ts';
import { askWithoutDictionary, realAsk, realCatalog } from '../support/catalog.ts';

const catalog = realCatalog();
// Sections need no dictionary.
const ask = askWithoutDictionary(catalog);
let askWords: Ask;

beforeAll(async () => {
  askWords = await realAsk(catalog);
});

/** The sections and plans of an answer, in the order shown. */
function duties(answer: Answer): string[] {
  return answer.kind === 'section' ? answer.duties.map(({ section, plan }) => `${section.id} ${plan.id}`) : [];
}

function offered(answer: Answer): string[] {
  return answer.kind === 'sections' ? answer.sections.map(({ id }) => id) : [];
}

describe('a section by its name', () => {
  test('answers with its rows, the newest plan first', async () => {
    const answer = await ask('担当 税務課');
    expect(duties(answer)).toEqual(['税務課 ict2014', '税務課 it2013']);
    expect(answer.items).toHaveLength(10);
    expect(answer.items[0]).toBe('ict2014/2-2-10');
  });

  test('shows every row that names it, and no other', async () => {
    for (const { id } of catalog.sections) {
      const answer = await ask(`担当 ${id}`);
      const own = answer.kind === 'section' ? answer.duties.filter(({ section }) => section.id === id) : [];
      expect(own.flatMap(({ items }) => items.map((item) => item.id)).toSorted(), id).toEqual(
        catalog
          .itemsOf(id)
          .map((item) => item.id)
          .toSorted(),
      );
    }
  });

  test('counts what it did under an earlier department', async () => {
    expect(duties(await ask('担当 食産業振興課'))).toEqual([
      '食産業振興課 policy2021',
      '食産業振興課 it2013-recovery',
      '食産業振興課 it2013',
    ]);
  });

  test('leaves out plans in which it answers for nothing', async () => {
    expect(duties(await ask('担当 農業振興課'))).toEqual(['農業振興課 policy2021']);
  });

  test.each(['税務課', '税務課の担当事業', '税務課の担当事業は？', '担当 総務部税務課', '担当 税務課は？'])(
    '«%s» is the same question',
    async (text) => {
      expect(await ask(text)).toMatchObject({ kind: 'section', section: { id: '税務課' } });
    },
  );
});

describe('a section that was renamed or reorganised', () => {
  test('shows what the section before it answered for, after its own', async () => {
    const answer = await ask('担当 デジタルみやぎ推進課');
    expect(answer).toMatchObject({ kind: 'section', predecessors: [{ id: '情報政策課' }] });
    expect(duties(answer)).toEqual([
      'デジタルみやぎ推進課 policy2021',
      '情報政策課 ict2014',
      '情報政策課 it2013-recovery',
      '情報政策課 it2013',
    ]);
  });

  test('shows what the section after it answers for, when the old name is typed', async () => {
    const answer = await ask('担当 情報政策課');
    expect(answer).toMatchObject({ kind: 'section', section: { id: '情報政策課' }, predecessors: [] });
    expect(duties(answer).at(-1)).toBe('デジタルみやぎ推進課 policy2021');
  });

  test('the same for 情報産業振興室, later 産業デジタル推進課', async () => {
    expect(await ask('担当 産業デジタル推進課')).toMatchObject({ predecessors: [{ id: '情報産業振興室' }] });
  });

  test('an older name of the same section leads to it', async () => {
    expect(await ask('担当 総務課')).toMatchObject({ kind: 'section', section: { id: '教育庁総務課' } });
  });
});

describe('part of a name', () => {
  test.each([
    ['税務', '税務課'],
    ['情報政策', '情報政策課'],
    ['国際経済', '国際経済・交流課'],
    ['経済交流', '国際経済・交流課'],
    ['食産業', '食産業振興課'],
    ['なりわい', '農山漁村なりわい課'],
  ])('«%s» is enough for %s', async (part, id) => {
    expect(await ask(`担当 ${part}`)).toMatchObject({ kind: 'section', section: { id } });
  });

  test('that several sections share offers them', async () => {
    expect(offered(await ask('担当 情報'))).toEqual(
      expect.arrayContaining(['情報政策課', '情報システム課', '情報産業振興室', '情報管理課']),
    );
  });

  test('two whole names offer both', async () => {
    expect(offered(await ask('担当 情報政策課 税務課'))).toEqual(['情報政策課', '税務課']);
  });

  test('a short name of several sections offers each', async () => {
    expect(offered(await ask('担当 県警'))).toEqual(['県警察本部', '広報広聴課', '情報管理課']);
  });

  test('a department offers its sections', async () => {
    expect(offered(await ask('担当 出納局')).toSorted()).toEqual(['会計課', '契約課']);
  });
});

describe('no section', () => {
  test('no name at all offers every section', async () => {
    expect(offered(await ask('担当'))).toEqual(catalog.sections.map(({ id }) => id));
  });

  test.each(['担当 ラーメン', 'section xyz', '担当 🍜', '担当 (.*)'])('«%s» is said to be none', async (text) => {
    expect(await askWords(text)).toMatchObject({ kind: 'none', reason: 'no-section', items: [] });
  });

  test('words that name no section ask who answers for what they find', async () => {
    expect(await askWords('担当 電子申請')).toMatchObject({ kind: 'found', lead: { code: 'who' } });
  });
});
