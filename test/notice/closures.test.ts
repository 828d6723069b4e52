import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadClosures } from '../../src/notice/closures.ts';
import { dataDirectory } from '../support/catalog.ts';
import { copyOfData, type DataCopy } from '../support/data-copy.ts';

test('the office’s list begins empty', () => {
  expect(loadClosures(dataDirectory)).toEqual({ ok: true, closures: [] });
});

describe('an office fills in its closures', () => {
  let copy: DataCopy;
  beforeEach(() => {
    copy = copyOfData();
  });
  afterEach(() => copy.remove());
  const closure = { from: '2027-05-01', to: '2027-05-02', name: '庁舎の全館停電' };

  test('and they are read', () => {
    copy.set('calendar.json', '[+]', closure);
    expect(loadClosures(copy.directory)).toEqual({ ok: true, closures: [closure] });
  });

  test.each<[string, object, string]>([
    ['a day that does not exist', { ...closure, from: '2027-02-29' }, '[0].from'],
    ['a last day before the first', { ...closure, to: '2027-04-30' }, '[0].to'],
    ['no name', { ...closure, name: '' }, '[0].name'],
    ['a field nobody reads', { ...closure, reason: '停電' }, '[0]'],
  ])('%s is a fault with its place', (_, entry, path) => {
    copy.set('calendar.json', '[+]', entry);
    expect(loadClosures(copy.directory)).toMatchObject({ ok: false, faults: [{ file: 'calendar.json', path }] });
  });
});
