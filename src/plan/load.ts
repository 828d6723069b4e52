import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { PlanData } from './catalog.ts';
import { crossCheck } from './cross-check.ts';
import { type Fault, jsonPath, shown } from './fault.ts';
import { lineageLinkSchema } from './lineage.ts';
import { planSchema } from './plan.ts';
import { sectionSchema } from './section.ts';
import { synonymGroupSchema } from './synonym.ts';

export type Loaded = { ok: true; data: PlanData } | { ok: false; faults: readonly Fault[] };

type Read<T> = { value: T; faults: Fault[] } | { value: null; faults: Fault[] };

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}

function readFile<T>(directory: string, file: string, schema: z.ZodType<T>): Read<T> {
  const fault = (found: string, expected: Fault['expected']): Read<T> => ({
    value: null,
    faults: [{ file, path: '', found, expected }],
  });
  let text: string;
  try {
    text = readFileSync(join(directory, file), 'utf8');
  } catch (error) {
    return fault(error instanceof Error ? error.message : String(error), { code: 'readable' });
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return fault(shown(text.slice(0, 40)), {
      code: 'json',
      problem: error instanceof Error ? error.message : String(error),
    });
  }
  const parsed = schema.safeParse(json, { error: z.locales.ja().localeError });
  if (parsed.success) return { value: parsed.data, faults: [] };
  return {
    value: null,
    faults: parsed.error.issues.map((issue) => ({
      file,
      path: jsonPath(issue.path),
      found: shown(at(json, issue.path)),
      expected: { code: 'shape', problem: issue.message },
    })),
  };
}

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
  const plans = files.map((file) => readFile(directory, file, planSchema));
  const sections = readFile(directory, 'sections.json', z.array(sectionSchema));
  const lineage = readFile(directory, 'lineage.json', z.array(lineageLinkSchema));
  const synonyms = readFile(directory, 'synonyms.json', z.array(synonymGroupSchema));
  const fillers = readFile(directory, 'fillers.json', z.array(z.string().min(1)));

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
