import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';

/** Inputs and expectations from `test/cases/<name>.json`, which need no programmer to be added to. */
export function readCases<T>(name: string, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(readFileSync(join(process.cwd(), 'test', 'cases', `${name}.json`), 'utf8')));
}
