import { LRUCache } from 'lru-cache';
import type { Catalog } from '../plan/catalog.ts';
import type { Item } from '../plan/item.ts';
import { readFiscalYears, readMonths } from '../plan/read-years.ts';
import { normalise } from '../text/normalise.ts';
import type { Token, Tokenise } from '../text/tokenise.ts';
import type { Mentioned } from './filter.ts';
import { compact } from './phrase.ts';

/** The parts of an item in which a word may stand, the most telling first. */
export const zones = ['title', 'kpi', 'head', 'section', 'body', 'borrowed'] as const;
export type Zone = (typeof zones)[number];

/** Lines that are remembered while items are read. */
const mostKnown = 5_000;

/** One item as it is read for an index; everything in the order of the zones. */
export interface ReadEntry {
  /** Normalised. */
  lines: readonly (readonly string[])[];
  /** Folded, without spaces and punctuation; a line each. */
  compact: readonly string[];
  /** Dictionary forms. */
  words: readonly (readonly string[])[];
  /** They take most of the room, and nobody needs them once the item is indexed. */
  tokens: readonly (readonly Token[])[];
}

/** The years and months that an item's texts name. */
export function timesIn({ lines }: Pick<ReadEntry, 'lines'>): Mentioned {
  const all = lines.flat();
  return {
    years: new Set(all.flatMap(readFiscalYears).flatMap(({ years }) => years)),
    months: new Set(all.flatMap(readMonths).map(({ month }) => month)),
  };
}

function linesOf(item: Item, catalog: Catalog): Record<Zone, (string | null | undefined)[]> {
  const same = item.evaluation?.sameAs;
  return {
    title: [item.title, ...item.aliases],
    kpi: item.kpis.map((kpi) => kpi.name),
    head: [item.group, item.category, item.goal],
    // Not the department: 観光 is not what every row of 経済商工観光部 is about.
    section: item.sections,
    body: [
      item.summary,
      item.evaluation?.reason,
      ...item.kpis.flatMap((kpi) => [kpi.analysis, kpi.target?.text, ...kpi.actuals.map((actual) => actual.text)]),
      ...item.fields.map((field) => field.text),
      ...item.schedule.map((cell) => cell.text),
    ],
    // «…に同じ»: the reason stands in another row, but a reader who looks for it means this one too.
    borrowed: [same ? catalog.item(same)?.evaluation?.reason : null],
  };
}

/** The first token of a line does not touch the line before. */
function apart(tokens: readonly Token[]): Token[] {
  return tokens.map((token, index) => (index === 0 ? { ...token, joined: false } : token));
}

/** The dictionary forms of what carries meaning. */
function wordsOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ class: own, base }) => (own === 'content' || own === 'affix' ? [base] : []));
}

interface Line {
  /** Normalised. */
  text: string;
  tokens: readonly Token[];
  compact: string;
}

function lineOf(raw: string, tokenise: Tokenise): Line {
  const text = normalise(raw);
  return { text, tokens: apart(tokenise(text)), compact: compact(text) };
}

/** Normalises and tokenises the items one by one, in the catalog's order; less than a millisecond each. */
export function* readEntries(catalog: Catalog, tokenise: Tokenise): Generator<ReadEntry> {
  // A quarter of the text stands in several items: categories, goals, sections.
  const known = new LRUCache<string, Line>({ max: mostKnown });
  const read = (raw: string): Line => {
    const own = known.get(raw) ?? lineOf(raw, tokenise);
    known.set(raw, own);
    return own;
  };
  for (const item of catalog.items) {
    const printed = linesOf(item, catalog);
    const own = zones.map((zone) => printed[zone].flatMap((line) => (line ? [read(line)] : [])));
    const tokens = own.map((lines) => lines.flatMap((line) => line.tokens));
    yield {
      lines: own.map((lines) => lines.map(({ text }) => text)),
      compact: own.map((lines) => lines.map((line) => line.compact).join('\n')),
      words: tokens.map(wordsOf),
      tokens,
    };
  }
}
