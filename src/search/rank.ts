import type { Catalog } from '../plan/catalog.ts';
import type { Item, ItemId } from '../plan/item.ts';
import { createCircumstances, type Wanted } from './circumstances.ts';
import type { Entry } from './entry.ts';
import type { Evidence, EvidenceOf } from './evidence.ts';
import { type Filter, meets } from './filter.ts';
import { tellingWorth } from './match.ts';

interface Parts {
  catalog: Catalog;
  entries: readonly Entry[];
  evidenceOf: EvidenceOf;
}

interface Ranked {
  hits: readonly Item[];
  near: readonly Item[];
  suggestions: readonly Item[];
  unknown: readonly string[];
}

export type Rank = (wanted: Wanted) => Ranked;

const scoreWorth = 0.08;
/** What a document says of itself goes before what the figures say. */
const gradeWorth = 1;
/** A question none of whose items holds every word is answered by those that hold this share of its weight. */
const enoughCoverage = 0.6;
/** A hit worth less than this share of the best one only mentions the words here and there; it is shown as near. */
const enoughWorth = 0.25;
const nearWorth = 0.05;
const enoughHits = 10;
/** «もしかして» is a short list. */
export const mostSuggestions = 5;

interface Scored {
  item: Item;
  /** Share of the question's weight that the item holds. */
  coverage: number;
  /** Answers the whole question, see `holdsWhole`. */
  whole: boolean;
  /** What the words alone are worth. */
  worth: number;
  /** With the circumstances; settles the order. */
  total: number;
  /** How well the filters are met, see `meets`. */
  grade: number;
}

const nothing: Ranked = { hits: [], near: [], suggestions: [], unknown: [] };

export function createRank({ catalog, entries, evidenceOf }: Parts): Rank {
  const { mentionedIn, lift } = createCircumstances(catalog, entries);

  /** Filters of one kind are alternatives (H25とH26), of different kinds conditions. */
  function grade(entry: Entry, filters: readonly Filter[]): number {
    const plan = catalog.planOf(entry.item);
    const kinds = new Set(filters.map((filter) => filter.kind));
    const grades = [...kinds].map((kind) =>
      Math.max(
        ...filters
          .filter((filter) => filter.kind === kind)
          .map((filter) => meets(filter, entry.item, plan, mentionedIn(entry))),
      ),
    );
    return Math.min(1, ...grades);
  }

  function score(wanted: Wanted, evidence: readonly Evidence[]): Scored[] {
    const all = evidence.reduce((sum, { weight }) => sum + weight, 0);
    const best = evidence.map(({ scores }) => Math.max(...scores.values(), 1));
    const nouns = evidence.filter(({ concept }) => !concept.shading).length;
    const scored = entries.flatMap((entry): Scored[] => {
      const { item } = entry;
      const met = grade(entry, wanted.filters);
      const held = evidence.filter(({ worths }) => worths.has(item.id));
      const partly = evidence.some((one) => one.partly.has(item.id));
      if (met === 0 || (evidence.length > 0 && held.length === 0 && !partly)) return [];
      const words = evidence.map(({ weight, worths, partly, scores }, index) => {
        const own = worths.get(item.id) ?? partly.get(item.id) ?? 0;
        return weight * (own + (scoreWorth * (scores.get(item.id) ?? 0)) / (best[index] ?? 1));
      });
      const worth = words.reduce((sum, value) => sum + value, 0) / Math.max(all, 1);
      return [
        {
          item,
          grade: met,
          coverage: evidence.length === 0 ? 1 : held.reduce((sum, { weight }) => sum + weight, 0) / all,
          whole: holdsWhole(evidence, item, nouns),
          worth,
          total: worth + lift(entry, worth, wanted) + gradeWorth * met,
        },
      ];
    });
    return scored.toSorted((one, other) => other.total - one.total);
  }

  /** Every noun; and where there is only one, something of what shades it: パソコンが動かない is not about パソコン alone. */
  function holdsWhole(evidence: readonly Evidence[], { id }: Item, nouns: number): boolean {
    const shading = evidence.filter(({ concept }) => concept.shading);
    const named = evidence.every(({ concept, worths }) => concept.shading || worths.has(id));
    if (!named || nouns >= 2 || shading.length === 0) return named;
    const shades = shading.some(({ worths }) => worths.has(id));
    return shades && (nouns === 0 || evidence.some((one) => !one.concept.shading && tells(one, id)));
  }

  /** More than a mention in the text. */
  function tells({ worths }: Evidence, id: ItemId): boolean {
    return (worths.get(id) ?? 0) > tellingWorth;
  }

  /** Words that stand in no plan. A verb among them matters only where the nouns leave the meaning open. */
  function unknownIn(evidence: readonly Evidence[]): Evidence[] {
    const missing = evidence.filter(({ worths }) => worths.size === 0);
    const nouns = evidence.filter(({ concept }) => !concept.shading);
    return nouns.length >= 2 ? missing.filter(({ concept }) => !concept.shading) : missing;
  }

  /** «AやB» asks for either; of words that only stand apart, each must be the subject of something. */
  function isList(evidence: readonly Evidence[]): boolean {
    if (evidence.length < 2) return false;
    if (evidence.every(({ concept }) => concept.listed === 'joined')) return evidence.some(({ telling }) => telling);
    return evidence.every(({ concept, telling }) => concept.listed !== 'no' && telling);
  }

  /** Hits among the scored: whole answers; else a list's own subjects; else those that hold most of the question. */
  function choose(scored: readonly Scored[], evidence: readonly Evidence[]): Scored[] {
    const whole = scored.filter((one) => one.whole);
    const strict = whole.filter((one) => one.grade > 0.5);
    const complete = strict.length > 0 ? strict : whole;
    if (complete.length > 0) {
      const best = Math.max(...complete.map(({ worth }) => worth));
      return complete.filter(({ worth }) => worth >= best * enoughWorth);
    }
    if (isList(evidence)) return scored.filter(({ worth }) => worth >= enoughWorth);
    const nouns = evidence.filter(({ concept }) => !concept.shading).length;
    return nouns >= 2 ? scored.filter(({ coverage }) => coverage >= enoughCoverage) : [];
  }

  return (wanted) => {
    if (wanted.concepts.length === 0 && wanted.filters.length === 0) return nothing;
    const all = wanted.concepts.map(evidenceOf);
    const unknown = unknownIn(all);
    // Unknown verbs that do not matter are left out of the reckoning.
    const evidence = unknown.length > 0 ? all : all.filter(({ worths }) => worths.size > 0);
    const scored = score(wanted, evidence);
    const hits = unknown.length > 0 ? [] : choose(scored, evidence);
    const items = (some: readonly Scored[]): Item[] => some.map(({ item }) => item);
    if (hits.length === 0) {
      return {
        ...nothing,
        suggestions: items(scored).slice(0, mostSuggestions),
        unknown: unknown.map(({ concept }) => concept.shown),
      };
    }
    const near = scored
      .filter((one) => !hits.includes(one) && one.worth >= nearWorth)
      .toSorted((one, other) => other.total + other.coverage - one.total - one.coverage);
    return { ...nothing, hits: items(hits), near: items(near).slice(0, Math.max(0, enoughHits - hits.length)) };
  };
}
