import { z } from 'zod';
import { roundIdSchema } from '../../report/round.ts';

/** What can be pressed about files that go out and come back. */
export const transferIds = {
  /** Value: a round; sends its sheet. */
  get: 'transfer-get',
  /** Value: a file; applies what it says. */
  apply: 'transfer-apply',
  /** Value: a file; applies its good rows. */
  applyRest: 'transfer-apply-rest',
  cancel: 'transfer-cancel',
} as const;

export const getValue = z.strictObject({ round: roundIdSchema });
/** The file stays with Slack; pressed again, it is read again. */
export const fileValue = z.strictObject({ file: z.string().regex(/^F[A-Z0-9]{1,30}$/) });
