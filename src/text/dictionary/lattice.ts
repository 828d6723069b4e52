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

/** Words that may stand in a text, each with the cheapest way to it. They are numbered as they are found; 0 is the beginning of the text. */
interface Lattice {
  words: Piece[];
  /** The word before, on the cheapest way. */
  before: number[];
  /** What the cheapest way costs, up to and with the word. */
  costs: number[];
  rightClasses: number[];
  /** The words that end at a place. */
  endingAt: number[][];
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

  /** Adds the words of a table that may stand from one place to another. */
  function add(lattice: Lattice, table: WordTable, key: number, start: number, end: number): void {
    const { words, before, costs, rightClasses, endingAt } = lattice;
    const to = table.from[key + 1] ?? 0;
    for (let index = table.from[key] ?? 0; index < to; index += 1) {
      const id = table.ids[index] ?? 0;
      const left = table.costs[id] ?? 0;
      const own = table.costs[id + 2] ?? 0;
      let cheapest = Number.MAX_VALUE;
      let via = 0;
      for (const previous of endingAt[start] ?? []) {
        const connection = connections[(rightClasses[previous] ?? 0) * leftClasses + left + 2] ?? 0;
        const cost = (costs[previous] ?? 0) + connection + own;
        if (cost >= cheapest) continue;
        cheapest = cost;
        via = previous;
      }
      const number = words.push({ id, known: table === known, start, end }) - 1;
      before[number] = via;
      costs[number] = cheapest;
      rightClasses[number] = table.costs[id + 1] ?? 0;
      const ending = endingAt[end];
      if (ending) ending.push(number);
      else endingAt[end] = [number];
    }
  }

  /** Follows the double array by one byte; -1 where it leads nowhere. */
  function step(node: number, byte: number): number {
    const next = (base[node] ?? 0) + byte;
    return check[next] === node ? next : -1;
  }

  /** Adds the known words that begin at a place. Whether there are any. */
  function addKnown(lattice: Lattice, text: string, start: number): boolean {
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
      add(lattice, known, -(base[leaf] ?? 0) - 1, start, at + 1);
      found = true;
    }
    return found;
  }

  /** The cheapest of the words that end with the text, and all before it. */
  function wayBack({ words, before, costs, rightClasses, endingAt }: Lattice, end: number): Piece[] {
    let cheapest = Number.MAX_VALUE;
    let last = 0;
    for (const number of endingAt[end] ?? []) {
      const cost = (costs[number] ?? 0) + (connections[(rightClasses[number] ?? 0) * leftClasses + 2] ?? 0);
      if (cost >= cheapest) continue;
      cheapest = cost;
      last = number;
    }
    const way: Piece[] = [];
    for (let number = last; number > 0; number = before[number] ?? 0) way.push(...words.slice(number, number + 1));
    return way.reverse();
  }

  return (text) => {
    const { category, runEnd } = runsOf(text);
    const beginning: Piece = { id: -1, known: true, start: 0, end: 0 };
    const lattice: Lattice = { words: [beginning], before: [0], costs: [0], rightClasses: [0], endingAt: [[0]] };
    for (let start = 0; start < text.length; start = nextCharacter(text, start)) {
      // Inside a run that is one word no other begins.
      if (!lattice.endingAt[start]) continue;
      const found = addKnown(lattice, text, start);
      const own = category[start] ?? defaultClass;
      const { always = false, grouped = false } = classes[own] ?? {};
      if (found && !always) continue;
      add(lattice, unknown, own, start, grouped ? (runEnd[start] ?? start + 1) : nextCharacter(text, start));
    }
    return wayBack(lattice, text.length);
  };
}
