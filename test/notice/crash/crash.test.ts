import { describe, expect, test } from 'vitest';
import { crashRuns } from './crash-runs.ts';

describe('a process that is killed while it delivers', () => {
  // Two hundred runs take minutes: npm run crash-test.
  test('loses no notice and sends none twice, wherever it was killed', async () => {
    const { killed, lost, duplicates, misrecorded } = await crashRuns(12, 5);
    expect({ lost, duplicates, misrecorded }).toEqual({ lost: 0, duplicates: 0, misrecorded: 0 });
    expect(Object.entries(killed).filter(([, times]) => times === 0)).toEqual([]);
  }, 120_000);
});
