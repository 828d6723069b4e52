import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Fault } from '../../src/plan/fault.ts';
import { loadData } from '../../src/plan/load.ts';
import { copyOfData, type DataCopy } from '../support/data-copy.ts';

let data: DataCopy;
beforeEach(() => {
  data = copyOfData();
});
afterEach(() => data.remove());

const files = ['plans/it2013.json', 'sections.json', 'fillers.json'];

function faults(): readonly Fault[] {
  const loaded = loadData(data.directory);
  return loaded.ok ? [] : loaded.faults;
}

/** Where the faults stand and of what kind they are. */
function places(): string[] {
  return faults().map(({ file, path, expected }) => `${file} ${path} ${expected.code}`);
}

test('sound data are loaded whole', () => {
  const loaded = loadData(data.directory);
  expect(loaded).toMatchObject({ ok: true });
  expect(loaded.ok && loaded.data.plans.map(({ id }) => id).toSorted()).toEqual([
    'ict2014',
    'ict2017',
    'it2013',
    'it2013-recovery',
    'policy2021',
  ]);
});

test('a file that is no plan may lie beside the plans', () => {
  writeFileSync(data.path('plans/memo.txt'), 'not a plan');
  expect(faults()).toEqual([]);
});

describe('a file that cannot be used is one fault, without others that only follow from it', () => {
  test.each(['sections.json', 'lineage.json', 'synonyms.json', 'fillers.json'])('%s is missing', (file) => {
    rmSync(data.path(file));
    expect(places()).toEqual([`${file}  readable`]);
  });

  test.each(files)('%s breaks off in the middle', (file) => {
    writeFileSync(data.path(file), readFileSync(data.path(file), 'utf8').slice(0, 200));
    expect(places()).toEqual([`${file}  json`]);
  });

  test.each(files)('%s is empty', (file) => {
    writeFileSync(data.path(file), '');
    expect(faults()).toEqual([
      { file, path: '', found: '""', expected: { code: 'json', problem: expect.stringContaining('JSON') } },
    ]);
  });

  test.each(files)('%s holds something else', (file) => {
    writeFileSync(data.path(file), 'null');
    expect(faults()).toEqual([
      { file, path: '', found: 'null', expected: { code: 'shape', problem: expect.any(String) } },
    ]);
  });

  test('a folder stands where a plan should', () => {
    mkdirSync(data.path('plans/new.json'));
    expect(places()).toEqual(['plans/new.json  readable']);
  });

  test('the beginning of what is no JSON is shown', () => {
    writeFileSync(data.path('synonyms.json'), '\u{feff}# 同義語\n- way: two-way');
    expect(faults()[0]?.found).toContain('# 同義語');
  });
});

describe('plans that are gone', () => {
  test('one plan is missed by whatever refers to it, and by nothing else', () => {
    rmSync(data.path('plans/ict2017.json'));
    const found = faults();
    expect(places()).toContain('plans/ict2014.json successor existing-plan');
    expect(found.filter(({ found: id }) => !id.startsWith('"ict2017'))).toEqual([]);
  });

  test('a missing folder of plans is named', () => {
    rmSync(data.path('plans'), { recursive: true });
    expect(places()).toEqual(['plans  some-plan']);
  });

  test('an empty directory misses the plans first of all', () => {
    for (const name of readdirSync(data.directory)) rmSync(data.path(name), { recursive: true });
    expect(places()).toEqual(['plans  some-plan']);
  });
});

describe('a value of the wrong form is told with its place and what stands there', () => {
  test.each<[string, string, string, unknown, string]>([
    ['a number for a title', 'plans/it2013.json', 'items[it2013/1-1-1].title', 5, '5'],
    ['an unknown mark', 'plans/it2013.json', 'items[it2013/1-1-1].evaluation.mark', '-', '"-"'],
    ['an unknown rule', 'plans/policy2021.json', 'items[policy2021/DX推進研修].kpis[0].rule', 'up', '"up"'],
    [
      'a figure typed as text',
      'plans/policy2021.json',
      'items[policy2021/DX推進研修].kpis[0].target.value',
      '680',
      '"680"',
    ],
    [
      'a month that does not exist',
      'plans/policy2021.json',
      'items[policy2021/DX推進研修].kpis[0].target.asOf',
      '2025-13',
      '"2025-13"',
    ],
    ['a year before 1989', 'plans/it2013.json', 'years[0]', 1988, '1988'],
    [
      'an address that is none',
      'plans/ict2014.json',
      'items[ict2014/2-2-5].urls[0]',
      'pref.miyagi.jp',
      '"pref.miyagi.jp"',
    ],
    ['an id with a blank', 'lineage.json', '[0].from', 'it2013/1-1-1 ', '"it2013/1-1-1 "'],
    ['a day that does not exist', 'sections.json', '[河川課].spans[0].from', '2021-02-30', '"2021-02-30"'],
    ['a group of one synonym', 'synonyms.json', '[0].words', ['電子申請'], '["電子申請"]'],
    ['an empty filler', 'fillers.json', '[0]', '', '""'],
  ])('%s', (_, file, place, value, found) => {
    const path = data.resolve(file, place);
    data.set(file, place, value);
    expect(faults()).toEqual([{ file, path, found, expected: { code: 'shape', problem: expect.any(String) } }]);
  });

  test('a misspelt key is told at the object that holds it, with its name', () => {
    const path = data.resolve('plans/it2013.json', 'items[it2013/1-1-1]');
    data.set('plans/it2013.json', 'items[it2013/1-1-1].titel', 'x');
    expect(faults()).toEqual([
      {
        file: 'plans/it2013.json',
        path,
        found: expect.stringMatching(/^.{80}…$/u),
        expected: { code: 'shape', problem: expect.stringContaining('titel') },
      },
    ]);
  });
});

describe('several things wrong', () => {
  test('all are listed in one run, in one file and over many', () => {
    data.set('plans/it2013.json', 'marks[0].total', 1);
    data.set('plans/it2013.json', 'successor', 'nowhere');
    data.set('plans/policy2021.json', 'items[policy2021/DX推進研修].kpis[0].id', 'policy2021/x#1');
    data.set('lineage.json', '[0].from', 'it2013/9-9-9');
    writeFileSync(data.path('fillers.json'), '[');
    expect(places().toSorted()).toEqual(
      [
        'fillers.json  json',
        'lineage.json [0].from existing-item',
        'plans/it2013.json marks[0].total mark-total',
        'plans/it2013.json successor existing-plan',
        `plans/policy2021.json ${data.resolve('plans/policy2021.json', 'items[policy2021/DX推進研修].kpis[0].id')} kpi-id`,
      ].toSorted(),
    );
  });

  test('two wrong values of one file are two faults', () => {
    data.set('plans/it2013.json', 'items[0].title', '');
    data.set('plans/it2013.json', 'items[1].kind', 'project');
    expect(places()).toEqual(['plans/it2013.json items[0].title shape', 'plans/it2013.json items[1].kind shape']);
  });

  test('what can be read is checked even where a plan cannot be', () => {
    writeFileSync(data.path('plans/ict2017.json'), '{');
    data.set('plans/it2013.json', 'marks[0].total', 1);
    expect(places()).toEqual(['plans/ict2017.json  json', 'plans/it2013.json marks[0].total mark-total']);
  });
});
