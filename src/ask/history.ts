import type { Catalog } from '../plan/catalog.ts';
import type { Item, ItemId } from '../plan/item.ts';
import type { AskCommand } from './context.ts';
import { none } from './none.ts';
import { findSubject } from './subject.ts';

const mostSeeds = 8;

/**
 * Follows the lineage from some items, one way only: into the past or towards today.
 * A direction bundles several undertakings, so from one only items that hold the words themselves are followed.
 */
function follow(
  seeds: readonly ItemId[],
  hits: ReadonlySet<ItemId>,
  catalog: Catalog,
  way: 'back' | 'forth',
): Set<ItemId> {
  const reached = new Set(seeds);
  for (const id of reached) {
    const bundle = catalog.item(id)?.kind === 'direction';
    for (const link of catalog.lineage) {
      const [here, there] = way === 'forth' ? [link.from, link.to] : [link.to, link.from];
      if (here === id && (!bundle || hits.has(there))) reached.add(there);
    }
  }
  return reached;
}

/** `/plan 系譜 電子申請`: the thread through all plans, with its gaps. */
export const askHistory: AskCommand = async (words, context) => {
  const { catalog } = context;
  const { hits, suggestions, unknown, filters, readAs } = await findSubject(words, context);
  if (hits.length === 0) {
    const reason = unknown.length > 0 ? 'unknown-words' : suggestions.length > 0 ? 'no-item' : 'nothing-asked';
    return none(words, {
      reason,
      unknown,
      filters,
      readAs,
      suggestions,
    });
  }
  const seeds = hits.slice(0, mostSeeds).map(({ id }) => id);
  const holding = new Set(hits.map(({ id }) => id));
  const thread = new Set([...follow(seeds, holding, catalog, 'back'), ...follow(seeds, holding, catalog, 'forth')]);
  const inThread = (item: Item): boolean => thread.has(item.id);
  const steps = catalog.plans.toReversed().map((plan) => ({ plan, items: plan.items.filter(inThread) }));
  return {
    kind: 'history',
    question: words,
    items: steps.flatMap(({ items }) => items.map(({ id }) => id)),
    readAs,
    steps,
    links: catalog.lineage.filter((link) => thread.has(link.from) && thread.has(link.to)),
  };
};
