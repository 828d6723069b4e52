import type { Moment } from '../report/day.ts';

/** Work that is done again and again, never twice at once. */
export interface Beat {
  /** Begins at once, unless it is under way: then once more when that is done. Resolves when nothing is left to do. */
  run(): Promise<void>;
  /** When it last succeeded; null before the first time. */
  lastSuccess(): Moment | null;
}

/** `work` tells whether it succeeded, and never throws; it is not begun any more once `isStopping`. */
export function createBeat(
  work: () => Promise<boolean>,
  { isStopping, now }: { isStopping: () => boolean; now: () => Moment },
): Beat {
  let again = false;
  let underWay: Promise<void> | null = null;
  let success: Moment | null = null;

  async function all(): Promise<void> {
    do {
      again = false;
      if ((await work()) && !isStopping()) success = now();
    } while (again && !isStopping());
    underWay = null;
  }

  return {
    run: () => {
      if (isStopping()) return underWay ?? Promise.resolve();
      if (underWay) again = true;
      else underWay = all();
      return underWay;
    },
    lastSuccess: () => success,
  };
}
