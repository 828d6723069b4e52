/** report/: rounds, reports and their states, who may do what; pure rules that give codes, and the store they need. */
import { z } from 'zod';
import { kpiIdSchema } from '../plan/kpi.ts';
import { markSchema } from '../plan/mark.ts';
import { type SectionId, sectionIdSchema } from '../plan/section.ts';
import { daySchema, momentSchema } from './day.ts';
import { personSchema } from './person.ts';
import { type RoundId, roundIdSchema } from './round.ts';

/** The longest text of one field: what one text input of Slack holds. */
const longestText = 3_000;
const text = z.string().trim().min(1).max(longestText);

/** What a section says of one KPI: a figure, or 未測定 and why. */
export const reportedSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('value'), value: z.number() }),
  z.strictObject({ kind: z.literal('not-measured'), reason: text }),
]);
export type Reported = z.infer<typeof reportedSchema>;

export const reportLineSchema = z.strictObject({
  kpi: kpiIdSchema,
  reported: reportedSchema,
  measuredOn: daySchema.nullable(),
  mark: markSchema.nullable(),
  note: text.nullable(),
});
export type ReportLine = z.infer<typeof reportLineSchema>;

/** 決裁: approval outside Slack, recorded here. */
const approvalSchema = z.strictObject({ on: daySchema, by: text, document: text });
export type Approval = z.infer<typeof approvalSchema>;

/** Who took a step, and when. */
const signatureSchema = z.strictObject({ by: personSchema, at: momentSchema });
export type Signature = z.infer<typeof signatureSchema>;

/** 受付経路: the form in Slack, an Excel sheet, or registered by a coordinator for the section. */
const receivedViaSchema = z.enum(['form', 'excel', 'on-behalf']);
export type ReceivedVia = z.infer<typeof receivedViaSchema>;

export const reportStates = ['open', 'submitted', 'confirmed', 'accepted', 'returned'] as const;

/** One section's answers in a round. */
export const reportSchema = z.strictObject({
  round: roundIdSchema,
  section: sectionIdSchema,
  state: z.enum(reportStates),
  lines: z.array(reportLineSchema),
  receivedVia: receivedViaSchema.nullable(),
  submitted: signatureSchema.nullable(),
  confirmed: signatureSchema.nullable(),
  accepted: signatureSchema.nullable(),
  /** Stands while the report waits for correction. */
  returned: z.strictObject({ ...signatureSchema.shape, reason: text }).nullable(),
  /** Null while the report is «速報». Falls with the figures it was given for when the report goes back. */
  approval: approvalSchema.nullable(),
  /** Counts the changes, for optimistic locking; 0 is not yet stored. */
  version: z.int().min(0),
});
export type Report = z.infer<typeof reportSchema>;
export type ReportState = Report['state'];

/** The report of a section that has not answered yet. */
export function emptyReport(round: RoundId, section: SectionId): Report {
  return {
    round,
    section,
    state: 'open',
    lines: [],
    receivedVia: null,
    submitted: null,
    confirmed: null,
    accepted: null,
    returned: null,
    approval: null,
    version: 0,
  };
}

/** Whether a report is «速報»: no formal approval has been recorded. */
export function isPreliminary({ approval }: Pick<Report, 'approval'>): boolean {
  return approval === null;
}

/** Whether the section has answered: handed in, and not sent back since. */
export function isAnswered({ state }: Pick<Report, 'state'>): boolean {
  return state !== 'open' && state !== 'returned';
}
