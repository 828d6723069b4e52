import { z } from 'zod';
import { daySchema, type Moment } from '../report/day.ts';
import { userIdSchema } from '../report/person.ts';
import { type Report, reportSchema } from '../report/report.ts';
import { newsPurposes, type ReportNews } from '../report/report-notices.ts';
import type { Placed } from './outbox.ts';

/** What somebody is told once a report has moved, and what has become of it since. */
export const newsSchema = z.strictObject({
  kind: z.literal('news'),
  to: userIdSchema,
  purpose: z.enum(newsPurposes),
  /** The round's. */
  title: z.string(),
  /** After the closed-day rule, as it was told. */
  due: daySchema,
  /** As it was told; with the formal approval that has been recorded since, which moves it nowhere. */
  report: reportSchema,
  state: z.discriminatedUnion('kind', [
    /** It stands where the message says: the reader may do what the message asks for. */
    z.strictObject({ kind: z.literal('current') }),
    /** Somebody has decided, or handed in anew; `report` is the newest. */
    z.strictObject({ kind: z.literal('moved'), report: reportSchema }),
    /** The round is closed, or asks the section no more: nothing can be done about it. */
    z.strictObject({ kind: z.literal('over') }),
  ]),
});
export type News = z.infer<typeof newsSchema>;

/** The notices by which people hear of a report as it has just been stored. */
export function newsOf(
  { round, section, version }: Pick<Report, 'round' | 'section' | 'version'>,
  at: Moment,
  news: readonly ReportNews[],
): Placed[] {
  return news.map(({ to, purpose }) => ({
    notice: { kind: 'news', to, round, section, version, purpose },
    notBefore: at,
    inThreadOf: null,
  }));
}
