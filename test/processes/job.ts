import { z } from 'zod';
import { momentSchema } from '../../src/report/day.ts';

/** Where a process that is about to post can stand still: between two of the steps from its lease to the network. */
export const points = ['request-made', 'connected'] as const;

/** What a process of the bot is told. */
export const jobSchema = z.strictObject({
  /** The database they share, as in the settings. */
  url: z.string(),
  apiUrl: z.string(),
  /** Its clock: this moment was at `realStart` (milliseconds since 1970), and it runs so many times as fast. All processes have the same. */
  from: momentSchema,
  realStart: z.number(),
  speed: z.number(),
  coordinators: z.array(z.string()),
  botToken: z.string(),
  /** Where it stands still of itself, and the time it comes there. */
  halt: z.strictObject({ point: z.enum(points), time: z.int().min(1) }).nullable(),
});
export type Job = z.infer<typeof jobSchema>;

/** What a process says, a line each: on which ports it answers Slack and the operator, and that it stands still. */
export const saidSchema = z.union([
  z.strictObject({ port: z.number(), operations: z.number() }),
  z.strictObject({ halted: z.enum(points) }),
]);

/** Milliseconds between two beats, and two looks at the database; what is usual would be half a run. */
export const beat = 500;
