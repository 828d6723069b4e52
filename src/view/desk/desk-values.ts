import { z } from 'zod';
import { fiscalYearSchema } from '../../plan/fiscal-year.ts';
import { kpiIdSchema } from '../../plan/kpi.ts';
import { planIdSchema } from '../../plan/plan.ts';
import { sectionIdSchema } from '../../plan/section.ts';
import { daySchema } from '../../report/day.ts';
import { stages } from '../../report/progress.ts';
import { rosterEntryIdSchema } from '../../report/roster.ts';
import { closedDayRuleSchema, roundIdSchema, roundSchema } from '../../report/round.ts';

/** What buttons and modals of rounds, roster and ledger carry through Slack: ids only, and every right is looked at again. */
const from = z.int().min(0).max(10_000);
const version = z.int().min(0);
const sectionId = sectionIdSchema.max(300);

export const stageSchema = z.enum(stages);

/** A page of the rounds, or of the roster, that some words choose. */
export const boardsValue = z.strictObject({ words: z.string().max(300), from });
export const boardValue = z.strictObject({ round: roundIdSchema, stage: stageSchema.nullable(), from });
export const roundValue = z.strictObject({ round: roundIdSchema });
export const roundAtValue = z.strictObject({ round: roundIdSchema, version });
/** What a button does to a round at once. */
const roundDeeds = ['open', 'pause', 'resume', 'close', 'reopen'] as const;
export type RoundDeed = (typeof roundDeeds)[number];
export const roundDeedValue = z.strictObject({ round: roundIdSchema, version, deed: z.enum(roundDeeds) });
export const sectionValue = z.strictObject({ round: roundIdSchema, section: sectionId });

/** A round as it was typed into the form, on its way through the preview; `id` is the one it will be saved under. */
export const plannedValue = z.strictObject({
  id: roundIdSchema,
  title: z.string().trim().min(1).max(200),
  plan: planIdSchema,
  year: fiscalYearSchema,
  kpis: z.array(kpiIdSchema).min(1).nullable(),
  sections: z.array(sectionId).min(1).nullable(),
  opens: daySchema,
  due: daySchema,
  closedDays: closedDayRuleSchema,
  grace: roundSchema.shape.grace.unwrap(),
  ladder: z.array(z.int().min(-60).max(60)).min(1),
});
export type PlannedValue = z.infer<typeof plannedValue>;

/** change: the entry itself; transfer: who follows it; add: a new one, for a section where one is named. */
export const rosterEditValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('change'), entry: rosterEntryIdSchema }),
  z.strictObject({ kind: z.literal('transfer'), entry: rosterEntryIdSchema }),
  z.strictObject({ kind: z.literal('add'), section: sectionId.nullable() }),
]);
export type RosterEditValue = z.infer<typeof rosterEditValue>;
/** The entry that is written over or ended, and its version; null for a new one. */
export const rosterFormValue = z.strictObject({
  kind: z.enum(['change', 'transfer', 'add']),
  at: z.strictObject({ id: rosterEntryIdSchema, version }).nullable(),
});
export const rosterConfirmValue = z.strictObject({ section: sectionId, entry: rosterEntryIdSchema, version });

export const ledgerPageValue = z.strictObject({
  round: roundIdSchema.nullable(),
  section: sectionId.nullable(),
  before: z.int().min(1).nullable(),
});
