import fc from 'fast-check';
import { type Catalog, createCatalog } from '../../src/plan/catalog.ts';
import { fiscalYear } from '../../src/plan/fiscal-year.ts';
import { type Item, itemIdSchema, itemKinds, linkKinds } from '../../src/plan/item.ts';
import { type Kpi, kpiIdSchema, kpiRules, type Measurement } from '../../src/plan/kpi.ts';
import { type LineageLink, lineageKinds } from '../../src/plan/lineage.ts';
import { marks } from '../../src/plan/mark.ts';
import { type Plan, planIdSchema } from '../../src/plan/plan.ts';
import { type Section, sectionIdSchema } from '../../src/plan/section.ts';
import { hostileText, hostileWord } from './arbitrary-words.ts';

/** Much longer than anything printed, and than what a button, a header, a label or a caption takes. */
const text = hostileText(2_000);
/** A figure as printed, with its unit; even a hostile one stands in a cell of a table. */
const figure = hostileText(200);
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });
const few = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(arbitrary, { maxLength: 3 });

const value = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
const measurement: fc.Arbitrary<Measurement> = fc.record({
  value: maybe(value),
  asOf: maybe(fc.constantFrom('2021-03', '2024-04', '2025-03')),
  text: fc.oneof(figure, fc.constantFrom('—', '347', '全所属')),
});
const printed = fc.constantFrom('達成', '未達成', '一部達成', '達成率502%', '<!channel>');
const kpiParts = fc.record({
  name: text,
  unit: maybe(figure),
  rule: fc.constantFrom(...kpiRules),
  baseline: maybe(measurement),
  target: maybe(measurement),
  actuals: few(measurement),
  printed: few(printed),
  analysis: maybe(text),
});

const basis = fc.constantFrom('printed' as const, 'title' as const, 'inferred' as const);
/** Which of the items that exist, counted from the first. */
const which = fc.nat({ max: 1_000 });
const departments = fc.constantFrom('総務部', '震災復興・企画部', '<!channel>部');
const names = fc.constantFrom('情報政策課', '情報*課', '&室', '長い名'.repeat(30));
const itemParts = fc.record({
  kind: fc.constantFrom(...itemKinds),
  number: maybe(fc.oneof(fc.constant('4-2-1①②'), hostileWord(40))),
  title: text,
  group: maybe(text),
  goal: maybe(text),
  category: maybe(text),
  department: maybe(departments),
  sections: few(names),
  schedule: few(fc.record({ year: fc.constantFrom(2011, 2019, 2024).map(fiscalYear), text })),
  summary: text,
  evaluation: maybe(fc.record({ mark: fc.constantFrom(...marks), reason: maybe(text), sameAs: maybe(which) })),
  review: maybe(fc.constantFrom('abolished' as const, 'changed' as const)),
  kpis: few(kpiParts),
  links: few(fc.record({ to: which, kind: fc.constantFrom(...linkKinds), basis })),
  urls: few(fc.constantFrom('http://www.pref.miyagi.jp/', 'https://x.example/?a=1&b=<2>')),
  slips: few(text),
  fields: few(fc.record({ label: text, text })),
  source: fc.record({ document: text, at: text }),
});
const planParts = fc.record({
  title: text,
  edition: maybe(text),
  years: fc.constantFrom([2011, 2012, 2013], [2021, 2022, 2023, 2024], [2026], [2030]),
  note: maybe(text),
  items: fc.array(itemParts, { minLength: 1, maxLength: 4 }),
});

const sectionBasis = fc.constantFrom('printed' as const, 'official' as const, 'press' as const, 'inferred' as const);
const day = fc.constantFrom('2011-04-01', '2021-03-31');
const sectionParts = fc.record({
  spans: fc.array(
    fc.record({
      name: names,
      department: departments,
      from: maybe(day),
      to: maybe(day),
      basis: sectionBasis,
      source: text,
    }),
    { minLength: 1, maxLength: 3 },
  ),
  succession: maybe(fc.record({ to: which, basis: sectionBasis, note: text })),
});
const lineageParts = fc.record({ from: which, to: which, kind: fc.constantFrom(...lineageKinds), basis, note: text });

function at<T>(all: readonly T[], index: number): T {
  const found = all[index % all.length];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
}

/** A catalog whose references all exist, as `npm run check:data` promises, and whose texts promise nothing. */
export const arbitraryCatalog: fc.Arbitrary<Catalog> = fc
  .tuple(
    fc.array(planParts, { minLength: 1, maxLength: 3 }),
    fc.array(sectionParts, { minLength: 1, maxLength: 5 }),
    few(lineageParts),
  )
  .map(([plans, sections, lineage]) => {
    const ids = plans.flatMap(({ items }, plan) => items.map((_, index) => itemIdSchema.parse(`p${plan}/${index}`)));
    const kpis = (item: string, all: (typeof plans)[number]['items'][number]['kpis']): Kpi[] =>
      all.map((kpi, index) => ({ ...kpi, id: kpiIdSchema.parse(`${item}#${index + 1}`) }));
    const madePlans = plans.map(
      (plan, number): Plan => ({
        id: planIdSchema.parse(`p${number}`),
        title: plan.title,
        edition: plan.edition,
        years: plan.years.map(fiscalYear),
        successor: null,
        aliases: [],
        source: { document: plan.title, note: plan.note },
        marks: [],
        figures: [],
        slips: [],
        items: plan.items.map((item, index): Item => {
          const id = itemIdSchema.parse(`p${number}/${index}`);
          const { evaluation } = item;
          return {
            ...item,
            id,
            kpis: kpis(id, item.kpis),
            evaluation: evaluation && {
              ...evaluation,
              sameAs: evaluation.sameAs === null ? null : at(ids, evaluation.sameAs),
            },
            links: item.links.map((link) => ({ ...link, to: at(ids, link.to) })),
            aliases: [],
          };
        }),
      }),
    );
    const sectionIds = sections.map((_, index) => sectionIdSchema.parse(`課${index}<&>`));
    const madeSections = sections.map(
      ({ spans, succession }, index): Section => ({
        id: at(sectionIds, index),
        spans,
        successors: succession ? [{ ...succession, to: at(sectionIds, succession.to), kind: 'renamed' }] : [],
        aliases: [],
      }),
    );
    const madeLineage = lineage.map(
      (link): LineageLink => ({ ...link, from: at(ids, link.from), to: at(ids, link.to) }),
    );
    return createCatalog({
      plans: madePlans,
      sections: madeSections,
      lineage: madeLineage,
      words: { synonyms: [], fillers: [] },
    });
  });
