import { z } from 'zod';
import { sectionIdSchema } from '../plan/section.ts';
import { momentSchema } from './day.ts';
import { personSchema } from './person.ts';
import { type Exclusion, roundIdSchema } from './round.ts';

const reason = z.string().trim().min(1).max(3_000);

/**
 * 今回は対象外との申出: a section says that it should not be asked in a round. Until a coordinator has decided it still owes its
 * answer. Granted, the round excludes the section; declined, the request says so.
 */
export const exclusionRequestSchema = z.strictObject({
  round: roundIdSchema,
  section: sectionIdSchema,
  by: personSchema,
  at: momentSchema,
  reason,
  declined: z.strictObject({ by: personSchema, at: momentSchema, reason }).nullable(),
  /** Counts the changes; 0 is not yet stored. A section that asks again writes over what was declined. */
  version: z.int().min(0),
});
export type ExclusionRequest = z.infer<typeof exclusionRequestSchema>;

/** Whether a coordinator has yet to decide. */
export function isPending(
  { declined, section }: Pick<ExclusionRequest, 'declined' | 'section'>,
  exclusions: readonly Exclusion[],
): boolean {
  const granted = exclusions.some((exclusion) => exclusion.section === section && exclusion.kpi === null);
  return declined === null && !granted;
}
