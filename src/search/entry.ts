import type { Catalog } from '../plan/catalog.ts';
import type { Item } from '../plan/item.ts';
import { normalise } from '../text/normalise.ts';
import type { Token, Tokenise } from '../text/tokenise.ts';
import { compact } from './phrase.ts';
import { inSlices } from './slices.ts';

/** The parts of an item in which a word may stand, the most telling first. */
export const zones = ['title', 'kpi', 'head', 'section', 'body', 'borrowed'] as const;
export type Zone = (typeof zones)[number];

/** A part of an item in the forms that are compared. */
interface ZoneText {
  lines: readonly string[];
  tokens: readonly Token[];
  compact: string;
  words: ReadonlySet<string>;
}

/** One item as the search sees it. */
export interface Entry {
  item: Item;
  zones: Readonly<Record<Zone, ZoneText>>;
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

/** Normalises and tokenises every item once; about a millisecond each. */
export async function createEntries(catalog: Catalog, tokenise: Tokenise): Promise<Entry[]> {
  // A quarter of the text stands in several items: categories, goals, sections.
  const known = new Map<string, Line>();
  const read = (raw: string): Line => {
    const own = known.get(raw) ?? lineOf(raw, tokenise);
    known.set(raw, own);
    return own;
  };
  const entries: Entry[] = [];
  await inSlices(catalog.items, (item) => {
    const raw = linesOf(item, catalog);
    const zoneText = (zone: Zone): ZoneText => {
      const lines = raw[zone].flatMap((line) => (line ? [read(line)] : []));
      const tokens = lines.flatMap((line) => line.tokens);
      return {
        lines: lines.map((line) => line.text),
        tokens,
        compact: lines.map((line) => line.compact).join('\n'),
        words: new Set(
          tokens.flatMap((token) => (token.class === 'content' || token.class === 'affix' ? [token.base] : [])),
        ),
      };
    };
    entries.push({
      item,
      zones: {
        title: zoneText('title'),
        kpi: zoneText('kpi'),
        head: zoneText('head'),
        section: zoneText('section'),
        body: zoneText('body'),
        borrowed: zoneText('borrowed'),
      },
    });
  });
  return entries;
}
