import type { Catalog } from '../plan/catalog.ts';
import type { Item } from '../plan/item.ts';
import { createCircumstances, type Wanted } from './circumstances.ts';
import type { Evidence, EvidenceOf } from './evidence.ts';
import { type Filter, meets } from './filter.ts';
import { holdingAll, holdingSome, wholeness } from './holders.ts';
import type { ItemIndex } from './item-index.ts';

interface Parts {
  catalog: Catalog;
  index: ItemIndex;
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
const mostFiltered = 2_000;
/** «もしかして» is a short list. */
export const mostSuggestions = 5;

interface Scored {
  item: Item;
  /** Share of the question's weight that the item holds. */
  coverage: number;
  /** Answers the whole question, see `wholeness`. */
  whole: boolean;
  /** What the words alone are worth. */
  worth: number;
  /** With the circumstances; settles the order. */
  total: number;
  /** How well the filters are met, see `meets`. */
  grade: number;
}

const nothing: Ranked = { hits: [], near: [], suggestions: [], unknown: [] };

function byKind(filters: readonly Filter[]): Filter[][] {
  return [...new Set(filters.map(({ kind }) => kind))].map((kind) => filters.filter((filter) => filter.kind === kind));
}

export function createRank({ catalog, index, evidenceOf }: Parts): Rank {
  const circumstances = createCircumstances(catalog, index);
  const plans = catalog.items.map(catalog.planOf);

  /** Filters of one kind are alternatives (H25とH26), of different kinds conditions. */
  function grade(item: Item, position: number, kinds: readonly (readonly Filter[])[]): number {
    if (kinds.length === 0) return 1;
    const plan = plans[position];
    if (!plan) throw new RangeError(`there is no item ${position}`);
    // What texts name is looked up for the few filters that ask for it.
    const mentioned = () => index.mentioned(position);
    let least = 1;
    for (const filters of kinds) {
      let best = 0;
      for (const filter of filters) best = Math.max(best, meets(filter, item, plan, mentioned));
      if (best === 0) return 0;
      least = Math.min(least, best);
    }
    return least;
  }

  /** The first items that filters let through; none where there are no filters. */
  function filtered(filters: readonly Filter[]): number[] {
    const found: number[] = [];
    if (filters.length === 0) return found;
    const kinds = byKind(filters);
    for (const [position, item] of catalog.items.entries()) {
      if (grade(item, position, kinds) > 0) found.push(position);
      if (found.length === mostFiltered) break;
    }
    return found;
  }

  /** What some items are worth, the best first. */
  function score(positions: Iterable<number>, wanted: Wanted, evidence: readonly Evidence[]): Scored[] {
    const all = evidence.reduce((sum, { weight }) => sum + weight, 0);
    const kinds = byKind(wanted.filters);
    const lift = circumstances(wanted);
    const isWhole = wholeness(evidence);
    const scored: Scored[] = [];
    for (const position of positions) {
      const item = catalog.items[position];
      const met = item ? grade(item, position, kinds) : 0;
      if (!item || met === 0) continue;
      let covered = 0;
      let words = 0;
      for (const { weight, held, partly, best } of evidence) {
        const own = held.get(position);
        if (own) covered += weight;
        const value = own?.worth ?? partly().get(position) ?? 0;
        words += weight * (value + (scoreWorth * (own?.score ?? 0)) / Math.max(1, best.score));
      }
      const worth = words / Math.max(all, 1);
      scored.push({
        item,
        grade: met,
        coverage: evidence.length === 0 ? 1 : covered / all,
        whole: isWhole(position),
        worth,
        total: worth + lift(item, position, worth) + gradeWorth * met,
      });
    }
    return scored.sort((one, other) => other.total - one.total);
  }

  /** Words that stand in no plan. A verb among them matters only where the nouns leave the meaning open. */
  function unknownIn(evidence: readonly Evidence[]): Evidence[] {
    const missing = evidence.filter(({ held }) => held.size === 0);
    const nouns = evidence.filter(({ concept }) => !concept.shading);
    return nouns.length >= 2 ? missing.filter(({ concept }) => !concept.shading) : missing;
  }

  /** «AやB» asks for either; of words that only stand apart, each must be the subject of something. */
  function isList(evidence: readonly Evidence[]): boolean {
    if (evidence.length < 2) return false;
    if (evidence.every(({ concept }) => concept.listed === 'joined')) return evidence.some(({ telling }) => telling);
    return evidence.every(({ concept, telling }) => concept.listed !== 'no' && telling);
  }

  /** Those among the scored that answer the whole question, and answer it well enough. */
  function complete(scored: readonly Scored[]): Scored[] {
    const whole = scored.filter((one) => one.whole);
    const strict = whole.filter((one) => one.grade > 0.5);
    const answers = strict.length > 0 ? strict : whole;
    const best = answers.reduce((most, { worth }) => Math.max(most, worth), 0);
    return answers.filter(({ worth }) => worth >= best * enoughWorth);
  }

  /** Where nothing answers the whole question: a list's own subjects; else those that hold most of the question. */
  function mostly(scored: readonly Scored[], evidence: readonly Evidence[]): Scored[] {
    if (isList(evidence)) return scored.filter(({ worth }) => worth >= enoughWorth);
    const nouns = evidence.filter(({ concept }) => !concept.shading).length;
    return nouns >= 2 ? scored.filter(({ coverage }) => coverage >= enoughCoverage) : [];
  }

  const items = (some: readonly Scored[]): Item[] => some.map(({ item }) => item);

  return (wanted) => {
    if (wanted.concepts.length === 0 && wanted.filters.length === 0) return nothing;
    const all = wanted.concepts.map(evidenceOf);
    const unknown = unknownIn(all);
    // Unknown verbs that do not matter are left out of the reckoning.
    const evidence = unknown.length > 0 ? all : all.filter(({ held }) => held.size > 0);
    const whole = unknown.length === 0 ? holdingAll(evidence, () => filtered(wanted.filters)) : [];
    // Where whole answers abound, nobody reads what only comes near: what holds a common word need not be ranked.
    const abounding = complete(score(whole, wanted, evidence));
    if (abounding.length >= enoughHits) return { ...nothing, hits: items(abounding) };
    const scored = score(holdingSome(evidence, whole, catalog), wanted, evidence);
    const answers = complete(scored);
    const hits = unknown.length > 0 ? [] : answers.length > 0 ? answers : mostly(scored, evidence);
    if (hits.length === 0) {
      return {
        ...nothing,
        suggestions: items(scored.slice(0, mostSuggestions)),
        unknown: unknown.map(({ concept }) => concept.shown),
      };
    }
    const shown = new Set(hits);
    const near = scored
      .filter((one) => !shown.has(one) && one.worth >= nearWorth)
      .toSorted((one, other) => other.total + other.coverage - one.total - one.coverage);
    return { ...nothing, hits: items(hits), near: items(near.slice(0, Math.max(0, enoughHits - hits.length))) };
  };
}
