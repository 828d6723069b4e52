import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Item } from '../../src/plan/item.ts';
import { marks } from '../../src/plan/mark.ts';
import { createSearch, type Search } from '../../src/search/search.ts';
import { loadDictionary } from '../../src/text/dictionary.ts';
import { createTokenise } from '../../src/text/tokenise.ts';
import { realCatalog } from '../support/catalog.ts';
import { searchIndexes } from '../support/search-indexes.ts';

const catalog = realCatalog();
function ids(items: readonly Item[]): string[] {
  return items.map(({ id }) => id);
}

/** What the catalog itself holds, to set beside what the search shows. */
function held(condition: (item: Item) => boolean): Set<string> {
  return new Set(ids(catalog.items.filter(condition)));
}

describe.each(searchIndexes)('an index $name', ({ createIndex }) => {
  let search: Search;

  beforeAll(async () => {
    search = await createSearch(catalog, createTokenise(await loadDictionary()), createIndex(catalog));
  });

  function hitSet(question: string): Set<string> {
    return new Set(ids(search(question).hits));
  }

  describe('a question without filters', () => {
    test('is reported as it was read: normalised, cut at 300 characters', () => {
      expect(search('　ＬＧＷＡＮ・運用 ').question).toBe('lgwan 運用');
      expect(Array.from(search('🍜'.repeat(400)).question)).toHaveLength(300);
    });

    test('shows what holds every word before what holds some', () => {
      const { hits, near } = search('電子申請 研修');
      expect(ids(hits)).toContain('ict2014/2-2-5');
      expect(ids(near).filter((id) => ids(hits).includes(id))).toEqual([]);
    });

    test('says which word was read as which', () => {
      expect(search('でんししんせい').readAs).toEqual([{ typed: 'でんししんせい', read: '電子申請' }]);
      expect(search('電子人札').readAs).toEqual([{ typed: '電子人札', read: '電子入札' }]);
      expect(search('電子申請').readAs).toEqual([]);
    });

    test('says together how the parts of one typed word were read', () => {
      expect(search('ぼうさいむせん').readAs).toEqual([{ typed: 'ぼうさいむせん', read: '防災 無線' }]);
    });

    test.each(['刊行', 'ロケット', '異動'])('a word of the language is never read as another one: «%s»', (word) => {
      expect(search(word)).toMatchObject({ hits: [], readAs: [], unknown: [word] });
    });

    test('has no hit where a noun stands in no plan, and names the noun', () => {
      const result = search('電子申請 ラーメン');
      expect(result.hits).toEqual([]);
      expect(result.unknown).toEqual(['ラーメン']);
      expect(ids(result.suggestions)).toContain('policy2021/宮城県・市町村共同電子申請サービス提供業務');
    });

    test.each([
      ['an empty line', ''],
      ['a particle', 'の'],
      ['fillers', 'について教えて'],
      ['punctuation', '…？！'],
      ['an emoji', '🍜'],
      ['NUL', '\u0000'],
    ])('%s asks for nothing', (_, question) => {
      expect(search(question)).toMatchObject({ hits: [], near: [], suggestions: [], unknown: [], filters: [] });
    });

    test('foreign words are found whole: it is neither in site nor in security', () => {
      const shown = hitSet('it');
      expect(shown).toContain('it2013/4-6-2');
      expect(shown).not.toContain('policy2021/オープンデータみやぎ推進事業');
      expect(ids(search('its').hits)).toEqual(['it2013/1-2-3']);
    });

    test('a favoured form of text comes first among hits of like worth', () => {
      const logo = 'policy2021/新電子申請システム(LoGoフォーム)の共同運用';
      const plain = ids(search('電子申請').hits);
      const favoured = ids(search('電子申請', { favour: /logo/u }).hits);
      expect(favoured.indexOf(logo)).toBeLessThan(plain.indexOf(logo));
      expect(new Set(favoured)).toEqual(new Set(plain));
    });
  });

  describe('filters alone show exactly what the plans hold', () => {
    const names = [...new Set(catalog.items.flatMap(({ sections }) => sections))];

    test('for any section and mark', () => {
      fc.assert(
        fc.property(fc.constantFrom(...names), fc.constantFrom(...marks), (name, mark) => {
          const own = catalog.sections.filter(({ spans }) => spans.some((span) => span.name === name));
          const known = own.flatMap(({ spans }) => spans.map((span) => span.name));
          const expected = held(
            (item) => item.evaluation?.mark === mark && item.sections.some((one) => known.includes(one)),
          );
          expect(hitSet(`${name} ${mark}`)).toEqual(expected);
        }),
      );
    });

    test.each([
      ['◎の事業', (item: Item) => item.evaluation?.mark === '◎'],
      ['計画どおりの事業', (item: Item) => item.evaluation?.mark === '○'],
      ['評価できない事業', (item: Item) => item.evaluation?.mark === '—'],
      ['廃止された事業', (item: Item) => item.review === 'abolished'],
      ['震災により見直しになった事業', (item: Item) => item.review !== null],
      ['統合された事業', (item: Item) => item.links.some(({ kind }) => kind === 'merged-into')],
      ['数値目標のある事業', (item: Item) => item.kpis.length > 0],
      ['企画部の事業', (item: Item) => item.department === '企画部'],
      ['震災復興・企画部の事業', (item: Item) => item.department === '震災復興・企画部'],
      ['復興編の△', (item: Item) => item.id.startsWith('it2013-recovery/') && item.evaluation?.mark === '△'],
      ['H28', (item: Item) => item.id.startsWith('ict2014/')],
      ['H25とH28', (item: Item) => /^(?:it2013|it2013-recovery|ict2014)\//u.test(item.id)],
      ['◎か△', (item: Item) => ['◎', '△'].includes(item.evaluation?.mark ?? '')],
    ])('%s', (question, condition) => {
      expect(hitSet(question)).toEqual(held(condition));
    });

    test('printed judgements go before those the figures give', () => {
      const missed = search('未達成').hits;
      const printed = missed.map((item) => item.kpis.some((kpi) => kpi.printed.includes('未達成')));
      expect(printed[0]).toBe(true);
      expect(printed).toEqual(printed.toSorted((one, other) => Number(other) - Number(one)));
    });

    test('none of the plans meets all of them: nothing is shown, and no word is blamed', () => {
      expect(search('税務課 ×')).toMatchObject({ hits: [], near: [], unknown: [] });
    });
  });

  describe('words and filters together', () => {
    test.each([
      ['研修 復興編', (item: Item) => item.id.startsWith('it2013-recovery/')],
      ['情報政策課の研修', (item: Item) => item.sections.includes('情報政策課')],
      ['研修 △', (item: Item) => item.evaluation?.mark === '△'],
      ['H28 ネットワーク', (item: Item) => item.id.startsWith('ict2014/')],
      ['教育庁の学校', (item: Item) => item.department === '教育庁'],
    ])('every item shown for «%s» meets the filter', (question, condition) => {
      const { hits, near } = search(question);
      expect(hits.length).toBeGreaterThan(0);
      expect(ids([...hits, ...near].filter((item) => !condition(item)))).toEqual([]);
    });
  });

  describe('taking a filter away', () => {
    const parts = fc.tuple(
      fc.constantFrom('情報政策課', '税務課', '国際経済・交流課'),
      fc.constantFrom('◎', '△', '○'),
      fc.constantFrom('復興編', '当初プラン', 'IT推進プラン2013'),
      fc.constantFrom('H25', '平成24年度', 'H23～H25'),
      fc.constantFrom('研修', '電子申請', 'ネットワーク', 'IT'),
    );

    test('the text without it asks for all the rest', () => {
      fc.assert(
        fc.property(
          parts.chain((all) => fc.shuffledSubarray(all, { minLength: 2 })),
          (some) => {
            const { filters, unknown } = search(some.join(' '));
            for (const { filter, without } of filters) {
              const again = search(without);
              const rest = filters.filter((one) => one.filter !== filter).map((one) => one.filter);
              expect(again.filters.map((one) => one.filter)).toEqual(rest);
              expect(again.unknown).toEqual(unknown);
            }
          },
        ),
        { numRuns: 60 },
      );
    });

    test.each([
      ['情報政策課の△', '△'],
      ['復興編で◎の事業', '◎の事業'],
      ['H25の研修', '研修'],
    ])('no particle is left at the beginning of «%s»', (question, left) => {
      expect(search(question).filters[0]?.without).toBe(left);
    });

    test('the only filter leaves an empty question', () => {
      expect(search('復興編').filters.map(({ without }) => without)).toEqual(['']);
    });
  });
});
