import { z } from 'zod';
import { momentSchema } from '../report/day.ts';
import { recipientSchema } from './recipient.ts';

/** «2時間後»«明日もう一度»: until then somebody hears nothing of what is due, and then once more if it still is. The newest counts. */
export const snoozeSchema = z.strictObject({ to: recipientSchema, until: momentSchema });
export type Snooze = z.infer<typeof snoozeSchema>;
