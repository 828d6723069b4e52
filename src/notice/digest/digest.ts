/** notice/digest: 週報, what happened to the rounds in a week, told to everybody once. */
import { z } from 'zod';
import { type Day, daySchema, momentSchema } from '../../report/day.ts';
import { channelIdSchema } from '../../report/roster.ts';
import { digestFactsSchema } from './facts.ts';

/** 一言: what the coordinators put on top of a digest; short enough that it never pushes the figures out of a message. */
export const longestNote = 500;

/** The digest of one week. */
export const digestSchema = z.strictObject({
  /** The Monday it is for. */
  week: daySchema,
  /** planned: it will go out, or wait for a coordinator; skipped: not this week; issued: it is out, or on its way. */
  state: z.enum(['planned', 'skipped', 'issued']),
  note: z.string().trim().min(1).max(longestNote).nullable(),
  /** Null until it is issued. */
  facts: digestFactsSchema.nullable(),
  issuedAt: momentSchema.nullable(),
  /** Counts the changes; 0 is not yet stored. */
  version: z.int().min(0),
});
export type Digest = z.infer<typeof digestSchema>;

/** Where the digest goes, and whether it goes by itself where no coordinator acts. */
export const digestSettingsSchema = z.strictObject({
  channels: z.array(channelIdSchema),
  automatic: z.boolean(),
  /** From when on it has had somewhere to go, or has gone by itself: what should have gone before is not made up for. */
  since: momentSchema.nullable(),
  version: z.int().min(0),
});
export type DigestSettings = z.infer<typeof digestSettingsSchema>;

/** Before any coordinator has set it up. */
export const noDigestSettings: DigestSettings = { channels: [], automatic: true, since: null, version: 0 };

/** The digest of a week for which nobody has done anything. */
export function plannedDigest(week: Day): Digest {
  return { week, state: 'planned', note: null, facts: null, issuedAt: null, version: 0 };
}
