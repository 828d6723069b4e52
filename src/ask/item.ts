import type { Catalog } from '../plan/catalog.ts';
import { kpiStatus } from '../plan/comparison.ts';
import type { Item } from '../plan/item.ts';
import type { ItemAnswer, Lead } from './answer.ts';

interface Around {
  lead?: Lead | null;
  near?: readonly Item[];
}

/** Everything about one item. */
export function itemAnswer(item: Item, catalog: Catalog, question: string, around: Around = {}): ItemAnswer {
  const near = around.near ?? [];
  return {
    kind: 'item',
    question,
    items: [item.id, ...near.map(({ id }) => id)],
    item,
    lead: around.lead ?? null,
    kpis: item.kpis.map((kpi) => kpiStatus(item, kpi)),
    lineage: catalog.lineage.filter((link) => link.from === item.id || link.to === item.id),
    near,
  };
}
