import { describe, expect, test } from 'vitest';
import { createRecent } from '../../src/notice/recent.ts';

function counted(faults = 0) {
  let now = 0;
  let reads = 0;
  const recent = createRecent({
    read: async () => {
      reads += 1;
      if (reads <= faults) throw new Error('the database is away');
      return reads;
    },
    lasts: 500,
    now: () => now,
  });
  return {
    ...recent,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

describe('what was read a moment ago', () => {
  test('is read once for all who ask in that moment', async () => {
    const recent = counted();
    expect(await Promise.all([recent.read(), recent.read()])).toEqual([1, 1]);
    recent.pass(499);
    expect(await recent.read()).toBe(1);
  });

  test('is read anew when the moment is over', async () => {
    const recent = counted();
    await recent.read();
    recent.pass(500);
    expect(await recent.read()).toBe(2);
  });

  test('is read anew at once when something has changed', async () => {
    const recent = counted();
    await recent.read();
    recent.forget();
    expect(await recent.read()).toBe(2);
  });

  test('is read anew where it could not be read', async () => {
    const recent = counted(1);
    await expect(recent.read()).rejects.toThrow('away');
    expect(await recent.read()).toBe(2);
  });
});
