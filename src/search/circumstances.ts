import type { Catalog } from '../plan/catalog.ts';
import type { ItemId, ItemKind } from '../plan/item.ts';
import { readFiscalYears, readMonths } from '../plan/read-years.ts';
import type { Concept } from './concept.ts';
import { type Entry, zones } from './entry.ts';
import type { Filter, Mentioned } from './filter.ts';
import { compact } from './phrase.ts';

/** What was asked, taken apart. */
export interface Wanted {
  concepts: readonly Concept[];
  filters: readonly Filter[];
  /** The words as they were typed between spaces, compact: 復興だより, which the dictionary tears apart. */
  pieces: readonly string[];
  /** What the text of an answer looks like; null where any will do. */
  favour: RegExp | null;
}

/** Measures are what the plans promise; the others say something about them. */
const kindWorth: Readonly<Record<ItemKind, number>> = {
  measure: 0,
  site: -0.05,
  activity: -0.1,
  direction: -0.15,
  topic: -0.3,
};
/** Newer plans go first among equals: their figures are the ones asked for. */
const newestWorth = 0.15;
const favourWorth = 0.6;
/** Two words of the question side by side in a title: 教育の情報化 in 教育情報化推進. */
const togetherWorth = 0.3;
/** What was typed stands in the title letter for letter. */
const pieceWorth = 0.3;
const shortestPiece = 3;
const yearMentionWorth = 0.1;
const scheduledWorth = 0.2;

/** What lifts an item beside its words: its kind, its plan's age, the year or the figure asked for. */
export function createCircumstances(catalog: Catalog, entries: readonly Entry[]) {
  const mentioned = new Map<ItemId, Mentioned>(
    entries.map((entry) => {
      const lines = zones.flatMap((zone) => entry.zones[zone].lines);
      return [
        entry.item.id,
        {
          years: new Set(lines.flatMap(readFiscalYears).flatMap(({ years }) => years)),
          months: new Set(lines.flatMap(readMonths).map(({ month }) => month)),
        },
      ];
    }),
  );
  const age = new Map(catalog.plans.map((plan, index) => [plan.id, 1 - index / catalog.plans.length]));

  function mentionedIn(entry: Entry): Mentioned {
    return mentioned.get(entry.item.id) ?? { years: new Set(), months: new Set() };
  }

  /** `worth`: what the words are worth in the item; newness matters as much as they do. */
  function lift(entry: Entry, worth: number, { concepts, filters, pieces, favour }: Wanted): number {
    const years = filters.flatMap((filter) => (filter.kind === 'years' ? filter.years : []));
    const { title, body } = entry.zones;
    const together = concepts
      .slice(1)
      .filter(({ phrase }, index) => title.compact.includes(`${concepts[index]?.phrase.compact}${phrase.compact}`));
    const lettered = pieces.some((piece) => piece.length >= shortestPiece && title.compact.includes(piece));
    const scheduled = entry.item.schedule.some(
      ({ year, text }) => years.includes(year) && concepts.some(({ phrase }) => compact(text).includes(phrase.compact)),
    );
    const favoured = favour && [...title.lines, ...body.lines].some((line) => favour.test(line));
    const newness = age.get(catalog.planOf(entry.item).id) ?? 0;
    return (
      kindWorth[entry.item.kind] +
      newestWorth * newness * Math.min(1, worth) +
      togetherWorth * together.length +
      (lettered ? pieceWorth : 0) +
      (years.some((year) => mentionedIn(entry).years.has(year)) ? yearMentionWorth : 0) +
      (scheduled ? scheduledWorth : 0) +
      (favoured ? favourWorth * Math.min(1, worth) : 0)
    );
  }
  return { mentionedIn, lift };
}
