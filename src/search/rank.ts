import type { Catalog } from '../plan/catalog.ts';
import { type FiscalYear, readFiscalYears } from '../plan/fiscal-year.ts';
import type { Item, ItemId, ItemKind } from '../plan/item.ts';
import type { FindCandidates } from './candidates.ts';
import type { Concept } from './concept.ts';
import { type Entry, zones } from './entry.ts';
import { type Filter, meets } from './filter.ts';
import { worth } from './match.ts';
import { compact } from './phrase.ts';
import type { Thesaurus } from './thesaurus.ts';

interface Parts {
  catalog: Catalog;
  entries: readonly Entry[];
  thesaurus: Thesaurus;
  findCandidates: FindCandidates;
}

interface Wanted {
  concepts: readonly Concept[];
  filters: readonly Filter[];
  favour: RegExp | null;
}

interface Ranked {
  hits: readonly Item[];
  near: readonly Item[];
  suggestions: readonly Item[];
  unknown: readonly string[];
}

export type Rank = (wanted: Wanted) => Ranked;

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
/** A verb shades the order; it never decides whether an item is one. */
const verbWeight = 0.25;
const yearMentionWorth = 0.1;
const scheduledWorth = 0.2;
const scoreWorth = 0.08;
/** What a document says of itself goes before what the figures say. */
const gradeWorth = 1;

/** A question none of whose items holds every word is answered by those that hold this share of its weight. */
const enoughCoverage = 0.6;
/** A hit worth less than this share of the best one only mentions the words here and there; it is shown as near. */
const enoughWorth = 0.25;
const nearCoverage = 0.4;
const enoughHits = 10;
const mostSuggestions = 5;

/** One concept against all items. */
interface Found {
  verb: boolean;
  /** How rare the concept is; rare words say more. */
  weight: number;
  worths: ReadonlyMap<ItemId, number>;
  scores: ReadonlyMap<ItemId, number>;
}

interface Scored {
  entry: Entry;
  coverage: number;
  /** Holds every noun of the question, and its verb where one noun alone says little (パソコンが動かない). */
  whole: boolean;
  /** What the words alone are worth. */
  worth: number;
  /** With the circumstances; settles the order. */
  total: number;
  /** How well the filters are met, see `meets`. */
  grade: number;
}

