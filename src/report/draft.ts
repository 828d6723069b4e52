import { z } from 'zod';
import { kpiIdSchema } from '../plan/kpi.ts';
import { sectionIdSchema } from '../plan/section.ts';
import { momentSchema } from './day.ts';
import { userIdSchema } from './person.ts';
import { roundIdSchema } from './round.ts';

/** The fields of one KPI as they were typed: a draft keeps what could not be read as well. */
const draftLineSchema = z.strictObject({
  kpi: kpiIdSchema,
  value: z.string(),
  /** Why it was not measured. */
  reason: z.string(),
  measuredOn: z.string(),
  mark: z.string(),
  note: z.string(),
});
export type DraftLine = z.infer<typeof draftLineSchema>;

/** A form that was closed before it was sent, one for each person, so that two who fill in one report lose nothing. */
export const draftSchema = z.strictObject({
  round: roundIdSchema,
  section: sectionIdSchema,
  user: userIdSchema,
  /** The version of the report the form was opened with. */
  basedOn: z.int().min(0),
  lines: z.array(draftLineSchema),
  savedAt: momentSchema,
});
export type Draft = z.infer<typeof draftSchema>;
