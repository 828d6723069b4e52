import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askWithoutDictionary, realCatalog } from '../support/catalog.ts';
import { looselyTyped } from '../support/loose-number.ts';

const catalog = realCatalog();
// Numbers need no dictionary.
const ask = askWithoutDictionary(catalog);

describe('a number that one measure has', () => {
  test.each([
    ['4-2-2', 'it2013/4-2-2'],
    ['２－１－１３', 'ict2014/2-1-13'],
    ['4-2-1', 'it2013/4-2-1①②'],
    ['4-2-1②', 'it2013/4-2-1①②'],
    ['3-1-(1)-1', 'it2013/3-1-(1)-1'],
    ['復4-4-1(2)', 'it2013-recovery/復4-4-1(2)'],
    ['復1-1-2', 'it2013-recovery/復1-1-2①復1-1-2②'],
    ['復4－1－2②', 'it2013-recovery/復4-1-2②'],
  ])('«%s» shows %s', async (text, id) => {
    const answer = await ask(text);
    expect(answer.kind).toBe('item');
    expect(answer.items[0]).toBe(id);
  });

  test('shows its figures and its thread as well', async () => {
    const answer = await ask('2-1-12');
    expect(answer).toMatchObject({ kind: 'item', kpis: [{}, {}] });
    expect(answer.kind === 'item' && answer.lineage.map(({ from }) => from)).toContain('it2013/4-5-1(1)');
  });
});

describe('a number that several measures have', () => {
  test('the same in two plans shows one per plan, the newest first', async () => {
    expect(await ask('2-1-4')).toMatchObject({
      kind: 'found',
      hits: [{ id: 'ict2014/2-1-4' }, { id: 'it2013/2-1-4' }],
    });
  });

  test('a plan named beside it chooses', async () => {
    expect(await ask('当初プランの2-1-4')).toMatchObject({ kind: 'item', items: ['it2013/2-1-4'] });
    expect(await ask('復興編 1-1-1')).toMatchObject({ kind: 'item', items: ['it2013-recovery/復1-1-1'] });
  });

  test('without its branch it shows all of them', async () => {
    const answer = await ask('1-1-5');
    expect(answer.kind === 'found' && answer.hits.map(({ id }) => id)).toEqual([
      'it2013/1-1-5①',
      'it2013/1-1-5②',
      'it2013/1-1-5③',
    ]);
  });

  test('a category shows everything below it', async () => {
    const answer = await ask('5-3');
    expect(answer.items.filter((id) => id.startsWith('it2013/5-3-'))).toHaveLength(8);
  });
});

describe('a number of the recovery edition', () => {
  test('typed without 復 it stands last', async () => {
    const { kind, items } = await ask('1-1-1');
    expect([kind, items[0], items.at(-1)]).toEqual(['item', 'it2013/1-1-1', 'it2013-recovery/復1-1-1']);
  });

  test('typed without 復 it is shown where no other measure has it', async () => {
    expect((await ask('4-1-2⑤')).items[0]).toBe('it2013-recovery/復4-1-2⑤');
  });

  test('typed with 復 no other edition is shown', async () => {
    const recovery = catalog.items.flatMap(({ number }) => (number?.startsWith('復') ? [number] : []));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...recovery).chain(looselyTyped), async (text) => {
        const { items } = await ask(text);
        expect(items.filter((id) => !id.startsWith('it2013-recovery/'))).toEqual([]);
      }),
    );
  });
});

describe('beside the number shown stand', () => {
  test('no item that is shown already, where one number is the neighbour of another', async () => {
    const { items } = await ask('4-2-5②、4-2-1');
    expect(new Set(items).size).toBe(items.length);
  });

  test('the other branches', async () => {
    const { items } = await ask('1-1-5③');
    expect(items[0]).toBe('it2013/1-1-5③');
    expect(items.slice(1)).toEqual(expect.arrayContaining(['it2013/1-1-5①', 'it2013/1-1-5②']));
  });
});

describe('a number that no measure has', () => {
  test.each(['9-9-9', '復9-9-9', '1-1-9', '4-2-10', '99-99'])('«%s»', async (text) => {
    expect(await ask(text)).toMatchObject({ kind: 'none', reason: 'no-number', items: [] });
  });

  test('its sisters are offered', async () => {
    const answer = await ask('4-1-4⑤');
    expect(answer.kind === 'none' && answer.suggestions.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['it2013/4-1-4①', 'it2013/4-1-4④']),
    );
  });
});

describe('a question about a number', () => {
  test.each([
    ['4-2-2の担当課はどこ？', 'who'],
    ['4-2-2はどうなった？', 'status'],
    ['4-2-2の評価は？', 'status'],
  ])('«%s» is led by %s', async (text, code) => {
    expect(await ask(text)).toMatchObject({ kind: 'item', lead: { code, item: { id: 'it2013/4-2-2' } } });
  });

  test('a bare number has no lead', async () => {
    expect(await ask('4-2-2')).toMatchObject({ kind: 'item', lead: null });
  });
});

test('every number printed for a measure is found in any loose form', async () => {
  const numbered = catalog.items.flatMap(({ id, kind, number }) =>
    kind === 'measure' && number ? { id, number } : [],
  );
  const typed = fc
    .constantFrom(...numbered)
    .chain(({ id, number }) => looselyTyped(number).map((text) => ({ id, text })));
  await fc.assert(
    fc.asyncProperty(typed, async ({ id, text }) => {
      const answer = await ask(text);
      const meant = answer.kind === 'item' ? [answer.item] : answer.kind === 'found' ? answer.hits : [];
      expect(meant.map((item) => item.id)).toContain(id);
    }),
    { numRuns: 400 },
  );
});
