import { describe, expect, test } from 'vitest';
import { fiscalYear } from '../../src/plan/fiscal-year.ts';
import type { Item } from '../../src/plan/item.ts';
import { type Filter, type Mentioned, meets, type Outcome, outcomes } from '../../src/search/filter.ts';
import { realCatalog } from '../support/catalog.ts';

const catalog = realCatalog();
const nothing: Mentioned = { years: new Set(), months: new Set() };

/** @throws Error for an id that is in no plan. */
function item(id: string): Item {
  const found = catalog.item(id);
  if (!found) throw new Error(`no item ${id}`);
  return found;
}

function grade(filter: Filter, id: string, mentioned = nothing): number {
  return meets(filter, item(id), catalog.planOf(item(id)), () => mentioned);
}

function outcome(id: string, wanted: Outcome): number {
  return grade({ kind: 'outcome', outcome: wanted }, id);
}

describe('what became of a measure', () => {
  test.each([
    ['missed', 'policy2021/オープンデータみやぎ推進事業', 'printed as 未達成'],
    ['met', 'policy2021/Web会議システムの活用', 'printed as 達成'],
    ['below', 'it2013/4-2-2', 'marked △'],
    ['above', 'it2013/4-2-7', 'marked ◎'],
    ['as-planned', 'it2013/4-2-4', 'marked ○'],
    ['not-judged', 'it2013/3-2-3', 'marked —'],
    ['not-measured', 'policy2021/テレワークの導入', 'without actual'],
    ['abolished', 'it2013/1-1-4', 'abolished after the earthquake'],
    ['reviewed', 'it2013/5-3-6①', 'changed after the earthquake'],
    ['merged', 'it2013-recovery/復4-1-2③', 'merged into another row'],
    [
      'partly-met',
      'policy2021/AI・IoT産業創出・活用促進支援事業(先進的デジタル産業振興支援事業)',
      'printed as 一部達成',
    ],
  ] as const)('%s is fully met by %s, %s', (wanted, id, _) => {
    expect(outcome(id, wanted)).toBe(1);
  });

  test('△ comes near 未達成, ○ near 達成: they are not the same word', () => {
    expect(outcome('it2013/4-2-2', 'missed')).toBe(0.5);
    expect(outcome('it2013/4-2-4', 'met')).toBe(0.5);
  });

  test('a changed measure is reviewed but not abolished', () => {
    expect(outcome('it2013/5-3-6①', 'abolished')).toBe(0);
  });

  test('a direction, of which nothing is judged, meets none of them', () => {
    expect(outcomes.map((one) => outcome('ict2017/4(1)', one))).toEqual(outcomes.map(() => 0));
  });

  test('every outcome is met by some item, and by fewer than half', () => {
    for (const wanted of outcomes) {
      const fully = catalog.items.filter(({ id }) => outcome(id, wanted) === 1);
      expect(fully.length, wanted).toBeGreaterThan(0);
      expect(fully.length, wanted).toBeLessThan(catalog.items.length / 2);
    }
  });
});

describe('offices', () => {
  test('a section is met under any of its names', () => {
    const names = ['総務課', '教育庁総務課'];
    const section = catalog.section('教育庁総務課');
    const filter: Filter = { kind: 'section', sections: section ? [section.id] : [], names };
    expect(grade(filter, 'it2013-recovery/復1-1-4')).toBe(1);
    expect(grade(filter, 'it2013-recovery/復4-1-2⑦')).toBe(1);
    expect(grade(filter, 'it2013/4-2-4')).toBe(0);
  });

  test('a department is met by its whole name, or as the head of a longer one', () => {
    expect(grade({ kind: 'department', name: '警察本部' }, 'policy2021/ICT人材育成の推進')).toBe(1);
    expect(grade({ kind: 'department', name: '企画部' }, 'policy2021/Web会議システムの活用')).toBe(1);
    expect(grade({ kind: 'department', name: '企画部' }, 'it2013/4-2-2')).toBe(0);
  });
});

describe('times', () => {
  const h25 = fiscalYear(2013);
  const r7 = fiscalYear(2025);

  test('a year that plans cover is met by their period, not by a mention', () => {
    const filter: Filter = { kind: 'years', years: [h25], covered: true };
    expect(grade(filter, 'it2013/4-2-2')).toBe(1);
    expect(grade(filter, 'ict2014/2-1-1', { ...nothing, years: new Set([h25]) })).toBe(0);
  });

  test('a year that no plan covers is met by a mention', () => {
    const filter: Filter = { kind: 'years', years: [r7], covered: false };
    expect(grade(filter, 'policy2021/OMO物産展等の開催', { ...nothing, years: new Set([r7]) })).toBe(1);
    expect(grade(filter, 'policy2021/OMO物産展等の開催')).toBe(0);
  });

  test('a month is met by a figure measured then, and nearly by a text that names it', () => {
    const filter: Filter = { kind: 'month', month: '2021-03' };
    expect(grade(filter, 'policy2021/オープンデータみやぎ推進事業')).toBe(1);
    expect(grade(filter, 'it2013/4-2-2', { ...nothing, months: new Set(['2021-03']) })).toBe(0.9);
    expect(grade(filter, 'it2013/4-2-2')).toBe(0);
  });
});

test('a plan filter is met by its own items only, a KPI filter by items with KPIs only', () => {
  const [recovery] = catalog.plans.filter(({ id }) => id === 'it2013-recovery');
  const filter: Filter = { kind: 'plan', plans: recovery ? [recovery.id] : [] };
  expect(grade(filter, 'it2013-recovery/復1-1-1')).toBe(1);
  expect(grade(filter, 'it2013/1-1-1')).toBe(0);
  expect(grade({ kind: 'kpi' }, 'ict2014/2-1-12')).toBe(1);
  expect(grade({ kind: 'kpi' }, 'ict2014/2-1-11')).toBe(0);
});
