import type { Logger } from 'pino';

type Work = () => Promise<unknown>;

/**
 * What somebody typed and cannot send a second time, while the database is away. It is kept in memory: it outlasts the outage,
 * but not the process.
 */
export interface Later {
  /** Does the work, and says whether it is done; false where it waits for the database. Of a key, only the newest work waits. @throws what else the work throws */
  run(key: string, work: Work): Promise<boolean>;
  /** Does what waits, until it meets the outage again, and says how much waits on; any other fault ends a work, and is logged. */
  retry(): Promise<number>;
}

/** `isOutage` tells a database that cannot be used from a fault of the work. */
export function createLater(log: Logger, isOutage: (error: unknown) => boolean): Later {
  const waiting = new Map<string, Work>();
  return {
    run: async (key, work) => {
      waiting.delete(key);
      try {
        await work();
        return true;
      } catch (error) {
        if (!isOutage(error)) throw error;
        waiting.set(key, work);
        return false;
      }
    },
    retry: async () => {
      for (const [key, work] of waiting) {
        try {
          await work();
        } catch (error) {
          if (isOutage(error)) break;
          log.error({ err: error, key }, 'what somebody typed could not be stored');
        }
        // Meanwhile newer work of the key may have taken its place.
        if (waiting.get(key) === work) waiting.delete(key);
      }
      return waiting.size;
    },
  };
}
