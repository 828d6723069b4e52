import { type Zone, zones } from './entry.ts';
import { type PackedPostings, zoneBits } from './gather-postings.ts';
import type { ZoneHolding } from './item-index.ts';

/** Where terms stand, and how much they say there. Items are known by their positions in the catalog's order. */
export interface Postings {
  /** Goes through the items that hold every term, in their order, with their scores (BM25+) until `visit` says «enough»; none hold no terms. */
  holding(terms: readonly string[], visit: (position: number, score: number) => 'enough' | undefined): void;
  /** Of a term. */
  zoneHolding: ZoneHolding;
}

/** BM25+: how soon a repeated term stops to count, how much the length of a zone does, and what a term is worth at least. */
const saturation = 1.2;
const lengthWeight = 0.7;
const atLeast = 0.5;
const zoneMask = (1 << zoneBits) - 1;
const mostRemembered = 100;

/** One term's places among all, gone through once. */
interface Cursor {
  at: number;
  end: number;
  /** What the term is worth, by zone: the rarer, the more. */
  weights: readonly number[];
}

/** Reads packed postings; a term counts by the zone it stands in. */
export function openPostings(packed: PackedPostings, boosts: Readonly<Record<Zone, number>>): Postings {
  const { ordinals, ends, places, counts, lengths } = packed;
  const items = Math.ceil(lengths.length / (1 << zoneBits));
  const means = zones.map((_, zone) => {
    let sum = 0;
    for (let position = 0; position < items; position += 1) sum += lengths[(position << zoneBits) | zone] ?? 1;
    return sum / Math.max(1, items);
  });
  /** What a term must be repeated for to count half, by place. */
  const damping = Float64Array.from(lengths, (length, place) => {
    const mean = means[place & zoneMask] ?? 1;
    return saturation * (1 - lengthWeight + (lengthWeight * length) / mean);
  });

  function listOf(term: string): { at: number; end: number } | null {
    const ordinal = ordinals.get(term);
    return ordinal === undefined ? null : { at: ends[ordinal] ?? 0, end: ends[ordinal + 1] ?? 0 };
  }

  function cursor(term: string): Cursor | null {
    const list = listOf(term);
    if (!list) return null;
    const { at: from, end } = list;
    const holders = zones.map(() => 0);
    for (let index = from; index < end; index += 1) {
      const zone = (places[index] ?? 0) & zoneMask;
      holders[zone] = (holders[zone] ?? 0) + 1;
    }
    const weights = zones.map((zone, index) => {
      const held = holders[index] ?? 0;
      return boosts[zone] * Math.log(1 + (items - held + 0.5) / (held + 0.5));
    });
    return { at: from, end, weights };
  }

  /** Moves to the first place of an item, or of one behind it: by doubling steps, then by halves. */
  function seek(to: { at: number; end: number }, place: number): void {
    let step = 1;
    let low = to.at;
    while (low + step < to.end && (places[low + step] ?? 0) < place) {
      low += step;
      step *= 2;
    }
    let high = Math.min(low + step, to.end);
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    to.at = low;
  }

  /** What a term is worth in an item, all its zones together. */
  function score({ at: first, end, weights }: Cursor, position: number): number {
    let sum = 0;
    for (let index = first; index < end; index += 1) {
      const place = places[index] ?? 0;
      if (place >> zoneBits !== position) break;
      const count = counts[index] ?? 0;
      const often = (count * (saturation + 1)) / (count + (damping[place] ?? 1));
      sum += (weights[place & zoneMask] ?? 0) * (atLeast + often);
    }
    return sum;
  }

  /** Where terms were last looked up: most are asked for item by item. */
  const last = new Map<string, { at: number; end: number }>();
  function lookUp(term: string, place: number): { at: number; end: number } | null {
    const known = last.get(term);
    if (known && (known.at < known.end ? (places[known.at] ?? 0) <= place : false)) return known;
    const list = listOf(term);
    if (last.size > mostRemembered) last.clear();
    if (list) last.set(term, list);
    return list;
  }

  return {
    zoneHolding: (position, term, behind = -1) => {
      const wanted = (position << zoneBits) | (behind + 1);
      const list = lookUp(term, wanted);
      if (!list) return -1;
      seek(list, wanted);
      const place = list.at < list.end ? (places[list.at] ?? 0) : -1;
      return place >> zoneBits === position ? place & zoneMask : -1;
    },
    holding: (terms, visit) => {
      const cursors = terms.flatMap((term) => cursor(term) ?? []);
      // The rarest term leads; the others only look whether they are there too.
      const [rarest, ...others] = cursors.toSorted((one, other) => one.end - one.at - (other.end - other.at));
      if (rarest === undefined || cursors.length < terms.length) return;
      while (rarest.at < rarest.end) {
        const position = (places[rarest.at] ?? 0) >> zoneBits;
        const lacking = others.find((other) => {
          seek(other, position << zoneBits);
          return other.at >= other.end || (places[other.at] ?? 0) >> zoneBits !== position;
        });
        if (lacking === undefined) {
          const total = cursors.reduce((sum, one) => sum + score(one, position), 0);
          if (visit(position, total) === 'enough') return;
          seek(rarest, (position + 1) << zoneBits);
        } else {
          if (lacking.at >= lacking.end) return;
          seek(rarest, ((places[lacking.at] ?? 0) >> zoneBits) << zoneBits);
        }
      }
    },
  };
}
