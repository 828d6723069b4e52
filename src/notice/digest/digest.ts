/** notice/digest: 週報, what happened to the rounds in a week, told to everybody once. */
import { z } from 'zod';
import { daySchema, momentSchema } from '../../report/day.ts';
import { channelIdSchema } from '../../report/roster.ts';

/** What a digest told, as it was told: an edit or a correction begins from it. */
export const digestFactsSchema = z.json();
export type DigestFacts = z.infer<typeof digestFactsSchema>;

/** The digest of one week. */
export const digestSchema = z.strictObject({
  /** The Monday it is for. */
  week: daySchema,
  /** planned: it will go out, or wait for a coordinator; skipped: not this week; issued: it is out, or on its way. */
  state: z.enum(['planned', 'skipped', 'issued']),
  /** 一言: what the coordinators put on top. */
  note: z.string().trim().min(1).max(3_000).nullable(),
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
  version: z.int().min(0),
});
export type DigestSettings = z.infer<typeof digestSettingsSchema>;

/** Before any coordinator has set it up. */
export const noDigestSettings: DigestSettings = { channels: [], automatic: true, version: 0 };
