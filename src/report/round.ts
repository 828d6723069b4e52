import { z } from 'zod';
import { fiscalYearSchema } from '../plan/fiscal-year.ts';
import { type KpiId, kpiIdSchema } from '../plan/kpi.ts';
import { planIdSchema } from '../plan/plan.ts';
import { type SectionId, sectionIdSchema } from '../plan/section.ts';
import { type Day, daySchema, type Moment, momentAt } from './day.ts';

export const roundIdSchema = z
  .string()
  .regex(/^[a-z0-9-]{1,64}$/)
  .brand<'RoundId'>();
export type RoundId = z.infer<typeof roundIdSchema>;

/** Who is not asked for what, and why: a KPI of every section, a section for everything, or one KPI of one section. */
export const exclusionSchema = z
  .strictObject({
    kpi: kpiIdSchema.nullable(),
    section: sectionIdSchema.nullable(),
    reason: z.string().trim().min(1),
  })
  .refine(({ kpi, section }) => kpi !== null || section !== null);
export type Exclusion = z.infer<typeof exclusionSchema>;

/** Which way a date moves that falls on a closed day: 翌開庁日 or 前開庁日. */
export const closedDayRuleSchema = z.enum(['next', 'previous']);
export type ClosedDayRule = z.infer<typeof closedDayRuleSchema>;

/** 照会: what the coordinators ask the sections for, and until when. */
export const roundSchema = z
  .strictObject({
    id: roundIdSchema,
    title: z.string().trim().min(1),
    plan: planIdSchema,
    /** The fiscal year the figures are asked for. */
    year: fiscalYearSchema,
    /** Null asks for all of the plan. */
    kpis: z.array(kpiIdSchema).min(1).nullable(),
    /** Null asks every section that answers for one of the KPIs. */
    sections: z.array(sectionIdSchema).min(1).nullable(),
    exclusions: z.array(exclusionSchema),
    opens: daySchema,
    /** As decided by the coordinator. Where it is a closed day the closed-day rule moves it; see `deadline`. */
    due: daySchema,
    /** Open days before (negative) and after the due date on which to remind; null for the usual ladder. */
    ladder: z.array(z.int().min(-60).max(60)).nullable(),
    closedDays: closedDayRuleSchema,
    /** 猶予: open days after the due date in which nobody is called late or reminded of it. Rounds recorded before there was any have none. */
    grace: z.int().min(0).max(10).default(0),
    state: z.enum(['draft', 'open', 'closed']),
    /** While paused nothing is sent; answers are still taken. */
    paused: z.boolean(),
    /** Counts the changes; 0 is not yet stored. */
    version: z.int().min(0),
  })
  .refine(({ opens, due }) => opens <= due, { path: ['due'] });
export type Round = z.infer<typeof roundSchema>;
export type RoundState = Round['state'];

/** The hour in Japan at which a due date ends. */
const dueHour = 17;

/** The end of the due date, once the closed-day rule has been applied to it. */
export function deadline(due: Day): Moment {
  return momentAt(due, dueHour);
}

/** The exclusion that takes a KPI of a section out of the round, if one does. */
export function exclusionOf(
  { exclusions }: Pick<Round, 'exclusions'>,
  kpi: KpiId,
  section: SectionId,
): Exclusion | undefined {
  return exclusions.find(
    (exclusion) =>
      (exclusion.kpi === null || exclusion.kpi === kpi) &&
      (exclusion.section === null || exclusion.section === section),
  );
}
