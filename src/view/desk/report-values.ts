import { z } from 'zod';
import { sectionIdSchema } from '../../plan/section.ts';
import { roundIdSchema } from '../../report/round.ts';

/** What the buttons of a report carry: which report, and by which version of it the reader decides. */
export const reportValue = z.strictObject({
  round: roundIdSchema,
  section: sectionIdSchema,
  version: z.int().min(0),
});
export type ReportValue = z.infer<typeof reportValue>;

/** What the form carries from step to step; the step after the last KPI is the check page. */
export const formValue = z.strictObject({ ...reportValue.shape, step: z.int().min(0) });
export type FormValue = z.infer<typeof formValue>;

/** What a small form about a report carries. */
export const decisionValue = z.strictObject({
  ...reportValue.shape,
  action: z.enum(['return', 'reopen-report', 'record-approval']),
});
export type DecisionValue = z.infer<typeof decisionValue>;

export function reportValueOf({ round, section, version }: ReportValue): ReportValue {
  return { round, section, version };
}
