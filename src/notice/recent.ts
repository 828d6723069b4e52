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

/** Reads for many who ask within a moment, once. */
export function createRecent<T>({ read, lasts, now }: RecentOptions<T>): Recent<T> {
  let last: { at: number; value: Promise<T> } | null = null;
  return {
    read: () => {
      const at = now();
      if (last && at - last.at < lasts) return last.value;
      const value = read();
      const begun = { at, value };
      last = begun;
      value.catch(() => {
        if (last === begun) last = null;
      });
      return value;
    },
    forget: () => {
      last = null;
    },
  };
}
