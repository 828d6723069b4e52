import { z } from 'zod';
import { fiscalYearSchema } from './fiscal-year.ts';
import { itemSchema } from './item.ts';
import { markSchema } from './mark.ts';

export const planIdSchema = z
  .string()
  .regex(/^[a-z0-9-]+$/)
  .brand<'PlanId'>();
export type PlanId = z.infer<typeof planIdSchema>;

/** A count or a sum the document prints about itself: 事業数, 決算額. */
const figureSchema = z.strictObject({
  /** What it counts: 全体, or the goal or category as printed. */
  scope: z.string().min(1),
  label: z.string().min(1),
  year: fiscalYearSchema.nullable(),
  value: z.number().nullable(),
  unit: z.string().min(1),
  text: z.string().min(1),
  at: z.string().min(1),
  /**
   * What in this file must add up to it: the rows with a mark, the rows reviewed after the earthquake, both,
   * or the figures of the same label and year; null where the document gives nothing to check it by.
   */
  check: z.enum(['evaluated', 'reviewed', 'evaluated-or-reviewed', 'sum-of-parts']).nullable(),
});
export type Figure = z.infer<typeof figureSchema>;

/** One document's plan. The file name is `<id>.json`. */
export const planSchema = z.strictObject({
  id: planIdSchema,
  title: z.string().min(1),
  edition: z.string().min(1).nullable(),
  years: z.array(fiscalYearSchema).min(1),
  successor: planIdSchema.nullable(),
  /** Other names staff may type for it. */
  aliases: z.array(z.string().min(1)),
  source: z.strictObject({ document: z.string().min(1), note: z.string().min(1).nullable() }),
  /** The printed legend with the printed number of rows per mark; empty where the plan has no marks. */
  marks: z.array(z.strictObject({ mark: markSchema, meaning: z.string().min(1), total: z.int().min(0) })),
  figures: z.array(figureSchema),
  slips: z.array(z.string().min(1)),
  items: z.array(itemSchema).min(1),
});
export type Plan = z.infer<typeof planSchema>;
