import { z } from 'zod';
import { itemIdSchema } from './item.ts';

export const lineageKinds = ['continued', 'restructured', 'merged', 'split'] as const;

/** A step of a measure from an older plan to a newer one. Printed and title links are facts; an inferred one is shown as 推定. */
export const lineageLinkSchema = z.strictObject({
  from: itemIdSchema,
  to: itemIdSchema,
  kind: z.enum(lineageKinds),
  basis: z.enum(['printed', 'title', 'inferred']),
  note: z.string().min(1),
});
export type LineageLink = z.infer<typeof lineageLinkSchema>;
