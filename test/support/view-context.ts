import { join } from 'node:path';
import type { Catalog } from '../../src/plan/catalog.ts';
import { fiscalYear } from '../../src/plan/fiscal-year.ts';
import type { ViewContext } from '../../src/view/context.ts';
import { loadWording } from '../../src/wording/wording.ts';

/** The project's own sentences. */
export const realWording = loadWording(join(process.cwd(), 'prompts', 'messages'));

/** What views look at in tests: the real sentences, in fiscal year 2026, over any catalog. */
export function viewContextOf(catalog: Catalog): ViewContext {
  return { wording: realWording, catalog, command: '/plan', thisYear: fiscalYear(2026) };
}
