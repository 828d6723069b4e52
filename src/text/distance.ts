/**
 * Typing errors between two words: insertions, deletions, substitutions and swapped neighbours each count one
 * (optimal string alignment). Stops early and returns `limit + 1` when there are more than `limit`.
 */
export function distance(one: string, other: string, limit: number): number {
  const a = Array.from(one);
  const b = Array.from(other);
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const tooMany = limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 0; i < a.length; i += 1) {
    // What lies further from the diagonal than the limit has more errors than it.
    const row = new Array<number>(b.length + 1).fill(tooMany);
    if (i < limit) row[0] = i + 1;
    let least = row[0] ?? tooMany;
    for (let j = Math.max(0, i - limit); j < Math.min(b.length, i + limit + 1); j += 1) {
      const same = a[i] === b[j];
      let errors = Math.min((row[j] ?? 0) + 1, (last[j + 1] ?? 0) + 1, (last[j] ?? 0) + (same ? 0 : 1));
      if (!same && i > 0 && j > 0 && a[i] === b[j - 1] && a[i - 1] === b[j]) {
        errors = Math.min(errors, (beforeLast[j - 1] ?? 0) + 1);
      }
      row[j + 1] = errors;
      least = Math.min(least, errors);
    }
    if (least > limit) return tooMany;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] ?? tooMany, tooMany);
}
