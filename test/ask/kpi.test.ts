import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer, KpiOverviewAnswer, KpisAnswer } from '../../src/ask/answer.ts';
import type { Ask } from '../../src/ask/ask.ts';
import { realAsk, realCatalog } from '../support/catalog.ts';

const catalog = realCatalog();
let ask: Ask;

beforeAll(async () => {
  ask = await realAsk(catalog);
});

/** @throws Error when the answer is no list of KPIs. */
async function kpis(question: string): Promise<KpisAnswer> {
  const answer: Answer = await ask(question);
  if (answer.kind !== 'kpis') throw new Error(answer.kind);
  return answer;
}

describe('the overview', () => {
  let overview: KpiOverviewAnswer;

  beforeAll(async () => {
    const answer: Answer = await ask('指標');
    if (answer.kind !== 'kpi-overview') throw new Error(answer.kind);
    overview = answer;
  });

  test('is of the newest plan that has KPIs', () => {
    expect(overview.plan.id).toBe('policy2021');
  });

  test('counts the 30 KPIs of the 27 rows, each once', () => {
    const counted = overview.areas.map(
      ({ met, missed, notMeasured, notComparable }) => met + missed + notMeasured + notComparable,
    );
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(30);
    expect(overview.items).toHaveLength(27);
  });

  test('groups them as the report does', () => {
    expect(overview.areas.map(({ area }) => area.split(' ')[0])).toEqual([
      ...['D', 'D', 'D', '市町村の情報化への支援'],
      ...['県行政の情報化の基盤整備', '県行政の情報化の基盤整備', '県行政の情報化の基盤整備'],
    ]);
  });

  test('shows the eight headline figures apart', () => {
    expect(overview.headlines).toHaveLength(8);
    expect(overview.headlines.filter(({ item }) => item.kind === 'measure')).toEqual([]);
  });
});

describe('KPIs by words', () => {
  test('of one measure', async () => {
    const answer = await kpis('指標 無線LAN');
    expect(answer.items[0]).toBe('policy2021/無料公衆無線LAN整備事業');
    expect(answer.kpis[0]).toMatchObject({
      kpi: { name: 'みやぎFree Wi-Fi導入箇所数' },
      judgement: { state: 'missed' },
    });
  });

  test('of all measures found, those of one measure side by side', async () => {
    const answer = await kpis('指標 テレワーク');
    expect(answer.kpis.map(({ kpi }) => kpi.name)).toEqual(
      expect.arrayContaining(['モバイルワーク実施回数', '在宅勤務用PC稼働率']),
    );
    expect([...new Set(answer.kpis.map(({ item }) => item.id))]).toEqual(answer.items);
  });

  test('only items with KPIs are listed', async () => {
    for (const question of ['指標 研修', '指標 電子申請', 'kpi 教育', '指標 デジタルみやぎ推進課']) {
      const { items } = await kpis(question);
      expect(items.filter((id) => catalog.item(id)?.kpis.length === 0)).toEqual([]);
    }
  });

  test.each([
    ['指標 デジタルみやぎ推進課', 'section'],
    ['指標 未達成', 'outcome'],
    ['指標 H28', 'years'],
    ['指標 情報化推進ポリシー', 'plan'],
  ])('filters apply: «%s»', async (question, kind) => {
    expect((await kpis(question)).filters.map(({ filter }) => filter.kind)).toContain(kind);
  });

  test('of a year: the five measures of the 2014 plan that print a target', async () => {
    const { items } = await kpis('指標 H28');
    expect([...items].toSorted()).toEqual(['2-1-12', '2-2-5', '2-2-6', '2-2-8', '2-3-3'].map((id) => `ict2014/${id}`));
  });

  test('kana and slips are read here too', async () => {
    expect((await kpis('指標 オーブンデータ')).readAs).toEqual([{ typed: 'オーブンデータ', read: 'オープンデータ' }]);
    expect((await kpis('指標 けんしゅう')).readAs).toEqual([{ typed: 'けんしゅう', read: '研修' }]);
  });
});

describe('no KPI', () => {
  test('of items without figures: they are offered instead', async () => {
    const answer = await ask('指標 観光');
    expect(answer).toMatchObject({ kind: 'none', reason: 'no-kpi', items: [] });
    expect(answer.kind === 'none' && answer.suggestions.map(({ id }) => id)).toContain('it2013/3-2-4①');
  });

  test('of words that stand in no plan', async () => {
    expect(await ask('指標 ラーメン')).toMatchObject({ kind: 'none', reason: 'unknown-words', unknown: ['ラーメン'] });
  });
});
