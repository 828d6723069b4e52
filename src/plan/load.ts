import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { PlanData } from './catalog.ts';
import { crossCheck } from './cross-check.ts';
import { type Fault, shown } from './fault.ts';
import { lineageLinkSchema } from './lineage.ts';
import { planSchema } from './plan.ts';
import { readDataFile } from './read-data-file.ts';
import { sectionSchema } from './section.ts';
import { synonymGroupSchema } from './synonym.ts';

export type Loaded = { ok: true; data: PlanData } | { ok: false; faults: readonly Fault[] };

/** The plan files, in order of name; empty where the folder is missing, no folder, or holds none. */
function planFiles(directory: string): string[] {
  const plans = join(directory, 'plans');
  if (!statSync(plans, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(plans)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => `plans/${name}`);
}

/** Reads and checks everything in data/; either all of it is sound or every fault is listed. */
export function loadData(directory: string): Loaded {
  const files = planFiles(directory);
  if (files.length === 0) {
    return { ok: false, faults: [{ file: 'plans', path: '', found: shown(null), expected: { code: 'some-plan' } }] };
  }
  const plans = files.map((file) => readDataFile(directory, file, planSchema));
  const sections = readDataFile(directory, 'sections.json', z.array(sectionSchema));
  const lineage = readDataFile(directory, 'lineage.json', z.array(lineageLinkSchema));
  const synonyms = readDataFile(directory, 'synonyms.json', z.array(synonymGroupSchema));
  const fillers = readDataFile(directory, 'fillers.json', z.array(z.string().min(1)));

  const faults = [...plans, sections, lineage, synonyms, fillers].flatMap((read) => read.faults);
  // What could be read is cross-checked even when another file could not, so that one run tells everything.
  faults.push(
    ...crossCheck({
      plans: plans.flatMap(({ value }, index) => (value === null ? [] : [{ file: files[index] ?? '', plan: value }])),
      sections: sections.value,
      lineage: lineage.value,
      complete: plans.every(({ value }) => value !== null),
    }),
  );
  if (faults.length > 0 || !sections.value || !lineage.value || !synonyms.value || !fillers.value) {
    return { ok: false, faults };
  }
  return {
    ok: true,
    data: {
      plans: plans.flatMap(({ value }) => (value === null ? [] : [value])),
      sections: sections.value,
      lineage: lineage.value,
      words: { synonyms: synonyms.value, fillers: fillers.value },
    },
  };
}
