import { describe, expect, test } from 'vitest';
import { createCatalog } from '../../src/plan/catalog.ts';
import { planIdSchema } from '../../src/plan/plan.ts';
import { realCatalog } from '../support/catalog.ts';

const catalog = realCatalog();

describe('plans and rows stand in the order in which staff want them', () => {
  test('newest plan first; of two editions for the same years the supplement', () => {
    expect(catalog.plans.map(({ id }) => id)).toEqual([
      'policy2021',
      'ict2017',
      'ict2014',
      'it2013-recovery',
      'it2013',
    ]);
  });

  test('whatever the order of the files', () => {
    const { plans, sections, lineage, words } = catalog;
    const turned = createCatalog({ plans: plans.toReversed(), sections, lineage, words });
    expect(turned.items).toEqual(catalog.items);
  });

  test('within a plan the rows keep the order of print', () => {
    const numbers = catalog.plan(planIdSchema.parse('it2013')).items.map(({ number }) => number);
    expect(numbers.slice(0, 6)).toEqual(['1-1-1', '1-1-2', '1-1-3', '1-1-4', '1-1-5①', '1-1-5②']);
  });
});

describe('looking up', () => {
  test('every row is found by its id and knows its plan', () => {
    const lost = catalog.items.filter(
      (item) => catalog.item(item.id) !== item || !catalog.planOf(item).items.includes(item),
    );
    expect(lost).toEqual([]);
  });

  test.each(['', 'it2013/9-9-9', 'it2013', '__proto__', 'constructor'])(
    'an id that came from outside and is unknown («%s») finds nothing and does no harm',
    (id) => {
      expect([catalog.item(id), catalog.section(id)]).toEqual([undefined, undefined]);
    },
  );

  test('a plan that is asked for by the program itself must exist', () => {
    expect(() => catalog.plan(planIdSchema.parse('ict2015'))).toThrow('ict2015');
  });
});

describe('sections and what they answer for', () => {
  test('every printed section of every row leads to a section that answers for the row', () => {
    const lost = catalog.items.flatMap((item) =>
      item.sections.filter((name) => {
        const section = catalog.sectionNamed(name, item.department);
        return !section || !catalog.itemsOf(section.id).includes(item);
      }),
    );
    expect(lost).toEqual([]);
  });

  test('a row of two sections is answered for by both', () => {
    const row = catalog.item('it2013/4-2-1①②');
    const duties = ['情報政策課', '情報システム課'].map((name) => {
      const section = catalog.sectionNamed(name, '震災復興・企画部');
      return section && row && catalog.itemsOf(section.id).includes(row);
    });
    expect(duties).toEqual([true, true]);
  });

  test('the department must be one the section had', () => {
    expect(catalog.sectionNamed('情報政策課', '総務部')).toBeUndefined();
  });

  test('a name alone is enough where no department is given', () => {
    expect(catalog.sectionNamed('情報政策課', null)?.spans.map(({ name }) => name)).toContain('情報政策課');
  });

  test('a row counts once for its section', () => {
    const twice = catalog.sections.filter(({ id }) => new Set(catalog.itemsOf(id)).size < catalog.itemsOf(id).length);
    expect(twice).toEqual([]);
  });

  test('a section without rows answers for none', () => {
    const [plan] = catalog.plans;
    if (!plan) throw new Error('there are no plans');
    const { sections, lineage, words } = catalog;
    const empty = createCatalog({ plans: [{ ...plan, items: [] }], sections, lineage, words });
    expect(sections.flatMap(({ id }) => empty.itemsOf(id))).toEqual([]);
  });
});
