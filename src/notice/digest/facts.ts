import { z } from 'zod';
import { kpiIdSchema } from '../../plan/kpi.ts';
import { sectionIdSchema } from '../../plan/section.ts';
import { daySchema, momentSchema } from '../../report/day.ts';
import { reportedSchema } from '../../report/report.ts';
import { channelIdSchema } from '../../report/roster.ts';
import { roundIdSchema } from '../../report/round.ts';

const count = z.int().min(0);

/** How many are asked, and how far they are. What is answered is either 速報 or 決裁済, never both. */
const tallySchema = z.strictObject({
  asked: count,
  /** 回答済: handed in, and not sent back. */
  answered: count,
  /** 速報: answered, without a formal approval on record. */
  preliminary: count,
  /** 決裁済: answered, with one. */
  approved: count,
  /** 遅れ: owed after the due date; of KPIs those of late sections. */
  late: count,
});
export type Tally = z.infer<typeof tallySchema>;

/** A round that is open, or was until this week. KPIs count once for each section that is asked for them. */
export const roundFactsSchema = z.strictObject({
  round: roundIdSchema,
  title: z.string(),
  state: z.enum(['open', 'paused', 'closed']),
  /** After the closed-day rule. */
  due: daySchema,
  sections: tallySchema,
  kpis: z.strictObject({ ...tallySchema.shape, notMeasured: count }),
});
export type RoundFacts = z.infer<typeof roundFactsSchema>;

/** What can need attention, the most pressing first; `attention.ts` says when something does. */
export const attentionKinds = ['late', 'returned', 'unstaffed', 'due-soon', 'unexplained', 'undecided'] as const;
export type AttentionKind = (typeof attentionKinds)[number];

const attentionSchema = z.strictObject({
  kind: z.enum(attentionKinds),
  round: roundIdSchema,
  title: z.string(),
  due: daySchema,
  /** The first few of them, in the order of the scope. */
  sections: z.array(sectionIdSchema).min(1),
  /** All of them. */
  count: z.int().min(1),
});
export type Attention = z.infer<typeof attentionSchema>;

/** One figure, or 未測定, as a section reported it in the week. Names stand as they were then. */
export const lineFactsSchema = z.strictObject({
  round: roundIdSchema,
  section: sectionIdSchema,
  kpi: kpiIdSchema,
  /** The plan's category or goal; empty for none. */
  area: z.string(),
  name: z.string(),
  unit: z.string().nullable(),
  /** As printed; null for none. */
  target: z.string().nullable(),
  reported: reportedSchema,
  /** 訂正: what had been said before; null where it is new. */
  before: reportedSchema.nullable(),
  state: z.enum(['met', 'missed', 'not-measured', 'no-actual', 'no-target', 'not-comparable']),
  preliminary: z.boolean(),
  note: z.string().nullable(),
});
export type LineFacts = z.infer<typeof lineFactsSchema>;

/** A date of the next two weeks. A reminder goes to those who still owe their answer then. */
export const aheadSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('due'), on: daySchema, title: z.string() }),
  z.strictObject({ kind: z.literal('reminder'), on: daySchema, title: z.string(), step: z.int() }),
  z.strictObject({ kind: z.literal('digest'), on: daySchema }),
]);
export type Ahead = z.infer<typeof aheadSchema>;

/** What was corrected after the digest was out, found at one time; `before` is what had been told. */
export const correctionSchema = z.strictObject({
  /** From 1. */
  number: z.int().min(1),
  at: momentSchema,
  changes: z.array(lineFactsSchema).min(1),
});
export type Correction = z.infer<typeof correctionSchema>;

/** What a digest tells. Frozen when it is issued: several channels and a thread that is half posted still tell the same. */
export const digestFactsSchema = z.strictObject({
  from: momentSchema,
  until: momentSchema,
  /** Where it goes, as it was set when it was issued. */
  channels: z.array(channelIdSchema),
  rounds: z.array(roundFactsSchema),
  /** Sections that answered in the week, once for each round. */
  answered: count,
  /** Those whose report was approved in it. */
  approved: count,
  /** The most pressing ones. */
  attention: z.array(attentionSchema),
  /** How many more there are. */
  moreAttention: count,
  lines: z.array(lineFactsSchema),
  ahead: z.array(aheadSchema),
  /** Added after the issue, oldest first; nothing else of the facts ever changes. */
  corrections: z.array(correctionSchema),
});
export type DigestFacts = z.infer<typeof digestFactsSchema>;

/** Nothing is asked, and nothing happened: the digest is one line. */
export function isQuiet({ rounds }: Pick<DigestFacts, 'rounds'>): boolean {
  return rounds.length === 0;
}
