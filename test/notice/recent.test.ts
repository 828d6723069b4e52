import { describe, expect, test } from 'vitest';
import { createRecent } from '../../src/notice/recent.ts';
import { createGate, type Gate } from '../support/gate.ts';

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

  test('is never read twice at the same time, however long it takes and however often something changes', async () => {
    const gates: Gate[] = [];
    const recent = createRecent({
      read: async () => {
        const gate = createGate();
        const number = gates.push(gate);
        await gate.opened;
        return number;
      },
      lasts: 0,
      now: () => 0,
    });
    const first = recent.read();
    const waiting = [recent.read(), recent.read()];
    recent.forget();
    waiting.push(recent.read());
    const begunMeanwhile = gates.length;
    gates[0]?.open();
    await first;
    await new Promise((resolve) => setImmediate(resolve));
    gates[1]?.open();
    expect([begunMeanwhile, await Promise.all(waiting)]).toEqual([1, [2, 2, 2]]);
  });
});
