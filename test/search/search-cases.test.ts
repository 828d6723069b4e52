import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Ask } from '../../src/ask/ask.ts';
import { realAsk, realCatalog } from '../support/catalog.ts';

const cases = z
  .strictObject({
    /** What staff type, and the items that must stand among the first `within` of the answer. */
    found: z.array(
      z.strictObject({
        kind: z.string(),
        query: z.string(),
        within: z.int().min(1).max(20),
        ids: z.array(z.string()).min(1),
      }),
    ),
    /** What the plans say nothing about: the answer is «該当なし», however near some word may come. */
    none: z.array(z.strictObject({ kind: z.string(), query: z.string() })),
  })
  .parse(JSON.parse(readFileSync('test/cases/search.json', 'utf8')));

const catalog = realCatalog();
let ask: Ask;

beforeAll(async () => {
  ask = await realAsk(catalog);
});

function kinds(some: readonly { kind: string }[]): string[] {
  return [...new Set(some.map(({ kind }) => kind))];
}

describe('found', () => {
  describe.each(kinds(cases.found))('by %s', (kind) => {
    test.each(cases.found.filter((one) => one.kind === kind))('«$query»: $ids', async ({ query, within, ids }) => {
      const { items } = await ask(query);
      expect(items.slice(0, within)).toEqual(expect.arrayContaining([...ids]));
    });
  });
});

describe('not in the plans', () => {
  describe.each(kinds(cases.none))('%s', (kind) => {
    test.each(cases.none.filter((one) => one.kind === kind))('«$query»', async ({ query }) => {
      expect(await ask(query)).toMatchObject({ kind: 'none', items: [] });
    });
  });
});

describe('the cases', () => {
  test('name items that exist', () => {
    const ids = cases.found.flatMap((one) => one.ids);
    expect(ids.filter((id) => !catalog.item(id))).toEqual([]);
  });

  test('touch every plan', () => {
    const plans = new Set(cases.found.flatMap((one) => one.ids.map((id) => id.split('/')[0])));
    expect(plans).toEqual(new Set<string>(catalog.plans.map(({ id }) => id)));
  });
});
