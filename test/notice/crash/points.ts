import { z } from 'zod';
import { momentSchema } from '../../../src/report/day.ts';

/** Where a process that delivers can end: between any two of its deeds, and in the middle of one. */
export const points = [
  'before-claim',
  'after-claim',
  'during-post',
  'after-post',
  'before-record',
  'during-record',
  'after-record',
] as const;

const crashSchema = z.strictObject({
  point: z.enum(points),
  /** The time it comes there. */
  time: z.int().min(1),
});
export type Crash = z.infer<typeof crashSchema>;

/** What a process is told to do. */
export const jobSchema = z.strictObject({
  file: z.string(),
  apiUrl: z.string(),
  by: z.string(),
  from: momentSchema,
  crash: crashSchema.nullable(),
});
export type Job = z.infer<typeof jobSchema>;
