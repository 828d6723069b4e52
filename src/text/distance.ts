/**
 * Typing errors between two words: insertions, deletions, substitutions and swapped neighbours each count one
 * (optimal string alignment). Stops early and returns `limit + 1` when there are more than `limit`.
 */
export function distance(one: string, other: string, limit: number): number {
  const a = Array.from(one);
  const b = Array.from(other);
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, left] of a.entries()) {
    const row = [i + 1];
    for (const [j, right] of b.entries()) {
      const at = (line: readonly number[], index: number): number => line[index] ?? limit + 1;
      let errors = Math.min(at(row, j) + 1, at(last, j + 1) + 1, at(last, j) + (left === right ? 0 : 1));
      if (i > 0 && j > 0 && left === b[j - 1] && a[i - 1] === right)
        errors = Math.min(errors, at(beforeLast, j - 1) + 1);
      row.push(errors);
    }
    if (Math.min(...row) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] ?? limit + 1, limit + 1);
}
