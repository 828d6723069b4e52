import { z } from 'zod';
import { fiscalYearSchema } from './fiscal-year.ts';
import { kpiSchema } from './kpi.ts';
import { markSchema } from './mark.ts';

export const itemIdSchema = z
  .string()
  .regex(/^[a-z0-9-]+\/[^\s#]+$/)
  .brand<'ItemId'>();
/** `<plan>/<number>`, or `<plan>/<title>` without white space where nothing is numbered. */
export type ItemId = z.infer<typeof itemIdSchema>;

/** measure 事業・施策, direction 方向性・行動指針, activity 主要取組, site 情報発信サイト, topic トピックス. */
export const itemKinds = ['measure', 'direction', 'activity', 'site', 'topic'] as const;
export const itemKindSchema = z.enum(itemKinds);
export type ItemKind = z.infer<typeof itemKindSchema>;

const evaluationSchema = z.strictObject({
  mark: markSchema,
  /** Our own words; null where the document only refers to another row. */
  reason: z.string().min(1).nullable(),
  /** The row meant by «…に同じ». */
  sameAs: itemIdSchema.nullable(),
});

export const linkKinds = ['related', 'same-as', 'merged-into', 'see-also'] as const;
const linkSchema = z.strictObject({
  to: itemIdSchema,
  kind: z.enum(linkKinds),
  basis: z.enum(['printed', 'title', 'inferred']),
});

export const itemSchema = z.strictObject({
  id: itemIdSchema,
  kind: itemKindSchema,
  /** As printed without white space. */
  number: z.string().regex(/^\S+$/).nullable(),
  title: z.string().min(1),
  /** Title of the numbered row above. */
  group: z.string().min(1).nullable(),
  goal: z.string().min(1).nullable(),
  category: z.string().min(1).nullable(),
  department: z.string().min(1).nullable(),
  sections: z.array(z.string().min(1)),
  /** Printed cells only; an empty cell is left out, never carried forward. */
  schedule: z.array(z.strictObject({ year: fiscalYearSchema, text: z.string().min(1) })),
  summary: z.string().min(1),
  evaluation: evaluationSchema.nullable(),
  /** «震災により見直し(廃止)» or «(変更)». */
  review: z.enum(['abolished', 'changed']).nullable(),
  kpis: z.array(kpiSchema),
  links: z.array(linkSchema),
  /** Other names staff may type for it. */
  aliases: z.array(z.string().min(1)),
  urls: z.array(z.url()),
  /** Printed slips: what is printed and what is meant. */
  slips: z.array(z.string().min(1)),
  /** Printed fields that have no place of their own here (主体, 性質・手法, ～H25 …). */
  fields: z.array(z.strictObject({ label: z.string().min(1), text: z.string().min(1) })),
  source: z.strictObject({ document: z.string().min(1), at: z.string().min(1) }),
});
export type Item = z.infer<typeof itemSchema>;

/** The category, or above it the goal: the areas by which the R6 report groups its tables; empty where neither is printed. */
export function areaOf({ category, goal }: Pick<Item, 'category' | 'goal'>): string {
  return category ?? goal ?? '';
}
