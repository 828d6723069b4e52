import { z } from 'zod';
import { sectionIdSchema } from '../plan/section.ts';
import { userIdSchema } from './person.ts';
import { roundIdSchema } from './round.ts';

/**
 * 担当の変更: in one round, what a section is asked comes to somebody else than the one who was told of it. Whoever takes it
 * over is of the section's staff for as long as the round is open. One for each who was told: who hands on what came to them
 * from somebody else is `from` in another.
 */
export const handoverSchema = z.strictObject({
  round: roundIdSchema,
  section: sectionIdSchema,
  from: userIdSchema,
  /** The same as `from` where they have taken it back. */
  to: userIdSchema,
  /** Counts the changes; 0 is not yet stored. */
  version: z.int().min(0),
});
export type Handover = z.infer<typeof handoverSchema>;

/** Whether something is with somebody else, and not taken back. */
export function isHandedOver({ from, to }: Handover): boolean {
  return from !== to;
}
