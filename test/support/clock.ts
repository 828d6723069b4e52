import { syncBuiltinESMExports } from 'node:module';
import timersPromises from 'node:timers/promises';
import { vi } from 'vitest';

/** Stops the timers of this process; what waits for the network goes on. */
export function stopTimers(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  // Vitest leaves the timers that are promises alone, so they are made of those that it stops.
  vi.spyOn(timersPromises, 'setTimeout').mockImplementation(
    (delay, value, { signal } = {}) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const onAbort = (): void => {
          clearTimeout(timer);
          reject(signal?.reason);
        };
        const timer = setTimeout(() => {
          signal?.removeEventListener('abort', onAbort);
          resolve(value);
        }, delay);
        signal?.addEventListener('abort', onAbort);
      }),
  );
  // Modules import it by name, and such names are only renewed on demand.
  syncBuiltinESMExports();
}

export function releaseTimers(): void {
  vi.useRealTimers();
  vi.restoreAllMocks();
  syncBuiltinESMExports();
}

/** Turns the stopped clock forward, a second at a time, until something has happened. */
export async function turnClockUntil<T>(happens: Promise<T>): Promise<T> {
  let happened = false;
  const watched = happens.finally(() => {
    happened = true;
  });
  // Awaited only when the clock has stopped turning.
  watched.catch(() => undefined);
  while (!happened) {
    await vi.advanceTimersByTimeAsync(1_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return watched;
}
