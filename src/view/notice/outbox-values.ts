import { z } from 'zod';
import { outboxFilters } from '../../notice/desk/outbox-desk.ts';
import { noticeKeySchema } from '../../notice/notice.ts';
import { roundIdSchema } from '../../report/round.ts';

/** What the buttons of the outbox and of the schedule carry. */
export const outboxPageValue = z.strictObject({
  filter: z.enum(outboxFilters),
  before: z.int().min(1).nullable(),
});
export const scheduleValue = z.strictObject({
  round: roundIdSchema.nullable(),
  reach: z.enum(['next-day', 'rounds']),
  from: z.int().min(0).max(10_000),
});
/** One planned notice, to be read as it would be sent. */
export const plannedValue = z.strictObject({ key: noticeKeySchema });
/** `back`: what is shown again afterwards. */
export const steerValue = z.strictObject({
  key: noticeKeySchema,
  steering: z.enum(['hold', 'release', 'retry']),
  back: z.union([
    z.strictObject({ outbox: outboxPageValue.shape.filter }),
    z.strictObject({ schedule: scheduleValue }),
  ]),
});
export type SteerValue = z.infer<typeof steerValue>;
