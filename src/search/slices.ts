import { setImmediate } from 'node:timers/promises';

/** Milliseconds of work after which everybody else has a turn; few, because what is started beside it needs dozens of turns. */
const slice = 3;

/** Does something with each, in order, and lets whatever else waits go first again and again: a bot that has begun to listen answers meanwhile. */
export async function inSlices<T>(items: Iterable<T>, action: (item: T) => void): Promise<void> {
  let begun = performance.now();
  for (const item of items) {
    action(item);
    if (performance.now() - begun < slice) continue;
    await setImmediate();
    begun = performance.now();
  }
}
