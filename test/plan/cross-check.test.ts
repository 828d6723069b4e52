import { copyFileSync, renameSync } from 'node:fs';
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

test('a later name of a section, known from a notice and printed in no row, is no fault', () => {
  data.set('sections.json', '[河川課].spans[+]', {
    name: '流域課',
    department: '土木部',
    from: '2030-04-01',
    to: null,
    basis: 'official',
    source: '試験',
  });
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

  test('a plan that stands twice', () => {
    copyFileSync(data.path('plans/ict2017.json'), data.path('plans/ict2018.json'));
    expect(faults()).toContainEqual({
      file: 'plans/ict2018.json',
      path: 'id',
      found: '"ict2017"',
      expected: { code: 'unique', first: 'plans/ict2017.json id' },
    });
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
    const twice = { file: 'sections.json', expected: expect.objectContaining({ code: 'unique' }) };
    expect(faults()).toEqual([
      expect.objectContaining({ ...twice, path: `${place}.id`, found: '"河川課"' }),
      expect.objectContaining({ ...twice, path: `${place}.spans[0]`, found: '"土木部 河川課"' }),
    ]);
  });

  test('there is a case for every fault the data can have', () => {
    const elsewhere = ['readable', 'json', 'shape', 'file-name', 'some-plan'];
    const told = samples['data.fault'].map(({ code }) => code);
    expect([...new Set([...cases.map(({ fault }) => fault.expected.code), ...elsewhere])].toSorted()).toEqual(
      told.toSorted(),
    );
  });
});
