import { z } from 'zod';
import { daySchema } from '../../report/day.ts';

/** What buttons and modals of digests carry through Slack: ids only, and every right is looked at again. */
const version = z.int().min(0);

export const digestOpenValue = z.strictObject({});
/** A message of the thread that would be, from 1. */
export const digestThreadValue = z.strictObject({ part: z.int().min(1).max(1_000) });
/** The digest a coordinator is looking at. */
export const digestAtValue = z.strictObject({ week: daySchema, version });
export const digestSkipValue = z.strictObject({ week: daySchema, version, skipped: z.boolean() });
/** The version of the settings. */
export const digestSettingsValue = z.strictObject({ version });
