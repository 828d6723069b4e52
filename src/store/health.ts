import { setTimeout as delay } from 'node:timers/promises';
import { isUnavailable, Unreached } from './unavailable.ts';

/** Whether the database can be used. */
export interface Health {
  /** As it was when it was last tried, by anybody. */
  isWell(): boolean;
  /** Tries it, and gives `isWell`. Never throws, and never takes long; whoever wants to notice a recovery does this again and again. */
  check(): Promise<boolean>;
}

interface Parts {
  /** Reaches the database and costs next to nothing. */
  touch: () => Promise<unknown>;
  /** Writes as a report does: a disk that is full still takes a few bytes. */
  write: () => Promise<unknown>;
  /** Milliseconds after which no answer means that it cannot be used. */
  patience: number;
  /** Hears what it says when it cannot be used any more, and null when it can again. */
  onChange: (fault: unknown) => void;
}

/** The health, and the ear by which it learns of what others met. */
export function createHealth({ touch, write, patience, onChange }: Parts): Health & { hear: (error: unknown) => void } {
  let well = true;
  let failures = 0;
  let underWay: Promise<boolean> | null = null;

  function become(next: boolean, fault: unknown): void {
    if (next === well) return;
    well = next;
    onChange(next ? null : fault);
  }
  function hear(error: unknown): void {
    if (!isUnavailable(error)) return;
    failures += 1;
    become(false, error);
  }
  async function attempt(): Promise<boolean> {
    const before = failures;
    try {
      await (well ? touch() : write());
      // What others met meanwhile counts as well.
      return failures === before;
    } catch (error) {
      become(false, error);
      return false;
    } finally {
      underWay = null;
    }
  }
  return {
    isWell: () => well,
    hear,
    check: async () => {
      underWay ??= attempt();
      const stop = new AbortController();
      const tooLate = delay(patience, false, { signal: stop.signal, ref: false }).catch(() => false);
      become(await Promise.race([underWay, tooLate]), new Unreached('the database did not answer in time'));
      stop.abort();
      return well;
    },
  };
}
