import type { Head } from '../../notice/digest/content.ts';
import { together } from '../../notice/digest/coverage.ts';
import type { LineFacts } from '../../notice/digest/facts.ts';
import { shownLength } from '../../notice/digest/thread.ts';
import { dayOf } from '../../report/day.ts';
import type { Reported } from '../../report/report.ts';
import type { Messages } from '../../wording/messages.ts';
import type { ViewContext } from '../context.ts';
import { valueText } from '../describe.ts';
import { dayText } from '../desk/day-words.ts';
import { figureText } from '../desk/report-text.ts';
import { shorten } from '../limits.ts';

/** Short phrases of digests. Plain text, to be escaped where they are put into a message. */

/** «350 件», or that it was not measured. */
export function reportedText(reported: Reported, unit: string | null, context: ViewContext): string {
  return reported.kind === 'value'
    ? shorten(figureText(reported.value, unit, context), shownLength.name)
    : context.wording.plain('digest.not_measured', {});
}

/** The target with its unit; null where the plan prints none. */
export function targetOf({ target, unit }: LineFacts, context: ViewContext): string | null {
  const printed = target === null ? null : { value: null, asOf: null, text: target };
  return printed && shorten(valueText(printed, unit, context), shownLength.name);
}

/** Why a figure is what it is, on one line: the note of a missed one, or the reason for not measuring. */
export function whyOf({ reported, state, note }: LineFacts): string | null {
  const why = reported.kind === 'not-measured' ? reported.reason : state === 'missed' ? note : null;
  return why && shorten(why.replace(/\s+/gu, ' '), shownLength.note);
}

/** The days that a digest tells of. */
export function periodOf({ from, until }: Pick<Head, 'from' | 'until'>, context: ViewContext) {
  return { from: dayText(dayOf(from), context), until: dayText(dayOf(until), context) };
}

/** What the sentence at the top says: how things stand, and what happened. */
export function headlineOf({ rounds, answered, approved }: Head): Messages['digest.headline'] {
  const { sections } = together(rounds);
  const { asked, answered: all } = sections;
  return { rounds: rounds.length, asked, answered: all, week: answered, approved };
}
