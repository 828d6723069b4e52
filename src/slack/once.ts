/** What keeps a gesture or an event from being acted on twice. */
export interface Once {
  /** True the first time a key is seen, false for a redelivery of the same. */
  (key: string): boolean;
  /** Takes the key's next delivery for the first: nobody has got anything from this one. */
  forget(key: string): void;
}

/** Slack repeats an event for about five minutes and an envelope within seconds; twice that is remembered. */
const remembered = 10 * 60 * 1000;
/** Gestures remembered at once: more than a hundred a second while Slack repeats one, and some megabytes at most. */
const most = 50_000;

/** `now` in milliseconds, of any clock that only goes forward. */
export function createOnce(now: () => number): Once {
  const seen = new Map<string, number>();
  const once = (key: string): boolean => {
    const time = now();
    for (const [old, at] of seen) {
      // Insertion order is order of time, so the first young one ends the sweep.
      if (time - at < remembered && seen.size < most) break;
      seen.delete(old);
    }
    if (seen.has(key)) return false;
    seen.set(key, time);
    return true;
  };
  return Object.assign(once, { forget: (key: string) => void seen.delete(key) });
}
