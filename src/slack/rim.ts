import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Wording } from '../wording/wording.ts';

/** What happens to an unknown fault: one log line and one sentence to the person, sharing a token. */
export interface Rim {
  /**
   * Runs a listener; if it throws, logs the fault and calls `tell` with a sentence that carries the same token.
   * Never throws itself: an error that reaches Bolt would leave the request without an answer.
   */
  run(name: string, listener: () => Promise<void>, tell: (text: string) => Promise<unknown>): Promise<void>;
  /** Resolves when no listener is under way: most of their work comes after the acknowledgement. */
  idle(): Promise<void>;
}

/** `isOutage` tells a database that cannot be used from a fault of the program: the person may then know what still works. */
export function createRim(log: Logger, wording: Wording, isOutage: (error: unknown) => boolean): Rim {
  const underWay = new Set<Promise<void>>();
  async function guarded(
    name: string,
    listener: () => Promise<void>,
    tell: (text: string) => Promise<unknown>,
  ): Promise<void> {
    try {
      await listener();
    } catch (error) {
      const token = randomUUID().slice(0, 8);
      log.error({ err: error, listener: name, token }, 'a listener failed');
      try {
        await tell(wording.plain(isOutage(error) ? 'problem.database' : 'problem.unexpected', { token }));
      } catch (unheard) {
        log.error({ err: unheard, listener: name, token }, 'the person could not be told');
      }
    }
  }
  return {
    async run(name, listener, tell) {
      const work = guarded(name, listener, tell);
      underWay.add(work);
      await work;
      underWay.delete(work);
    },
    idle: async () => {
      do {
        await Promise.all(underWay);
        // What follows from a listener (a receipt, after a form was stored) begins a moment after it has ended.
        await new Promise((resolve) => setImmediate(resolve));
      } while (underWay.size > 0);
    },
  };
}
