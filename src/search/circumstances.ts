import type { Catalog } from '../plan/catalog.ts';
import type { Item, ItemKind } from '../plan/item.ts';
import type { Concept } from './concept.ts';
import { zones } from './entry.ts';
import type { Filter } from './filter.ts';
import type { ItemIndex } from './item-index.ts';
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
const favourable = [zones.indexOf('title'), zones.indexOf('body')];

/** What lifts an item beside its words: its kind, its plan's age, the year or the figure asked for. */
export type Lift = (item: Item, position: number, worth: number) => number;

export function createCircumstances(catalog: Catalog, index: ItemIndex) {
  const age = new Map(catalog.plans.map((plan, at) => [plan.id, 1 - at / catalog.plans.length]));
  // Read by their positions: a common word stands in thousands of items, which lie all over the memory.
  const kinds = Float64Array.from(catalog.items, ({ kind }) => kindWorth[kind]);
  const newness = Float64Array.from(catalog.items, (item) => age.get(catalog.planOf(item).id) ?? 0);
  /** Few words fill the schedules of all plans: 運用, 構築. */
  const compactCells = new Map<string, string>();
  function compactCell(text: string): string {
    const known = compactCells.get(text) ?? compact(text);
    compactCells.set(text, known);
    return known;
  }

  /** For one question: what lifts each item, by what its words are worth, for newness matters as much as they do. */
  return ({ concepts, filters, pieces, favour }: Wanted): Lift => {
    const years = filters.flatMap((filter) => (filter.kind === 'years' ? filter.years : []));
    const phrases = concepts.map(({ phrase }) => phrase.compact);
    const together = phrases.slice(1).map((phrase, at) => `${phrases[at]}${phrase}`);
    // What remains beside filters alone is no name: の事業.
    const lettered = concepts.length > 0 ? pieces.filter((piece) => piece.length >= shortestPiece) : [];
    const isScheduled = ({ schedule }: Item): boolean =>
      schedule.some(
        ({ year, text }) => years.includes(year) && phrases.some((phrase) => compactCell(text).includes(phrase)),
      );

    return (item, position, worth) => {
      const inTitle = (wanted: string): boolean => index.isNamed(position, wanted);
      const favoured =
        favour && favourable.some((zone) => index.lines(position)[zone]?.some((line) => favour.test(line)));
      return (
        (kinds[position] ?? 0) +
        newestWorth * (newness[position] ?? 0) * Math.min(1, worth) +
        togetherWorth * together.filter(inTitle).length +
        (lettered.some(inTitle) ? pieceWorth : 0) +
        (years.some((year) => index.mentioned(position).years.has(year)) ? yearMentionWorth : 0) +
        (years.length > 0 && isScheduled(item) ? scheduledWorth : 0) +
        (favoured ? favourWorth * Math.min(1, worth) : 0)
      );
    };
  };
}
