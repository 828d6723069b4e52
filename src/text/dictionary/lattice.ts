import type { Tables, WordTable } from './tables.ts';

/** A word of the cheapest way through a text. */
export interface Piece {
  /** In `known` or `unknown`. */
  id: number;
  known: boolean;
  start: number;
  end: number;
}

/** Cuts a text into the words that together cost the least (Viterbi), as MeCab and kuromoji do. */
export type Cut = (text: string) => Piece[];

const surrogates = { high: [0xd800, 0xdbff], low: [0xdc00, 0xdfff] } as const;
/** The class of what no class names; also of characters beyond the 16 bit that the dictionary knows. */
const defaultClass = 0;

function isWithin(unit: number, [first, last]: readonly [number, number]): boolean {
  return unit >= first && unit <= last;
}

/**
 * The words that may stand in a text, numbered as they are found, each with the cheapest way to it; 0 is the beginning.
 * A sentence has thousands, so they lie in columns that are used again, and not in objects of their own.
 */
interface Lattice {
  size: number;
  ids: number[];
  known: boolean[];
  starts: number[];
  ends: number[];
  rightClasses: number[];
  /** What the cheapest way costs, up to and with the word. */
  costs: number[];
  /** The word before it on that way. */
  before: number[];
  /** The next word found that ends at the same place; 0 where there is none. */
  next: number[];
  /** The first and the last word found that end at each place of the text; 0 where none does. */
  firstAt: Int32Array;
  lastAt: Int32Array;
}

function createLattice(): Lattice {
  const empty = new Int32Array();
  return {
    ...{ size: 1, ids: [-1], known: [true], starts: [0], ends: [0], rightClasses: [0] },
    ...{ costs: [0], before: [0], next: [0], firstAt: empty, lastAt: empty },
  };
}

export function createCut(tables: Tables): Cut {
  const { base, check, known, unknown, connections, leftClasses, categories, classes } = tables;

  /** Where the character that begins at a place ends. */
  function nextCharacter(text: string, at: number): number {
    const isPair = isWithin(text.charCodeAt(at), surrogates.high) && isWithin(text.charCodeAt(at + 1), surrogates.low);
    return at + (isPair ? 2 : 1);
  }

  /** The class of each character, at the place where it begins; and where a run of the same class ends. */
  function runsOf(text: string): { category: Uint8Array; runEnd: Int32Array } {
    const category = new Uint8Array(text.length);
    const runEnd = new Int32Array(text.length);
    for (let at = text.length - 1; at >= 0; at -= 1) {
      const unit = text.charCodeAt(at);
      // The second half of a pair is passed over.
      if (isWithin(unit, surrogates.low) && isWithin(text.charCodeAt(at - 1), surrogates.high)) continue;
      const next = nextCharacter(text, at);
      category[at] = isWithin(unit, surrogates.high) ? defaultClass : (categories[unit] ?? defaultClass);
      runEnd[at] = next < text.length && category[next] === category[at] ? (runEnd[next] ?? next) : next;
    }
    return { category, runEnd };
  }

  const lattice = createLattice();

  /** The cheapest way to a place and on to a word of a left class: its last word and its cost. The first found of several. */
  function cheapest(place: number, left: number): { via: number; cost: number } {
    const { rightClasses, costs, next, firstAt } = lattice;
    let via = 0;
    let cost = Number.MAX_VALUE;
    let previous = firstAt[place] ?? 0;
    do {
      const own = (costs[previous] ?? 0) + (connections[(rightClasses[previous] ?? 0) * leftClasses + left + 2] ?? 0);
      if (own < cost) {
        cost = own;
        via = previous;
      }
      previous = next[previous] ?? 0;
    } while (previous > 0);
    return { via, cost };
  }

  /** Adds the words of a table that may stand from one place to another. */
  function add(table: WordTable, key: number, start: number, end: number): void {
    const { ids, costs } = table;
    const to = table.from[key + 1] ?? 0;
    for (let index = table.from[key] ?? 0; index < to; index += 1) {
      const id = ids[index] ?? 0;
      const { via, cost } = cheapest(start, costs[id] ?? 0);
      const number = lattice.size;
      lattice.size += 1;
      lattice.ids[number] = id;
      lattice.known[number] = table === known;
      lattice.starts[number] = start;
      lattice.ends[number] = end;
      lattice.rightClasses[number] = costs[id + 1] ?? 0;
      lattice.costs[number] = cost + (costs[id + 2] ?? 0);
      lattice.before[number] = via;
      lattice.next[number] = 0;
      const last = lattice.lastAt[end] ?? 0;
      if (last === 0) lattice.firstAt[end] = number;
      else lattice.next[last] = number;
      lattice.lastAt[end] = number;
    }
  }

  /** Follows the double array by one byte; -1 where it leads nowhere. */
  function step(node: number, byte: number): number {
    const next = (base[node] ?? 0) + byte;
    return check[next] === node ? next : -1;
  }

  /** Adds the known words that begin at a place. Whether there are any. */
  function addKnown(text: string, start: number): boolean {
    let found = false;
    let node = 0;
    for (let at = start; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      // A surface is ended by NUL, and none holds a character beyond 16 bit.
      if (unit === 0 || (unit & 0xf800) === 0xd800) break;
      if (unit < 0x80) node = step(node, unit);
      else {
        if (unit < 0x800) node = step(node, 0xc0 | (unit >> 6));
        else {
          node = step(node, 0xe0 | (unit >> 12));
          if (node >= 0) node = step(node, 0x80 | ((unit >> 6) & 0x3f));
        }
        if (node >= 0) node = step(node, 0x80 | (unit & 0x3f));
      }
      if (node < 0) break;
      const leaf = step(node, 0);
      if (leaf < 0) continue;
      add(known, -(base[leaf] ?? 0) - 1, start, at + 1);
      found = true;
    }
    return found;
  }

  /** The words of the cheapest way to a place. */
  function wayTo(place: number): Piece[] {
    const way: Piece[] = [];
    const { ids, known, starts, ends, before } = lattice;
    for (let word = cheapest(place, 0).via; word > 0; word = before[word] ?? 0) {
      way.push({ id: ids[word] ?? 0, known: known[word] ?? false, start: starts[word] ?? 0, end: ends[word] ?? 0 });
    }
    return way.reverse();
  }

  return (text) => {
    const { category, runEnd } = runsOf(text);
    lattice.size = 1;
    lattice.firstAt = new Int32Array(text.length + 1);
    lattice.lastAt = new Int32Array(text.length + 1);
    for (let start = 0; start < text.length; start = nextCharacter(text, start)) {
      // Inside a run that is one word no other begins.
      if (start > 0 && lattice.firstAt[start] === 0) continue;
      const found = addKnown(text, start);
      const own = category[start] ?? defaultClass;
      const { always = false, grouped = false } = classes[own] ?? {};
      if (found && !always) continue;
      add(unknown, own, start, grouped ? (runEnd[start] ?? start + 1) : nextCharacter(text, start));
    }
    return wayTo(text.length);
  };
}
