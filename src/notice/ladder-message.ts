import { z } from 'zod';
import { sectionIdSchema } from '../plan/section.ts';
import type { Moment } from '../report/day.ts';
import { roundIdSchema } from '../report/round.ts';
import { aboutOf } from './about.ts';
import { contentSchema } from './content.ts';
import type { Notice } from './notice.ts';

/** A notice by which the ladder tells somebody. */
export type LadderNotice = Extract<Notice, { kind: 'reminder' | 'again' | 'escalation' }>;

export function isOfLadder(notice: Notice): notice is LadderNotice {
  return notice.kind === 'reminder' || notice.kind === 'again' || notice.kind === 'escalation';
}

/** Which answers a message was about; null where nobody knows any more: then it counts for everything its reader was to be told. */
export const toldAboutSchema = z
  .array(z.strictObject({ round: roundIdSchema, section: sectionIdSchema }))
  .readonly()
  .nullable();
export type ToldAbout = z.infer<typeof toldAboutSchema>;

/** A notice of the ladder that went out. What it was and what it was about never changes, however its message is edited. */
export interface LadderMessage {
  notice: LadderNotice;
  sentAt: Moment;
  about: ToldAbout;
}

/** Which answers a message is about, by what it shows. */
export function toldAbout(shown: unknown): ToldAbout {
  const content = contentSchema.safeParse(shown);
  return content.success ? aboutOf(content.data).map(({ round, section }) => ({ round, section })) : null;
}
