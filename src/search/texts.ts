import { zones } from './entry.ts';
import type { ItemIndex, ZoneHolding } from './item-index.ts';

/** The folded texts of all items. */
export type Texts = Pick<ItemIndex, 'title'> & { zoneHolding: ZoneHolding };

const mostRemembered = 100;

/**
 * Takes in the zones of item after item; `done` lays them in one long text. What a common word needs of thousands of items
 * is then read in a row, where as many strings would lie all over the memory.
 */
export function createTexts() {
  const parts: string[] = [];

  function add(own: readonly string[]): void {
    parts.push(...own);
  }

  function done(): Texts {
    const text = parts.join('\n');
    const starts = new Int32Array(parts.length + 1);
    for (const [index, part] of parts.entries()) starts[index + 1] = (starts[index] ?? 0) + part.length + 1;
    parts.length = 0;

    /** Where a text was last looked for, and found: most are asked for item by item. */
    const last = new Map<string, { from: number; at: number }>();
    function firstFrom(from: number, wanted: string): number {
      const known = last.get(wanted);
      if (known && known.from <= from && from <= known.at) return known.at;
      const found = text.indexOf(wanted, from);
      const at = found === -1 ? Number.POSITIVE_INFINITY : found;
      if (last.size > mostRemembered) last.clear();
      last.set(wanted, { from, at });
      return at;
    }

    return {
      zoneHolding: (position, wanted, behind = -1) => {
        const first = position * zones.length;
        const at = firstFrom(starts[first + behind + 1] ?? 0, wanted);
        if (at >= (starts[first + zones.length] ?? 0)) return -1;
        let zone = behind + 1;
        while (at >= (starts[first + zone + 1] ?? 0)) zone += 1;
        return zone;
      },
      title: (position) => {
        const title = position * zones.length + zones.indexOf('title');
        const lines = text.slice(starts[title], (starts[title + 1] ?? 0) - 1);
        const end = lines.indexOf('\n');
        return end === -1 ? lines : lines.slice(0, end);
      },
    };
  }
  return { add, done };
}
