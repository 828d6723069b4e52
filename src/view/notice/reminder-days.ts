import type { ReminderDay } from '../../report/reminders.ts';
import type { ViewContext } from '../context.ts';
import { dayText } from '../desk/day-words.ts';

/** Closed days that are named; a run of office closures may be longer. */
const mostNamed = 6;

/** «数えない日: 土日、4月29日（水）昭和の日»: the closed days on the way to a reminder; null where there are none. */
function skippedText({ passed }: Pick<ReminderDay, 'passed'>, context: ViewContext): string | null {
  const { wording } = context;
  if (passed.length === 0) return null;
  const isWeekend = ({ reason: { code } }: (typeof passed)[number]): boolean =>
    code === 'saturday' || code === 'sunday';
  const others = passed
    .filter((closed) => !isWeekend(closed))
    .toSorted((one, other) => (one.day < other.day ? -1 : 1))
    .map(({ day, reason }) =>
      wording.plain('deadlines.closed', {
        day: dayText(day, context),
        reason: wording.plain('round.closed_reason', {
          code: reason.code,
          name: 'name' in reason ? reason.name : '',
        }),
      }),
    );
  const shown = others.length > mostNamed ? [...others.slice(0, mostNamed), '…'] : others;
  return wording.plain('deadlines.skipped', { weekend: passed.some(isWeekend), others: shown });
}

/** A day of the ladder in words: the day, the step, and how it came about. */
export function reminderWords(reminder: ReminderDay, context: ViewContext) {
  return {
    day: dayText(reminder.day, context),
    step: context.wording.plain('round.step', { step: reminder.step }),
    weekly: reminder.weekly,
    derivation: reminder.weekly ? null : skippedText(reminder, context),
  };
}
