import { addDays, type Day } from './day.ts';
import type { Adjustment, OpenDays } from './open-days.ts';
import type { Round } from './round.ts';

/** The usual ladder: open days before (negative) and after the due date on which the sections are reminded. */
export const usualLadder: readonly number[] = [-10, -5, -1, 0, 1, 3];

/** Open days after the due date from which the coordinators are told of the sections that are still late. */
export const escalationStep = 3;

/** Calendar days, at least, from one reminder to the next once the steps are over. */
const weekly = 7;

/** A day on which those who still owe their answer are reminded, and how it came to be that day. */
export interface ReminderDay {
  /** Open days from the due date; those of the grace count like others. */
  step: number;
  /** Whether it is one of those that follow week by week once the steps are over. */
  weekly: boolean;
  day: Day;
  /** The closed days passed over on the way: from the due date, or, for a weekly one, from the seventh day after the last. */
  passed: Adjustment['passed'];
  /** It lies before the round opens, so nothing is sent on it. */
  tooEarly: boolean;
}

/** When those who owe are reminded, and from when they are late. */
export interface Ladder {
  /** The steps, the earliest first; week by week it goes on after them, see `remindersUntil`. */
  reminders: readonly ReminderDay[];
  /** The last day on which nobody is called late: the due date, or the end of the grace after it. */
  graceEnds: Day;
  /** From this day on the coordinators are told who is late. */
  escalation: ReminderDay;
}

/** The ladder of a round that is due on a day, after the closed-day rule. The grace puts off every step after the due date. */
export function ladderOf(
  { ladder, grace, opens }: Pick<Round, 'ladder' | 'grace' | 'opens'>,
  due: Day,
  { walkOpenDays }: Pick<OpenDays, 'walkOpenDays'>,
): Ladder {
  const reminderAt = (nominal: number): ReminderDay => {
    const step = nominal > 0 ? nominal + grace : nominal;
    const { day, passed } = walkOpenDays(due, step);
    return { step, weekly: false, day, passed, tooEarly: day < opens };
  };
  const steps = [...new Set(ladder ?? usualLadder)].toSorted((one, other) => one - other);
  return {
    reminders: steps.map(reminderAt),
    graceEnds: walkOpenDays(due, grace).day,
    escalation: reminderAt(escalationStep),
  };
}

/** A ladder with the round it is of, as a board has them. */
interface Standing extends Pick<Ladder, 'reminders' | 'graceEnds'> {
  round: Pick<Round, 'opens'>;
  due: Day;
}

/**
 * Every reminder up to a day, the weekly ones among them, the earliest first. Those begin a week after the last step, or after
 * the end of the grace where no step comes after that.
 */
export function remindersUntil(
  { round, due, reminders, graceEnds }: Standing,
  until: Day,
  { adjust, openDaysBetween }: Pick<OpenDays, 'adjust' | 'openDaysBetween'>,
): ReminderDay[] {
  const all = reminders.filter(({ day }) => day <= until);
  const lastStep = reminders.at(-1)?.day ?? graceEnds;
  let last = lastStep > graceEnds ? lastStep : graceEnds;
  let step = openDaysBetween(due, last);
  for (;;) {
    const { day, passed } = adjust(addDays(last, weekly), 'next');
    if (day > until) return all;
    step += openDaysBetween(last, day);
    all.push({ step, weekly: true, day, passed, tooEarly: day < round.opens });
    last = day;
  }
}
