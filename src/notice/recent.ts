/** Something that is read anew, but not more often than it can have changed. */
export interface Recent<T> {
  /** What was read a moment ago, or else is read now. Rejects when it cannot be read; then the next one reads again. */
  read(): Promise<T>;
  /** Something has changed: what was read before is not given any more. */
  forget(): void;
}

interface RecentOptions<T> {
  read: () => Promise<T>;
  /** Milliseconds for which what was read is still true enough. */
  lasts: number;
  /** Milliseconds, of any clock that only goes forward. */
  now: () => number;
}

/**
 * Reads for many who ask within a moment, once, and never twice at the same time: who asks while an older reading is still
 * under way waits for its end, and then shares the next one with all the others who waited.
 */
export function createRecent<T>({ read, lasts, now }: RecentOptions<T>): Recent<T> {
  let last: { at: number; value: Promise<T> } | null = null;
  let underWay: Promise<unknown> | null = null;
  let next: Promise<T> | null = null;

  function begin(): Promise<T> {
    next = null;
    const begun = { at: now(), value: read() };
    last = begun;
    underWay = begun.value
      .catch(() => {
        if (last === begun) last = null;
      })
      .finally(() => {
        if (next === null) underWay = null;
      });
    return begun.value;
  }

  return {
    read: () => {
      if (last && now() - last.at < lasts) return last.value;
      if (underWay === null) return begin();
      next ??= underWay.then(begin);
      return next;
    },
    forget: () => {
      last = null;
    },
  };
}
