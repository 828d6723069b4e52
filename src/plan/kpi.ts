import { z } from 'zod';

/** `<item id>#<n>`, n counting from 1 within the item. */
export const kpiIdSchema = z
  .string()
  .regex(/^[a-z0-9-]+\/\S+#[1-9]\d*$/)
  .brand<'KpiId'>();
export type KpiId = z.infer<typeof kpiIdSchema>;

/**
 * How a KPI is read. None of the documents prints it; it follows from baseline and target, and is shown to the reader.
 * raise: up from the baseline; lower: down from it; keep-at-least and keep-at-most: hold the target.
 */
export const kpiRules = ['raise', 'lower', 'keep-at-least', 'keep-at-most'] as const;
const kpiRuleSchema = z.enum(kpiRules);
export type KpiRule = z.infer<typeof kpiRuleSchema>;

/** A figure as printed. `value` is null where the print is not a number («全所属», «前年度越え», «—»). */
const measurementSchema = z.strictObject({
  value: z.number().nullable(),
  /** Month of measurement, YYYY-MM; the last month of a fiscal year where only the year is printed. */
  asOf: z
    .string()
    .regex(/^(19(89|9\d)|20\d\d)-(0[1-9]|1[0-2])$/)
    .nullable(),
  text: z.string().min(1),
});
export type Measurement = z.infer<typeof measurementSchema>;

export const kpiSchema = z.strictObject({
  id: kpiIdSchema,
  name: z.string().min(1),
  unit: z.string().min(1).nullable(),
  rule: kpiRuleSchema,
  baseline: measurementSchema.nullable(),
  target: measurementSchema.nullable(),
  /** Oldest first. */
  actuals: z.array(measurementSchema),
  /** Judgements printed beside the figures, such as 未達成 or 達成率502%. */
  printed: z.array(z.string().min(1)),
  analysis: z.string().min(1).nullable(),
});
export type Kpi = z.infer<typeof kpiSchema>;
