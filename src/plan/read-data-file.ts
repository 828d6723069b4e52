import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Fault, jsonPath, shown } from './fault.ts';

/** What a file of data/ holds, or everything that is wrong with it. */
type Read<T> = { value: T; faults: Fault[] } | { value: null; faults: Fault[] };

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}

/** Reads a file of data/ and checks it against its schema. */
export function readDataFile<T>(directory: string, file: string, schema: z.ZodType<T>): Read<T> {
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
