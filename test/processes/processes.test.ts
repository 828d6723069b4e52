import { describe, expect, test } from 'vitest';
import { processRuns } from './runs.ts';

describe('several processes at the same work, some of them killed and some stopped for longer than their lease', () => {
  // Five hundred runs take half an hour: npm run process-test.
  test('lose no notice and no report, and send and store none twice', async () => {
    const odd: string[] = [];
    const { runs, kills, lost, twice, misrecorded, unfinished } = await processRuns({
      ...{ runs: 2, seed: 5, lanes: 1 },
      onRun: (_, told) => odd.push(...told),
    });
    expect({ lost, twice, misrecorded, unfinished, odd }).toEqual({
      ...{ lost: 0, twice: 0, misrecorded: 0, unfinished: 0 },
      odd: [],
    });
    expect({ runs, killed: kills > 0 }).toEqual({ runs: 2, killed: true });
  }, 240_000);
});
