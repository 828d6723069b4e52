import { type Closure, loadClosures } from './notice/closures.ts';
import type { PlanData } from './plan/catalog.ts';
import type { Fault } from './plan/fault.ts';
import { loadData } from './plan/load.ts';

/** What data/ holds, checked. */
export interface Knowledge {
  plans: PlanData;
  closures: readonly Closure[];
}

export type LoadedKnowledge = { ok: true; knowledge: Knowledge } | { ok: false; faults: readonly Fault[] };

/** Reads and checks everything; either all of it is sound or every fault is listed. */
export function loadKnowledge(directory: string): LoadedKnowledge {
  const plans = loadData(directory);
  const closures = loadClosures(directory);
  if (plans.ok && closures.ok) return { ok: true, knowledge: { plans: plans.data, closures: closures.closures } };
  return { ok: false, faults: [plans, closures].flatMap((read) => (read.ok ? [] : read.faults)) };
}
