import { z } from 'zod';
import { sectionIdSchema } from '../plan/section.ts';
import { momentSchema } from './day.ts';
import { personSchema } from './person.ts';
import { rosterEntryIdSchema } from './roster.ts';
import { roundIdSchema } from './round.ts';
import { reportActions, roundActions } from './transitions.ts';

/** What the ledger records. */
const ledgerActionSchema = z.enum([
  ...reportActions,
  ...roundActions,
  'create-round',
  'edit-roster',
  'confirm-roster',
  'hand-over',
  'request-exclusion',
  'decline-exclusion',
  'nudge',
  'export',
  'send-notice',
  'fail-notice',
  'hold-notice',
  'release-notice',
  'retry-notice',
  'snooze',
  'set-absence',
  'edit-digest',
  'skip-digest',
  'issue-digest',
  'set-digest',
]);
export type LedgerAction = z.infer<typeof ledgerActionSchema>;

/** One thing done: who, as what post at the time, when, how and why. Given with every change; the store adds before and after. */
export const deedSchema = z.strictObject({
  /** Null where the bot acted by itself. */
  by: personSchema.nullable(),
  at: momentSchema,
  action: ledgerActionSchema,
  via: z.enum(['form', 'excel', 'on-behalf', 'bot']),
  reason: z.string().min(1).nullable(),
});
export type Deed = z.infer<typeof deedSchema>;

/** What it was done to: a round, a section's report in it, or an entry of the roster. */
const subjectSchema = z.strictObject({
  round: roundIdSchema.nullable(),
  section: sectionIdSchema.nullable(),
  rosterEntry: rosterEntryIdSchema.nullable(),
});
export type Subject = z.infer<typeof subjectSchema>;

/** 記録: a row of the ledger, which is only ever added to. */
export const ledgerEntrySchema = z.strictObject({
  /** Ascending; gaps mean nothing. */
  sequence: z.int().min(1),
  ...deedSchema.shape,
  ...subjectSchema.shape,
  /** The round, report or roster entry as it was and as it became; null where there was none. */
  before: z.json(),
  after: z.json(),
});
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;
