import type { Day } from './day.ts';
import type { OpenDays } from './open-days.ts';
import type { Round } from './round.ts';

/** The usual ladder: open days before (negative) and after the due date on which the sections are reminded. */
export const usualLadder: readonly number[] = [-10, -5, -1, 0, 1, 3];

/** A day on which those who still owe their answer are reminded. */
export interface ReminderDay {
  /** Open days from the due date. */
  step: number;
  day: Day;
  /** It lies before the round opens, so nothing is sent on it. */
  tooEarly: boolean;
}

/** The reminders of a round that is due on a day, after the closed-day rule. */
export function reminderDays(
  { ladder, opens }: Pick<Round, 'ladder' | 'opens'>,
  due: Day,
  addOpenDays: OpenDays['addOpenDays'],
): ReminderDay[] {
  return (ladder ?? usualLadder)
    .toSorted((one, other) => one - other)
    .map((step) => {
      const on = addOpenDays(due, step);
      return { step, day: on, tooEarly: on < opens };
    });
}
