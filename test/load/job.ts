import { z } from 'zod';
import { momentSchema } from '../../src/report/day.ts';

/** What a process that is the bot is told at its start. */
export const jobSchema = z.object({
  apiUrl: z.string(),
  file: z.string(),
  /** What its clock shows at the start. */
  from: momentSchema,
  /** People in the one section that owes an answer; with none there is no round either. */
  staff: z.int().min(0),
});
export type Job = z.infer<typeof jobSchema>;

/** What it is told later: to begin to measure, to tell how it stands. */
export const questionSchema = z.enum(['begin', 'figures']);

export const replySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('listening'), port: z.int() }),
  z.object({
    kind: z.literal('figures'),
    /** Bytes, after a collection. */
    heap: z.number(),
    resident: z.number(),
    /** Milliseconds by which timers came late. */
    lag: z.object({ p50: z.number(), p99: z.number(), max: z.number() }),
  }),
]);
export type Reply = z.infer<typeof replySchema>;