export function createRank({ catalog, entries, thesaurus, findCandidates }: Parts): Rank {
  const byId = new Map(entries.map((entry) => [entry.item.id, entry]));
  const mentionedYears = new Map<ItemId, ReadonlySet<FiscalYear>>(
    entries.map((entry) => [
      entry.item.id,
      new Set(zones.flatMap((zone) => entry.zones[zone].lines.flatMap(readFiscalYears).map(({ year }) => year))),
    ]),
  );
  const newness = new Map(
    catalog.plans.map((plan, index) => [
      plan.id,
      (newestWorth * (catalog.plans.length - index)) / catalog.plans.length,
    ]),
  );

  function yearsOf(entry: Entry): ReadonlySet<FiscalYear> {
    return mentionedYears.get(entry.item.id) ?? new Set();
  }

  function find(concept: Concept): Found {
    const worths = new Map<ItemId, number>();
    const scores = new Map<ItemId, number>();
    const ways = [{ phrase: concept.phrase, weight: 1 }, ...thesaurus.expansions(concept.phrase.compact)];
    for (const { phrase, weight } of ways) {
      const words = phrase.words.filter((word) => !thesaurus.isFiller(word));
      for (const [id, score] of findCandidates(phrase, words)) {
        const entry = byId.get(id);
        const value = entry ? weight * worth(phrase, words, entry) : 0;
        if (value === 0) continue;
        worths.set(id, Math.max(value, worths.get(id) ?? 0));
        scores.set(id, Math.max(score * weight, scores.get(id) ?? 0));
      }
    }
    const rarity = Math.log(1 + entries.length / Math.max(1, worths.size));
    return { verb: concept.verb, weight: concept.verb ? rarity * verbWeight : rarity, worths, scores };
  }

  /** Filters of one kind are alternatives (H25とH26), of different kinds conditions. */
  function grade(entry: Entry, filters: readonly Filter[]): number {
    const plan = catalog.planOf(entry.item);
    const kinds = new Set(filters.map((filter) => filter.kind));
    const grades = [...kinds].map((kind) =>
      Math.max(
        ...filters
          .filter((filter) => filter.kind === kind)
          .map((filter) => meets(filter, entry.item, plan, yearsOf(entry))),
      ),
    );
    return Math.min(1, ...grades);
  }

  function years(filters: readonly Filter[]): FiscalYear[] {
    return filters.flatMap((filter) => (filter.kind === 'years' ? filter.years : []));
  }

  /** What lifts an item beside the words: its kind, its plan's age, the year or the figure asked for. */
  function circumstances(entry: Entry, { concepts, filters, favour }: Wanted): number {
    const asked = years(filters);
    const mentioned = asked.some((year) => yearsOf(entry).has(year));
    const together = concepts
      .slice(1)
      .filter(({ phrase }, index) =>
        entry.zones.title.compact.includes(`${concepts[index]?.phrase.compact}${phrase.compact}`),
      );
    const scheduled = entry.item.schedule.some(
      (cell) => asked.includes(cell.year) && concepts.some(({ phrase }) => compact(cell.text).includes(phrase.compact)),
    );
    const favoured =
      favour && [...entry.zones.title.lines, ...entry.zones.body.lines].some((line) => favour.test(line));
    return (
      kindWorth[entry.item.kind] +
      (newness.get(catalog.planOf(entry.item).id) ?? 0) +
      together.length * togetherWorth +
      (mentioned ? yearMentionWorth : 0) +
      (scheduled ? scheduledWorth : 0) +
      (favoured ? favourWorth : 0)
    );
  }

  function score(wanted: Wanted, found: readonly Found[]): Scored[] {
    const heaviest = found.reduce((sum, { weight }) => sum + weight, 0);
    const nouns = found.filter(({ verb }) => !verb).length;
    const best = found.map(({ scores }) => Math.max(...scores.values(), 1));
    return entries.flatMap((entry) => {
      const { id } = entry.item;
      const met = grade(entry, wanted.filters);
      const matched = found.filter(({ worths }) => worths.has(id));
      if (met === 0 || (found.length > 0 && matched.length === 0)) return [];
      const words = found.map(
        ({ weight, worths, scores }, index) =>
          weight * ((worths.get(id) ?? 0) + (scoreWorth * (scores.get(id) ?? 0)) / (best[index] ?? 1)),
      );
      const share = words.reduce((sum, value) => sum + value, 0) / Math.max(heaviest, 1);
      return {
        entry,
        grade: met,
        coverage: found.length === 0 ? 1 : matched.reduce((sum, { weight }) => sum + weight, 0) / heaviest,
        whole: found.every(({ verb, worths }) => worths.has(id) || (verb && nouns >= 2)),
        worth: share,
        total: share + circumstances(entry, wanted) + gradeWorth * met,
      };
    });
  }

  /** Words that stand in no plan. A verb among them matters only where the nouns leave the meaning open. */
  function unknownIn(concepts: readonly Concept[], found: readonly Found[]): Concept[] {
    const missing = concepts.filter((_, index) => found[index]?.worths.size === 0);
    const nouns = concepts.filter(({ verb }) => !verb);
    return nouns.length >= 2 ? missing.filter(({ verb }) => !verb) : missing;
  }

  return (wanted) => {
    const all = wanted.concepts.map(find);
    const unknown = unknownIn(wanted.concepts, all);
    const items = (some: readonly Scored[]): Item[] => some.map(({ entry }) => entry.item);
    // Unknown verbs that do not matter are left out of the reckoning.
    const found = unknown.length > 0 ? all : all.filter(({ worths }) => worths.size > 0);
    if (wanted.concepts.length === 0 && wanted.filters.length === 0) {
      return { hits: [], near: [], suggestions: [], unknown: [] };
    }
    const scored = score(wanted, found).toSorted((one, other) => other.total - one.total);
    const suggestions = items(scored).slice(0, mostSuggestions);
    if (unknown.length > 0) return { hits: [], near: [], suggestions, unknown: unknown.map(({ shown }) => shown) };

    const whole = scored.filter((one) => one.whole);
    const strict = whole.filter((one) => one.grade > 0.5);
    const complete = strict.length > 0 ? strict : whole;
    const best = Math.max(...complete.map((one) => one.worth), 0);
    const hits =
      complete.length > 0
        ? complete.filter((one) => one.worth >= best * enoughWorth)
        : scored.filter((one) => one.coverage >= enoughCoverage);
    if (hits.length === 0) return { hits: [], near: [], suggestions, unknown: [] };
    const rest = scored.filter((one) => !hits.includes(one));
    const near = rest.filter((one) => one.coverage >= nearCoverage).slice(0, Math.max(0, enoughHits - hits.length));
    return { hits: items(hits), near: items(near), suggestions: [], unknown: [] };
  };
}
