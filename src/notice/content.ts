import { z } from 'zod';
import { momentSchema } from '../report/day.ts';
import { exclusionRequestSchema } from '../report/exclusion-request.ts';
import { personSchema, userIdSchema } from '../report/person.ts';
import {
  digestCorrectionSchema,
  digestMessageSchema,
  digestPartSchema,
  digestPreviewSchema,
} from './digest/content.ts';
import { escalationSchema } from './escalation.ts';
import { newsSchema } from './news.ts';
import { noticeSchema } from './notice.ts';
import { reminderSchema } from './reminder.ts';

/** 対象外の申出, for a coordinator, and what became of it. */
const requestedSchema = z.strictObject({
  kind: z.literal('request'),
  to: userIdSchema,
  title: z.string(),
  request: exclusionRequestSchema,
  state: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('pending') }),
    z.strictObject({ kind: z.literal('granted') }),
    z.strictObject({ kind: z.literal('declined'), by: personSchema, at: momentSchema, reason: z.string() }),
    /** The section has answered, or the round is closed: nothing is left to decide. */
    z.strictObject({ kind: z.literal('overtaken') }),
  ]),
});
export type Requested = z.infer<typeof requestedSchema>;

/** What became of a request, for who made it. */
const decidedSchema = z.strictObject({
  kind: z.literal('decision'),
  to: userIdSchema,
  title: z.string(),
  /** Declined, it says by whom and why. */
  request: exclusionRequestSchema,
});
export type Decided = z.infer<typeof decidedSchema>;

/** A notice that Slack does not take. */
const troubleSchema = z.strictObject({
  kind: z.literal('trouble'),
  to: userIdSchema,
  notice: noticeSchema,
  /** What Slack said («channel_not_found»). */
  trouble: z.string(),
  /** Whether it has been sent, or withdrawn, since. */
  settled: z.boolean(),
});
export type Trouble = z.infer<typeof troubleSchema>;

/** What a notice tells, read at the moment of sending; the message is edited when it changes. */
export const contentSchema = z.discriminatedUnion('kind', [
  reminderSchema,
  escalationSchema,
  requestedSchema,
  decidedSchema,
  newsSchema,
  troubleSchema,
  digestPreviewSchema,
  digestMessageSchema,
  digestPartSchema,
  digestCorrectionSchema,
]);
export type Content = z.infer<typeof contentSchema>;
