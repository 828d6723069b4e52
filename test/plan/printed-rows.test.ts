import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { shortEraYear } from '../../src/plan/fiscal-year.ts';
import { type Item, type ItemKind, itemKindSchema } from '../../src/plan/item.ts';
import { latestActual } from '../../src/plan/judgement.ts';
import { markSchema } from '../../src/plan/mark.ts';
import { planIdSchema } from '../../src/plan/plan.ts';
import { readFiscalYears, readMonths } from '../../src/plan/read-years.ts';
import { normalise } from '../../src/text/normalise.ts';
import { readCases } from '../support/cases.ts';
import { realCatalog } from '../support/catalog.ts';

/** What a reader finds in a printed row; only what is given is compared. */
const printedSchema = z.strictObject({
  number: z.string().nullable().optional(),
  title: z.string().optional(),
  group: z.string().optional(),
  goal: z.string().optional(),
  category: z.string().optional(),
  department: z.string().optional(),
  sections: z.array(z.string()).optional(),
  /** «H23 運用» */
  schedule: z.array(z.string()).optional(),
  mark: markSchema.nullable().optional(),
  sameAs: z.string().optional(),
  review: z.string().optional(),
  related: z.array(z.string()).optional(),
  kpis: z
    .array(
      z.strictObject({
        name: z.string(),
        unit: z.string(),
        baseline: z.number().nullable(),
        baselineAsOf: z.string().nullable(),
        target: z.number(),
        actual: z.number().nullable(),
        printed: z.array(z.string()),
      }),
    )
    .optional(),
});

const { plans, sites, topics, rows } = readCases(
  'printed-rows',
  z.strictObject({
    plans: z.array(
      z.strictObject({
        says: z.string(),
        plan: planIdSchema,
        kinds: z.partialRecord(itemKindSchema, z.int()),
        kpis: z.int(),
        marks: z.partialRecord(markSchema, z.int()),
        abolished: z.int(),
        changed: z.int(),
      }),
    ),
    sites: z.array(z.string()),
    topics: z.array(z.string()),
    rows: z.array(z.strictObject({ id: z.string(), printed: printedSchema })),
  }),
);

const catalog = realCatalog();

function printedRow(item: Item): z.infer<typeof printedSchema> {
  const { number, title, group, goal, category, department, sections, schedule, evaluation, review, links } = item;
  return {
    number,
    title,
    sections,
    ...(group === null ? {} : { group }),
    ...(goal === null ? {} : { goal }),
    ...(category === null ? {} : { category }),
    ...(department === null ? {} : { department }),
    schedule: schedule.map(({ year, text }) => `${shortEraYear(year)} ${text}`),
    mark: evaluation?.mark ?? null,
    ...(evaluation?.sameAs ? { sameAs: evaluation.sameAs } : {}),
    ...(review === null ? {} : { review }),
    related: links.map(({ to }) => to),
    kpis: item.kpis.map((kpi) => ({
      name: kpi.name,
      unit: kpi.unit ?? '',
      baseline: kpi.baseline?.value ?? null,
      baselineAsOf: kpi.baseline?.asOf ?? null,
      target: kpi.target?.value ?? Number.NaN,
      actual: latestActual(kpi)?.value ?? null,
      printed: kpi.printed,
    })),
  };
}

function titlesOf(plan: string, kind: ItemKind): string[] {
  return catalog.plan(planIdSchema.parse(plan)).items.flatMap((item) => (item.kind === kind ? [item.title] : []));
}

describe('the plans hold as many rows as the documents print', () => {
  test.each(plans)('$says', ({ plan, kinds, kpis, marks, abolished, changed }) => {
    const { items } = catalog.plan(plan);
    const tally = (values: readonly string[]): Record<string, number> =>
      Object.fromEntries([...new Set(values)].map((value) => [value, values.filter((one) => one === value).length]));
    const counted = {
      kinds: tally(items.map(({ kind }) => kind)),
      kpis: items.flatMap((item) => item.kpis).length,
      marks: tally(items.flatMap(({ evaluation }) => (evaluation ? [evaluation.mark] : []))),
      abolished: items.filter(({ review }) => review === 'abolished').length,
      changed: items.filter(({ review }) => review === 'changed').length,
    };
    // Directions and activities are cut out of running text; their number is ours, not the documents'.
    expect(counted).toMatchObject({ kinds, kpis, abolished, changed });
    expect(counted.marks).toEqual(marks);
  });

  test('8 of the 38 figures of the R6 report stand on its slides, outside the tables', () => {
    const { items } = catalog.plan(planIdSchema.parse('policy2021'));
    expect(items.filter(({ kind }) => kind !== 'measure').flatMap(({ kpis }) => kpis)).toHaveLength(8);
  });

  test('the overview of 2017 counts measures and sites without listing any', () => {
    expect(titlesOf('ict2017', 'measure').concat(titlesOf('ict2017', 'site'))).toEqual([]);
  });

  test('the eight sites of 2014 are those printed, in the order of print', () => {
    expect(titlesOf('ict2014', 'site')).toEqual(sites);
  });

  test('so are the two topics', () => {
    expect(titlesOf('ict2014', 'topic')).toEqual(topics);
  });
});

describe('rows as a reader finds them in the documents', () => {
  test.each(rows)('$id', ({ id, printed }) => {
    const item = catalog.item(id);
    expect(item && printedRow(item)).toMatchObject(printed);
  });
});

describe('every figure', () => {
  const figures = catalog.items
    .flatMap(({ kpis }) => kpis)
    .flatMap(({ id, baseline, target, actuals }) =>
      [baseline, target, ...actuals].flatMap((figure) => (figure ? [{ id, ...figure }] : [])),
    );

  test('is the number in its printed text', () => {
    const wrong = figures.filter(({ value, text }) => {
      const numbers: readonly string[] = text.replaceAll(',', '').match(/\d+(?:\.\d+)?/gu) ?? [];
      return value !== null && !numbers.includes(String(value));
    });
    expect(wrong).toEqual([]);
  });

  test('is dated as its printed text says, a year meaning its last month', () => {
    const wrong = figures.filter(({ asOf, text }) => {
      if (asOf === null) return false;
      const [month] = readMonths(normalise(text));
      if (month) return month.month !== asOf;
      const [year] = readFiscalYears(normalise(text));
      return year !== undefined && `${(year.years[0] ?? 0) + 1}-03` !== asOf;
    });
    expect(wrong).toEqual([]);
  });
});

describe('every row', () => {
  test('says which document and which row it comes from', () => {
    const unsourced = catalog.items.filter(({ source }) => source.document.trim() === '' || source.at.trim() === '');
    expect(unsourced).toEqual([]);
  });

  test('with «…に同じ» has no reason of its own, and the row it names is not one of those', () => {
    const referring = catalog.items.filter(({ evaluation }) => evaluation?.sameAs);
    const wrong = referring.filter(({ evaluation }) => {
      const same = catalog.item(evaluation?.sameAs ?? '');
      return evaluation?.reason !== null || !same?.evaluation?.reason;
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
    expect(referring).toHaveLength(15);
  });

  test('that was reviewed after the earthquake has no mark', () => {
    expect(catalog.items.filter(({ review, evaluation }) => review !== null && evaluation !== null)).toEqual([]);
  });
});
