import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds after which whoever waits is told something else: Slack gives up after three seconds. */
const acknowledgeWithin = 2_500;

/** What `work` gives. @throws Error when that takes too long for Slack; the work itself goes on. */
export async function inTime<T>(work: Promise<T>, milliseconds = acknowledgeWithin): Promise<T> {
  const stop = new AbortController();
  const tooLate = delay(milliseconds, null, { signal: stop.signal, ref: false }).then(() => {
    throw new Error(`not done within ${milliseconds} ms`);
  });
  // Nobody listens to it any more once the work has won.
  tooLate.catch(() => undefined);
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    stop.abort();
  }
}
