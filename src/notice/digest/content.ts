import { z } from 'zod';
import { daySchema, momentSchema } from '../../report/day.ts';
import { userIdSchema } from '../../report/person.ts';
import { channelIdSchema } from '../../report/roster.ts';
import { digestSchema } from './digest.ts';
import { correctionSchema, digestFactsSchema } from './facts.ts';
import { threadRowSchema } from './thread.ts';

/** What the message that begins a digest tells; the figures one by one stand in its thread. */
const headSchema = z.strictObject({
  ...digestFactsSchema.pick({
    from: true,
    until: true,
    rounds: true,
    answered: true,
    approved: true,
    attention: true,
    moreAttention: true,
    corrections: true,
  }).shape,
  note: digestSchema.shape.note,
  /** Messages of its thread. */
  parts: z.int().min(0),
});
export type Head = z.infer<typeof headSchema>;

/** Why a digest goes on the day it goes. */
const adjustmentSchema = z.strictObject({
  asked: daySchema,
  day: daySchema,
  passed: z.array(
    z.strictObject({
      day: daySchema,
      reason: z.discriminatedUnion('code', [
        z.strictObject({ code: z.enum(['saturday', 'sunday', 'turn-of-year']) }),
        z.strictObject({ code: z.enum(['holiday', 'office']), name: z.string() }),
      ]),
    }),
  ),
});

const week = daySchema;

/** 週報の下書き: the digest as it would be, for a coordinator, and what can be done with it. */
export const digestPreviewSchema = z.strictObject({
  kind: z.literal('digest-preview'),
  to: userIdSchema,
  week,
  adjustment: adjustmentSchema,
  issues: momentSchema,
  /** It goes by itself where nobody acts. */
  automatic: z.boolean(),
  /** Into so many channels. */
  channels: z.int().min(0),
  /** lapsed: its time was over before it went. */
  state: z.enum([...digestSchema.shape.state.options, 'lapsed']),
  issuedAt: momentSchema.nullable(),
  /** The version of the digest, which buttons carry. */
  version: z.int().min(0),
  head: headSchema,
});
export type DigestPreview = z.infer<typeof digestPreviewSchema>;

/** 週報. */
export const digestMessageSchema = z.strictObject({
  kind: z.literal('digest'),
  to: channelIdSchema,
  week,
  head: headSchema,
});
export type DigestMessage = z.infer<typeof digestMessageSchema>;

/** One message of its thread. */
export const digestPartSchema = z.strictObject({
  kind: z.literal('digest-part'),
  to: channelIdSchema,
  week,
  part: z.int().min(1),
  rows: z.array(threadRowSchema).min(1),
});
export type DigestPart = z.infer<typeof digestPartSchema>;

/** What was corrected since, in its thread. */
export const digestCorrectionSchema = z.strictObject({
  kind: z.literal('digest-correction'),
  to: channelIdSchema,
  week,
  number: z.int().min(1),
  correction: correctionSchema,
});
export type DigestCorrection = z.infer<typeof digestCorrectionSchema>;

export type DigestContent = DigestPreview | DigestMessage | DigestPart | DigestCorrection;
