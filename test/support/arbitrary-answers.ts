import fc from 'fast-check';
import type { Answer, Answered, AppliedFilter, Lead, Reading } from '../../src/ask/answer.ts';
import { commandIds } from '../../src/ask/command-id.ts';
import { itemAnswer } from '../../src/ask/item.ts';
import { sectionAnswer } from '../../src/ask/section-answer.ts';
import type { Catalog } from '../../src/plan/catalog.ts';
import { kpiStatus } from '../../src/plan/comparison.ts';
import { fiscalYear } from '../../src/plan/fiscal-year.ts';
import { marks } from '../../src/plan/mark.ts';
import { sectionIdSchema } from '../../src/plan/section.ts';
import { outcomes } from '../../src/search/filter.ts';
import { hostileText, hostileWord } from './arbitrary-words.ts';

/** A question is cut before it is read. */
const question = hostileText(300);

function filters(catalog: Catalog): fc.Arbitrary<AppliedFilter[]> {
  const filter: fc.Arbitrary<AppliedFilter['filter']> = fc.oneof(
    fc.record({
      kind: fc.constant('section' as const),
      sections: fc.array(
        hostileWord(60).map((name) => sectionIdSchema.parse(name)),
        { maxLength: 4 },
      ),
      names: fc.constant([]),
    }),
    fc.record({ kind: fc.constant('department' as const), name: hostileText(60) }),
    fc.record({ kind: fc.constant('mark' as const), mark: fc.constantFrom(...marks) }),
    fc.record({ kind: fc.constant('outcome' as const), outcome: fc.constantFrom(...outcomes) }),
    fc.record({
      kind: fc.constant('years' as const),
      years: fc.array(fc.constantFrom(2011, 2024).map(fiscalYear), { maxLength: 12 }),
      covered: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('plan' as const),
      plans: fc.array(fc.constantFrom(...catalog.plans.map(({ id }) => id)), { minLength: 1, maxLength: 3 }),
    }),
    fc.constant({ kind: 'kpi' as const }),
  );
  return fc.array(fc.record({ filter, without: question }), { maxLength: 30 });
}

/** Goals and categories as the plans print them: some share their beginning, some are longer than a chart's label. */
const areaName = fc.constantFrom(
  '県民生活',
  '基盤 行政のデジタル化を支える情報システムの共通化',
  '基盤 行政のデジタル化を支える人材',
  '基盤 情報 セキュリティ',
  '基盤 情報',
  '4. 電子自治体化の推進',
);

const readings: fc.Arbitrary<Reading[]> = fc.array(fc.record({ typed: question, read: question }), { maxLength: 14 });

/** Any answer over a catalog, those included that today's questions never lead to. */
export function arbitraryAnswer(catalog: Catalog): fc.Arbitrary<Answered> {
  const item = fc.constantFrom(...catalog.items);
  const items = fc.array(item, { maxLength: 30 });
  const statuses = items.map((all) => all.flatMap((one) => one.kpis.map((kpi) => kpiStatus(one, kpi))));
  const lead: fc.Arbitrary<Lead | null> = fc.option(
    fc.oneof(
      fc.record({ code: fc.constant('who' as const), item }),
      item.map((one) => ({ code: 'status' as const, item: one, kpis: one.kpis.map((kpi) => kpiStatus(one, kpi)) })),
      fc.record({
        code: fc.constantFrom('when' as const, 'count' as const, 'why' as const, 'exists' as const),
        item,
        evidence: hostileText(5_000),
      }),
      fc.record({ code: fc.constant('not-stated' as const), item, asked: fc.constantFrom('when', 'count', 'why') }),
    ),
    { nil: null },
  );
  const common = { question, items: fc.constant([]) };
  const tally = fc.record({
    area: areaName,
    met: fc.nat(),
    missed: fc.nat(),
    notMeasured: fc.nat(),
    notComparable: fc.nat(),
  });
  const words = { ...common, filters: filters(catalog), readAs: readings };
  const section = fc.constantFrom(...catalog.sections);
  const answer: fc.Arbitrary<Answer> = fc.oneof(
    fc.record({ kind: fc.constant('found' as const), ...words, lead, hits: items, near: items }),
    fc
      .tuple(item, question, lead, items)
      .map(([one, asked, first, near]) => itemAnswer(one, catalog, asked, { lead: first, near })),
    fc.record({ kind: fc.constant('kpis' as const), ...words, kpis: statuses }),
    fc.record({
      kind: fc.constant('kpi-overview' as const),
      ...common,
      plan: fc.constantFrom(...catalog.plans),
      areas: fc.array(tally, { minLength: 1, maxLength: 30 }),
      headlines: statuses,
    }),
    fc.record({
      kind: fc.constant('history' as const),
      ...common,
      readAs: readings,
      steps: fc.tuple(...catalog.plans.map((plan) => items.map((all) => ({ plan, items: all })))),
      links: fc.constant(catalog.lineage),
    }),
    fc.record({ kind: fc.constant('help' as const), ...common, commands: fc.constant(commandIds) }),
    fc.record({
      kind: fc.constant('none' as const),
      ...words,
      reason: fc.constantFrom('unknown-words', 'no-item', 'no-number', 'no-section', 'no-kpi', 'nothing-asked'),
      unknown: fc.array(question, { maxLength: 5 }),
      suggestions: items,
      sections: fc.constant(catalog.sections),
    }),
    fc.tuple(section, question).map(([one, asked]) => sectionAnswer(one, catalog, asked)),
    fc.record({
      kind: fc.constant('sections' as const),
      ...common,
      sections: fc.array(section, { minLength: 1, maxLength: 150 }),
    }),
  );
  const shortenedTo = fc.constantFrom(null, 300);
  return fc.tuple(answer, shortenedTo).map(([one, cut]) => ({ ...one, shortenedTo: cut }));
}
