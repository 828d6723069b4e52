import { zones } from './entry.ts';
import type { ItemIndex, ZoneHolding } from './item-index.ts';

const titleZone = zones.indexOf('title');

/** The folded texts of all items. */
export type Texts = Pick<ItemIndex, 'title' | 'isNamed'> & { zoneHolding: ZoneHolding };

/**
 * Reads the folded texts of all items, zone after zone. They are laid in one long text: what a common word needs of thousands
 * of items is then read in a row, where as many strings would lie all over the memory.
 */
export function openTexts(parts: readonly string[]): Texts {
  const text = parts.join('\n');
  const starts = new Int32Array(parts.length + 1);
  for (const [index, part] of parts.entries()) starts[index + 1] = (starts[index] ?? 0) + part.length + 1;

  /** The title and the other names of an item, a line each. */
  function names(position: number): string {
    const place = position * zones.length + titleZone;
    return text.slice(starts[place], (starts[place + 1] ?? 0) - 1);
  }

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
    isNamed: (position, wanted) => names(position).includes(wanted),
    title: (position) => {
      const lines = names(position);
      const end = lines.indexOf('\n');
      return end === -1 ? lines : lines.slice(0, end);
    },
  };
}
