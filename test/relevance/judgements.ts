import { readFileSync } from 'node:fs';
import { z } from 'zod';

const judgementSchema = z.strictObject({
  id: z.string(),
  query: z.string(),
  /** topic, question, section, number, kana, acronym, variant, typo, synonym, year, status or negative. */
  kind: z.string(),
  intent: z.string(),
  /** Item id → 3 (the thing asked for), 2 (clearly about it), 1 (a mention); unlisted is 0. */
  relevant: z.record(z.string(), z.int().min(1).max(3)),
});
export type Judgement = z.infer<typeof judgementSchema>;

/** @throws ZodError when the file does not hold graded queries. */
export function readJudgements(file: string): Judgement[] {
  return z.array(judgementSchema).parse(JSON.parse(readFileSync(file, 'utf8')));
}
