import { z } from 'zod';
import { roundIdSchema } from '../../report/round.ts';

/** What the buttons about files carry. */
export const getValue = z.discriminatedUnion('form', [
  z.strictObject({ form: z.enum(['sheet', 'text', 'ledger', 'ledger-lines']), round: roundIdSchema }),
  z.strictObject({ form: z.literal('roster') }),
]);
export type GetValue = z.infer<typeof getValue>;
/** The file stays with Slack; pressed again, it is read again. */
export const fileValue = z.strictObject({ file: z.string().regex(/^F[A-Z0-9]{1,30}$/) });
