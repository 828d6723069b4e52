import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createOnce } from '../../src/slack/once.ts';

const minute = 60_000;

/** A clock that a test turns. */
function turned(): { now: () => number; forward: (milliseconds: number) => void } {
  let time = 0;
  return {
    now: () => time,
    forward: (milliseconds) => {
      time += milliseconds;
    },
  };
}

describe('a gesture', () => {
  test('is taken the first time', () => {
    expect(createOnce(() => 0)('command 1')).toBe(true);
  });

  test('is not taken when it is delivered again', () => {
    const once = createOnce(() => 0);
    once('command 1');
    expect(once('command 1')).toBe(false);
  });

  test('does not stand in the way of another', () => {
    const once = createOnce(() => 0);
    once('command 1');
    expect(once('command 2')).toBe(true);
  });

  test('is still known when Slack delivers it for the last time, about five minutes later', () => {
    const clock = turned();
    const once = createOnce(clock.now);
    once('event 1');
    clock.forward(6 * minute);
    expect(once('event 1')).toBe(false);
  });

  test('is forgotten after ten minutes, so that memory stays small', () => {
    const clock = turned();
    const once = createOnce(clock.now);
    once('event 1');
    clock.forward(10 * minute);
    expect(once('event 1')).toBe(true);
  });

  test('is taken again when nobody has got anything from the first time', () => {
    const once = createOnce(() => 0);
    once('command 1');
    once.forget('command 1');
    expect(once('command 1')).toBe(true);
  });

  test('is forgotten when very many have followed, so that memory stays bounded', () => {
    const once = createOnce(() => 0);
    const all = Array.from({ length: 50_001 }, (_, index) => `command ${index}`);
    for (const key of all) once(key);
    expect([once('command 50000'), once('command 2'), once('command 0')]).toEqual([false, false, true]);
  });

  test('is taken once in any ten minutes, however gestures and time mix', () => {
    const step = fc.record({ key: fc.constantFrom('a', 'b', 'c'), wait: fc.nat({ max: 8 * minute }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const clock = turned();
        const once = createOnce(clock.now);
        const taken = new Map<string, number>();
        for (const { key, wait } of steps) {
          clock.forward(wait);
          const last = taken.get(key);
          const isNew = last === undefined || clock.now() - last >= 10 * minute;
          if (isNew) taken.set(key, clock.now());
          expect(once(key)).toBe(isNew);
        }
      }),
    );
  });
});
