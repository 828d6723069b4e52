import { z } from 'zod';
import { waits } from '../../notice/desk/snooze.ts';
import { noticeKeySchema } from '../../notice/notice.ts';
import { recipientSchema } from '../../notice/recipient.ts';
import { sectionIdSchema } from '../../plan/section.ts';
import { daySchema } from '../../report/day.ts';
import { roundIdSchema } from '../../report/round.ts';

/** What buttons and forms about notices carry through Slack: ids only, and every right is looked at again. */
const sectionId = sectionIdSchema.max(300);
const version = z.int().min(0);

/** Whose message is put off, and until when. */
export const snoozeValue = z.strictObject({ to: recipientSchema, wait: z.enum(waits) });
/** Whose message is explained, and of which day. */
export const whyValue = z.strictObject({ to: recipientSchema, on: daySchema });
/** What a form begins with; null leaves the choice to the reader. */
export const beginningValue = z.strictObject({
  at: z.strictObject({ round: roundIdSchema, section: sectionId }).nullable(),
});
export const askAtValue = z.strictObject({ round: roundIdSchema, section: sectionId });
/** A request, by the version of it that a coordinator decides on. */
export const requestValue = z.strictObject({ round: roundIdSchema, section: sectionId, version });
export const absenceValue = z.strictObject({ version });
/** A notice that is to be sent again. */
export const retryValue = z.strictObject({ key: noticeKeySchema });
