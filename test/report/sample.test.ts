import { afterAll, beforeAll, expect, test } from 'vitest';
import { moment } from '../../src/report/day.ts';
import { loadSample, plantSample } from '../../src/report/sample.ts';
import type { ReportStore } from '../../src/report/store.ts';
import { dataDirectory, realCatalog } from '../support/catalog.ts';
import { openDesk } from '../support/desk.ts';

const catalog = realCatalog();
const now = moment('2026-11-20T01:00:00Z');
const sample = loadSample(dataDirectory, { staff: 'U1', head: 'U2', coordinator: 'U3' });
let store: ReportStore;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ store, close } = await openDesk({ catalog }));
});
afterAll(() => close());

test('the sample names sections and a plan that are there', () => {
  expect(sample.roster.filter(({ section }) => !catalog.section(section))).toEqual([]);
  expect(catalog.plan(sample.round.plan).items.length).toBeGreaterThan(0);
});

test('it begins an empty database with a roster and an open round, and leaves another one alone', async () => {
  await plantSample(store, sample, now);
  await plantSample(store, sample, now);
  expect([(await store.roster()).length, (await store.rounds()).map(({ state, due }) => [state, due])]).toEqual([
    sample.roster.length,
    [['open', '2026-12-04']],
  ]);
});
