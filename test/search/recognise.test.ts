import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Filter } from '../../src/search/filter.ts';
import { createRecognise } from '../../src/search/recognise.ts';
import { normalise } from '../../src/text/normalise.ts';
import { anyText } from '../support/any-text.ts';
import { realCatalog } from '../support/catalog.ts';

const cases = z
  .array(
    z.strictObject({
      situation: z.string(),
      typed: z.string(),
      /** What is read out of it, in the order of the text: a kind, then what it names. */
      filters: z.array(z.string()),
    }),
  )
  .parse(JSON.parse(readFileSync('test/cases/filters.json', 'utf8')));

const catalog = realCatalog();
const recognise = createRecognise(catalog);

function shown(filter: Filter): string {
  switch (filter.kind) {
    case 'section':
      return `section ${filter.sections.join(' ')}`;
    case 'department':
      return `department ${filter.name}`;
    case 'mark':
      return `mark ${filter.mark}`;
    case 'outcome':
      return `outcome ${filter.outcome}`;
    case 'years':
      return `years ${filter.years.join(' ')}`;
    case 'month':
      return `month ${filter.month}`;
    case 'plan':
      return `plan ${filter.plans.join(' ')}`;
    case 'kpi':
      return 'kpi';
  }
}

function read(text: string): string[] {
  return recognise(normalise(text)).map(({ filter }) => shown(filter));
}

describe.each([...new Set(cases.map(({ situation }) => situation))])('%s', (situation) => {
  test.each(cases.filter((one) => one.situation === situation))('«$typed»: $filters', ({ typed, filters }) => {
    expect(read(typed)).toEqual(filters);
  });
});

describe('every name in the data', () => {
  test.each(catalog.sections.map(({ id }) => id))('%s is read under each of its names', (id) => {
    const section = catalog.section(id);
    const names = [...(section?.spans.map(({ name }) => name) ?? []), ...(section?.aliases ?? [])];
    for (const name of names) {
      // An alias may stand for several sections (県警).
      const found = recognise(normalise(name)).flatMap(({ filter }) =>
        filter.kind === 'section' ? filter.sections : [],
      );
      expect(found, name).toContain(id);
    }
  });

  test('a section carries all its names, so that rows of every plan are met', () => {
    const [found] = recognise('教育庁総務課');
    expect(found?.filter).toMatchObject({ names: ['総務課', '教育庁総務課'] });
  });

  test.each(catalog.plans.flatMap(({ id, title, aliases }) => [title, ...aliases].map((name) => ({ id, name }))))(
    '$name means $id',
    ({ id, name }) => {
      const plans = recognise(normalise(name)).flatMap(({ filter }) => (filter.kind === 'plan' ? filter.plans : []));
      expect(plans).toContain(id);
    },
  );
});

describe('where a filter was read', () => {
  test('its range holds its words', () => {
    const text = normalise('震災復興・企画部の△で H23～H25');
    const ranges = recognise(text).map(({ start, end }) => text.slice(start, end));
    expect(ranges).toEqual(['震災復興 企画部', '△', 'h23~h25']);
  });

  const vocabulary = [
    ...catalog.sections.flatMap(({ spans, aliases }) => [
      ...spans.flatMap(({ name, department }) => [name, department, `${department}${name}`]),
      ...aliases,
    ]),
    ...catalog.plans.flatMap(({ title, edition, aliases }) => [title, edition ?? '', ...aliases]),
    ...cases.map(({ typed }) => typed),
    ...catalog.items.slice(0, 80).map(({ title }) => title),
  ];

  test('ranges lie within the text, in order, and never overlap, however names are strung together', () => {
    const separator = fc.constantFrom('', ' ', 'の', 'で', '、', '・', '～', '-', '\n');
    const strung = fc
      .array(fc.tuple(fc.constantFrom(...vocabulary), separator), { minLength: 1, maxLength: 8 })
      .map((parts) => normalise(parts.flat().join('')));
    const anything = anyText(40).map(normalise);
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: strung }, { weight: 1, arbitrary: anything }), (text) => {
        // Two years may make a span; what a span does to a name between them is another question.
        fc.pre((text.match(/平成|令和|[hr]\s?\d|(?:19|20)\d\d/gu)?.length ?? 0) < 2);
        let last = 0;
        for (const { start, end } of recognise(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 300 },
    );
  });

  test('names that stand apart are each read, whatever stands beside them', () => {
    const one = <T extends string>(names: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...names);
    const strung = fc
      .tuple(
        one(['情報政策課', '税務課', '国際経済・交流課', 'デジみや課', '教育総務課']),
        one(['震災復興・企画部', '企画部', '農政部', '教育庁']),
        one(['◎', '〇', '▲', '×印', '△評価']),
        one(['未達成', '廃止', '目標を下回った', '計画どおり', '一部達成', '未測定']),
        one(['H25', '令和6年度', '2014年']),
        one(['復興編', '当初プラン', 'ポリシー', 'IT推進プラン2013']),
        one(['電子申請', '県ホームページ', 'サーバーの統合', '🍜']),
      )
      .chain((parts) => fc.shuffledSubarray(parts, { minLength: 1 }));
    fc.assert(
      fc.property(strung, (parts) => {
        expect(read(parts.join(' '))).toEqual(parts.flatMap(read));
      }),
      { numRuns: 300 },
    );
  });
});
