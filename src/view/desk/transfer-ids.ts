import { z } from 'zod';
import { roundIdSchema } from '../../report/round.ts';

/** What can be pressed about files that go out and come back. */
export const transferIds = {
  /** Value: a round, or none, and what of it; sends a file. */
  get: 'transfer-get',
  /** Value: a file; applies what it says. */
  apply: 'transfer-apply',
  /** Value: a file; applies its good rows. */
  applyRest: 'transfer-apply-rest',
  /** Value: a file; applies the roster it holds. */
  applyRoster: 'transfer-apply-roster',
  cancel: 'transfer-cancel',
} as const;

export const getValue = z.discriminatedUnion('form', [
  z.strictObject({ form: z.enum(['sheet', 'text', 'ledger', 'ledger-lines']), round: roundIdSchema }),
  z.strictObject({ form: z.literal('roster') }),
]);
export type GetValue = z.infer<typeof getValue>;
/** The file stays with Slack; pressed again, it is read again. */
export const fileValue = z.strictObject({ file: z.string().regex(/^F[A-Z0-9]{1,30}$/) });
