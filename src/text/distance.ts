/** Of two words: they are compared by the thousand, and each would else leave a dozen lists behind. */
const points: [number[], number[]] = [[], []];
const rows: [number[], number[], number[]] = [[], [], []];

/** Reads the characters of a word. Gives how many there are. */
function read(text: string, into: number[]): number {
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const point = text.codePointAt(at) ?? 0;
    if (point > 0xffff) at += 1;
    into[length] = point;
    length += 1;
  }
  return length;
}

/**
 * Typing errors between two words: insertions, deletions, substitutions and swapped neighbours each count one
 * (optimal string alignment). Stops early and returns `limit + 1` when there are more than `limit`.
 */
export function distance(one: string, other: string, limit: number): number {
  const [a, b] = points;
  const height = read(one, a);
  const width = read(other, b);
  const tooMany = limit + 1;
  if (Math.abs(height - width) > limit) return tooMany;
  let [beforeLast, last, row] = rows;
  for (let index = 0; index <= Math.min(width, tooMany); index += 1) last[index] = index;
  for (let i = 0; i < height; i += 1) {
    // What lies further from the diagonal than the limit has more errors than it.
    const from = Math.max(0, i - limit);
    const to = Math.min(width, i + limit + 1);
    row[from] = from === 0 && i < limit ? i + 1 : tooMany;
    row[to + 1] = tooMany;
    let least = row[from] ?? tooMany;
    for (let j = from; j < to; j += 1) {
      const same = a[i] === b[j];
      let errors = Math.min((row[j] ?? 0) + 1, (last[j + 1] ?? 0) + 1, (last[j] ?? 0) + (same ? 0 : 1));
      if (!same && i > 0 && j > 0 && a[i] === b[j - 1] && a[i - 1] === b[j]) {
        errors = Math.min(errors, (beforeLast[j - 1] ?? 0) + 1);
      }
      row[j + 1] = errors;
      least = Math.min(least, errors);
    }
    if (least > limit) return tooMany;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return Math.min(last[width] ?? tooMany, tooMany);
}
