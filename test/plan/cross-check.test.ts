import { renameSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { loadData } from '../../src/plan/load.ts';
import { samples } from '../../src/wording/samples.ts';
import { readCases } from '../support/cases.ts';
import { copyOfData, type DataCopy } from '../support/data-copy.ts';

const cases = readCases(
  'data-faults',
  z.array(
    z.strictObject({
      says: z.string(),
      /** The one place that is broken. Ids stand for indexes, `[+]` for a new last entry. */
      file: z.string(),
      at: z.string(),
      value: z.json(),
      fault: z.strictObject({
        path: z.string(),
        found: z.string(),
        expected: z.looseObject({ code: z.string(), first: z.string().optional() }),
      }),
    }),
  ),
);

let data: DataCopy;
beforeEach(() => {
  data = copyOfData();
});
afterEach(() => data.remove());

function faults(): readonly unknown[] {
  const loaded = loadData(data.directory);
  return loaded.ok ? [] : loaded.faults;
}

test('the data as they are have no fault', () => {
  expect(faults()).toEqual([]);
});

describe('one thing wrong is one fault with its place, what was found and what was expected', () => {
  test.each(cases)('$says', ({ file, at, value, fault: { path, found, expected } }) => {
    // Where a fault points to an earlier place, that place is written as «file path».
    const [firstFile = '', firstPath = ''] = expected.first?.split(' ') ?? [];
    const first = expected.first === undefined ? {} : { first: `${firstFile} ${data.resolve(firstFile, firstPath)}` };
    const place = data.resolve(file, path);
    data.set(file, at, value);
    expect(faults()).toEqual([{ file, path: place, found, expected: { ...expected, ...first } }]);
  });

  test('a plan in a file of another name', () => {
    renameSync(data.path('plans/it2013.json'), data.path('plans/it2031.json'));
    expect(faults()).toEqual([
      {
        file: 'plans/it2031.json',
        path: 'id',
        found: '"it2013"',
        expected: { code: 'file-name', name: 'plans/it2031.json' },
      },
    ]);
  });

  test('a lineage link that stands twice', () => {
    const place = data.resolve('lineage.json', '[+]');
    data.set('lineage.json', '[+]', data.read('lineage.json', '[0]'));
    expect(faults()).toEqual([
      expect.objectContaining({ file: 'lineage.json', path: place, expected: { code: 'unique', first: '[0]' } }),
    ]);
  });

  test('a section that stands twice', () => {
    const place = data.resolve('sections.json', '[+]');
    data.set('sections.json', '[+]', data.read('sections.json', '[河川課]'));
    expect(faults()).toEqual([
      expect.objectContaining({
        file: 'sections.json',
        path: `${place}.id`,
        found: '"河川課"',
        expected: expect.objectContaining({ code: 'unique' }),
      }),
    ]);
  });

  test('there is a case for every fault the data can have', () => {
    const elsewhere = ['readable', 'json', 'shape', 'file-name'];
    const told = samples['data.fault'].map(({ code }) => code);
    expect([...new Set([...cases.map(({ fault }) => fault.expected.code), ...elsewhere])].toSorted()).toEqual(
      told.toSorted(),
    );
  });
});
