import { z } from 'zod';

/** Where a name, a date or a succession comes from: a plan's own print, an official notice, the press, or our inference. */
const basisSchema = z.enum(['printed', 'official', 'press', 'inferred']);

export const sectionIdSchema = z.string().regex(/^\S+$/).brand<'SectionId'>();
/** The section's newest known name. */
export type SectionId = z.infer<typeof sectionIdSchema>;

const dateSchema = z.iso.date();

/** A name as printed. A date stands only where a source states it; null is «確認できず». */
const spanSchema = z.strictObject({
  name: z.string().min(1),
  department: z.string().min(1),
  from: dateSchema.nullable(),
  to: dateSchema.nullable(),
  basis: basisSchema,
  source: z.string().min(1),
});

const successionSchema = z.strictObject({
  to: sectionIdSchema,
  kind: z.enum(['renamed', 'reorganised']),
  basis: basisSchema,
  note: z.string().min(1),
});

export const sectionSchema = z.strictObject({
  id: sectionIdSchema,
  /** Oldest first. */
  spans: z.array(spanSchema).min(1),
  successors: z.array(successionSchema),
  /** Short forms staff type. */
  aliases: z.array(z.string().min(1)),
});
export type Section = z.infer<typeof sectionSchema>;
