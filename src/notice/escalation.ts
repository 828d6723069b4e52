import { z } from 'zod';
import { sectionIdSchema } from '../plan/section.ts';
import { daySchema } from '../report/day.ts';
import { userIdSchema } from '../report/person.ts';
import { roundIdSchema } from '../report/round.ts';

/** A section that is still late although it has been told again and again. */
const lateSectionSchema = z.strictObject({
  round: roundIdSchema,
  title: z.string(),
  section: sectionIdSchema,
  /** After the closed-day rule. */
  due: daySchema,
  /** Open days since. */
  late: z.int().min(1),
  /** The head's post; null where the roster names none. */
  post: z.string().nullable(),
  /** The day the section was last told; null where it never was. */
  lastTold: daySchema.nullable(),
  /** Whether it has answered since, or is no longer asked. */
  settled: z.boolean(),
});
export type LateSection = z.infer<typeof lateSectionSchema>;

/** What the coordinators are told of sections that stay silent: by section, never by person. */
export const escalationSchema = z.strictObject({
  kind: z.literal('escalation'),
  to: userIdSchema,
  on: daySchema,
  sections: z.array(lateSectionSchema).min(1),
});
export type Escalation = z.infer<typeof escalationSchema>;
