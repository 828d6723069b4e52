import { z } from 'zod';
import { momentSchema } from '../../src/report/day.ts';

/** Where a process that is about to post can stand still: between two of the steps from its lease to the network. */
export const points = ['request-made', 'connected'] as const;

/** What a process of the bot is told. */
export const jobSchema = z.strictObject({
  /** The database they share. */
  url: z.string(),
  apiUrl: z.string(),
  /** Its clock: this moment was at `realStart` (milliseconds since 1970), and it runs so many times as fast. All processes have the same. */
  from: momentSchema,
  realStart: z.number(),
  speed: z.number(),
  /** Where it stands still of itself, and the time it comes there. */
  halt: z.strictObject({ point: z.enum(points), time: z.int().min(1) }).nullable(),
});
export type Job = z.infer<typeof jobSchema>;

/** What a process says, a line each. */
export const saidSchema = z.union([z.strictObject({ port: z.number() }), z.strictObject({ halted: z.enum(points) })]);

/** Milliseconds between two beats; half a minute would be half the run. */
export const beat = 500;
