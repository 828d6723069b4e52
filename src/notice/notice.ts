import { z } from 'zod';
import { sectionIdSchema } from '../plan/section.ts';
import { daySchema, momentSchema } from '../report/day.ts';
import { userIdSchema } from '../report/person.ts';
import { newsPurposes } from '../report/report-notices.ts';
import { channelIdSchema } from '../report/roster.ts';
import { roundIdSchema } from '../report/round.ts';
import { recipientSchema } from './recipient.ts';

export const noticeKeySchema = z.string().min(1).max(255).brand<'NoticeKey'>();
/** What makes a notice the one it is: placed twice under it, it is there once, and the message that carries it is found again. */
export type NoticeKey = z.infer<typeof noticeKeySchema>;

/**
 * Everything the bot says by itself. A notice says only what it is about; what it tells is read again at the moment of
 * sending. Adding a kind breaks the build until it has a key, contents and a view.
 */
export const noticeSchema = z.discriminatedUnion('kind', [
  /** 督促: all that somebody's sections owe on a day of the ladder; one a day at most. */
  z.strictObject({ kind: z.literal('reminder'), to: recipientSchema, on: daySchema }),
  /** The same once more, at the moment its reader asked for. */
  z.strictObject({ kind: z.literal('again'), to: recipientSchema, at: momentSchema }),
  /** Sections that are late and have been told so often enough that the coordinators should know. */
  z.strictObject({ kind: z.literal('escalation'), to: userIdSchema, on: daySchema }),
  /** A section asks a coordinator to be left out of a round. */
  z.strictObject({
    kind: z.literal('request'),
    to: userIdSchema,
    round: roundIdSchema,
    section: sectionIdSchema,
    at: momentSchema,
  }),
  /** What became of that request, for who made it. */
  z.strictObject({
    kind: z.literal('decision'),
    to: userIdSchema,
    round: roundIdSchema,
    section: sectionIdSchema,
    at: momentSchema,
  }),
  /** A report has moved: to this version, and what that is to the reader. */
  z.strictObject({
    kind: z.literal('news'),
    to: userIdSchema,
    round: roundIdSchema,
    section: sectionIdSchema,
    version: z.int().min(1),
    purpose: z.enum(newsPurposes),
  }),
  /** Another notice cannot be delivered, and what to do about it. `attempt` tells its failures apart. */
  z.strictObject({ kind: z.literal('trouble'), to: userIdSchema, about: noticeKeySchema, attempt: z.int().min(1) }),
  /** 週報, of the week that begins on a Monday: as it will be, to a coordinator. */
  z.strictObject({ kind: z.literal('digest-preview'), to: userIdSchema, week: daySchema }),
  /** The digest itself, and its thread, message by message from 1. */
  z.strictObject({ kind: z.literal('digest'), to: channelIdSchema, week: daySchema }),
  z.strictObject({ kind: z.literal('digest-part'), to: channelIdSchema, week: daySchema, part: z.int().min(1) }),
  /** What was corrected after it was out, by its number. */
  z.strictObject({
    kind: z.literal('digest-correction'),
    to: channelIdSchema,
    week: daySchema,
    number: z.int().min(1),
  }),
]);
export type Notice = z.infer<typeof noticeSchema>;
export type NoticeKind = Notice['kind'];
/** Those of 週報. */
export type DigestNotice = Extract<Notice, { kind: `digest${string}` }>;

function parts(notice: Notice): readonly (string | number)[] {
  switch (notice.kind) {
    case 'reminder':
    case 'escalation':
      return [notice.on];
    case 'again':
      return [notice.at];
    case 'request':
    case 'decision':
      return [notice.round, notice.section, notice.at];
    case 'news':
      return [notice.round, notice.section, notice.version, notice.purpose];
    case 'trouble':
      return [notice.attempt, notice.about];
    case 'digest-preview':
    case 'digest':
      return [notice.week];
    case 'digest-part':
      return [notice.week, notice.part];
    case 'digest-correction':
      return [notice.week, notice.number];
  }
}

/** «reminder/U012AB3CD/2026-05-07»: the kind, whom it goes to, and what else makes it the one it is. */
export function keyOf(notice: Notice): NoticeKey {
  return noticeKeySchema.parse([notice.kind, notice.to, ...parts(notice)].join('/'));
}
