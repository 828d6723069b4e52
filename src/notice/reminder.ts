import { z } from 'zod';
import { kpiIdSchema } from '../plan/kpi.ts';
import { sectionIdSchema } from '../plan/section.ts';
import { daySchema, momentSchema } from '../report/day.ts';
import { personSchema, userIdSchema } from '../report/person.ts';
import { roundIdSchema } from '../report/round.ts';
import { recipientSchema } from './recipient.ts';

/** How far something asked for has come. */
const dueStateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('owed'), begun: z.boolean() }),
  z.strictObject({ kind: z.literal('returned'), by: personSchema, at: momentSchema, reason: z.string() }),
  /** 提出済 ✓: handed in, and how far it has come since. */
  z.strictObject({
    kind: z.literal('done'),
    stage: z.enum(['submitted', 'confirmed', 'accepted']),
    by: personSchema,
    at: momentSchema,
  }),
  /** Nobody asks for it any more: the round is closed, or leaves the section out. */
  z.strictObject({ kind: z.literal('lifted'), why: z.enum(['closed', 'excluded']) }),
  /** Somebody else has taken it over. */
  z.strictObject({ kind: z.literal('handed-over'), to: userIdSchema }),
]);
export type DueState = z.infer<typeof dueStateSchema>;

/** One KPI that is asked for, and the last figure known: as it was accepted, or as the plan prints it; null for none. */
const dueKpiSchema = z.strictObject({
  kpi: kpiIdSchema,
  last: z.strictObject({ text: z.string(), measuredOn: daySchema.nullable() }).nullable(),
});

/** What one section owes in one round. */
const dueItemSchema = z.strictObject({
  round: roundIdSchema,
  title: z.string(),
  section: sectionIdSchema,
  /** After the closed-day rule. */
  due: daySchema,
  /** Open days from the day of the message to the due date; 0 on the day itself, negative when it is past. */
  left: z.int(),
  /** 遅れ: the due date is past, and with it any grace. */
  late: z.boolean(),
  /** The step of the ladder that stands behind it, in open days from the due date; null where it is only told along with others. */
  step: z.int().nullable(),
  kpis: z.array(dueKpiSchema),
  /** How long it will take, for all KPIs. */
  minutes: z.int(),
  /** The version of the report, which buttons carry. */
  version: z.int().min(0),
  state: dueStateSchema,
  /** The section has asked to be left out, and no coordinator has decided yet. */
  exclusionAsked: z.boolean(),
});
export type DueItem = z.infer<typeof dueItemSchema>;

/** 督促: what one person, or the channel of a section, is told on a day. The most urgent comes first. */
export const reminderSchema = z.strictObject({
  kind: z.literal('reminder'),
  to: recipientSchema,
  on: daySchema,
  items: z.array(dueItemSchema).min(1),
  /** Those who are meant by a message in a channel; empty in direct messages. */
  people: z.array(userIdSchema),
  /** For whom the reader stands in while they are away; null for nobody. */
  standsInFor: userIdSchema.nullable(),
  /** It comes once more because its reader asked for that. */
  again: z.boolean(),
  /** It will come once more then; null where nobody asked for that. */
  snoozedUntil: momentSchema.nullable(),
});
export type Reminder = z.infer<typeof reminderSchema>;
