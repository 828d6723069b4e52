/** Where terms stand, packed into five bytes a place. Nothing but data, so that it can be kept. */
export interface PackedPostings {
  /** Each term with its number. */
  ordinals: ReadonlyMap<string, number>;
  /** The places of a term are those from `ends[number]` to, and without, `ends[number + 1]`. */
  ends: Int32Array;
  /** A place is a zone of an item in one number; of one term they lie in order. */
  places: Int32Array;
  /** How often the term stands there. */
  counts: Uint8Array;
  /** How many different terms stand at a place, 1 at least. */
  lengths: Int32Array;
}

/** Bits of a place that name the zone. */
export const zoneBits = 3;
const mostCounted = 255;

/** Takes in the terms of items, in their order and zone by zone; `done` packs them. */
export function gatherPostings() {
  /** Places and counts by turns. */
  const growing = new Map<string, number[]>();
  const lengths: number[] = [];

  function add(position: number, zone: number, terms: readonly string[]): void {
    const place = (position << zoneBits) | zone;
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) {
      const list = growing.get(term);
      if (list) list.push(place, Math.min(count, mostCounted));
      else growing.set(term, [place, Math.min(count, mostCounted)]);
    }
    lengths[place] = Math.max(1, counts.size);
  }

  function done(): PackedPostings {
    const ordinals = new Map<string, number>();
    const ends = new Int32Array(growing.size + 1);
    const size = [...growing.values()].reduce((sum, list) => sum + list.length / 2, 0);
    const places = new Int32Array(size);
    const counts = new Uint8Array(size);
    let at = 0;
    for (const [term, list] of growing) {
      ordinals.set(term, ordinals.size);
      for (let index = 0; index < list.length; index += 2, at += 1) {
        places[at] = list[index] ?? 0;
        counts[at] = list[index + 1] ?? 0;
      }
      ends[ordinals.size] = at;
    }
    growing.clear();
    return { ordinals, ends, places, counts, lengths: Int32Array.from(lengths, (length = 1) => length) };
  }
  return { add, done };
}
