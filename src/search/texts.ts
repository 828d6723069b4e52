import { zones } from './entry.ts';
import type { ItemIndex, ZoneHolding } from './item-index.ts';

/** The folded texts of all items. */
export type Texts = Pick<ItemIndex, 'title'> & { zoneHolding: ZoneHolding };

/**
 * Reads the folded texts of all items, zone after zone. They are laid in one long text: what a common word needs of thousands
 * of items is then read in a row, where as many strings would lie all over the memory.
 */
export function openTexts(parts: readonly string[]): Texts {
  const text = parts.join('\n');
  const starts = new Int32Array(parts.length + 1);
  for (const [index, part] of parts.entries()) starts[index + 1] = (starts[index] ?? 0) + part.length + 1;

  return {
    zoneHolding: (position, wanted, behind = -1) => {
      const first = position * zones.length;
      const from = starts[first + behind + 1] ?? 0;
      // Only what the item itself says is read; a slice is no copy.
      const found = text.slice(from, starts[first + zones.length]).indexOf(wanted);
      if (found === -1) return -1;
      const at = from + found;
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
