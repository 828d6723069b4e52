import { addDays, type Day, dayOf, type Moment, momentAt, weekday } from '../../report/day.ts';
import type { Adjustment } from '../../report/open-days.ts';
import type { Calendar } from '../calendar.ts';
import { morningOf } from '../office-hours.ts';
import type { Digest, DigestSettings } from './digest.ts';

/** The Monday of the week a day is in. */
export function mondayOf(on: Day): Day {
  return addDays(on, 1 - weekday(on));
}

/** When the digest of a week is previewed and goes, and why on that day. */
export interface DigestPlan {
  /** Its Monday. */
  week: Day;
  /** From the Monday to the open day on which it goes. */
  adjustment: Adjustment;
  /** 09:00 of that day. */
  issues: Moment;
  /** 09:00 of the open day before. */
  previews: Moment;
}

/** Null for a week that has no open day, as around the turn of a year: then there is none. */
export function planOf(week: Day, calendar: Calendar): DigestPlan | null {
  const adjustment = calendar.adjust(week, 'next');
  if (mondayOf(adjustment.day) !== week) return null;
  return {
    week,
    adjustment,
    issues: morningOf(adjustment.day),
    previews: morningOf(calendar.addOpenDays(adjustment.day, -1)),
  };
}

/** The first digest of the weeks from a Monday on. */
export function planFrom(week: Day, calendar: Calendar): DigestPlan {
  for (let monday = week; ; monday = addDays(monday, 7)) {
    const plan = planOf(monday, calendar);
    if (plan) return plan;
  }
}

/** Whether it is too late for a digest: the next one is about to be previewed, and its own day is past. */
function hasLapsed({ week, adjustment }: DigestPlan, now: Moment, calendar: Calendar): boolean {
  return dayOf(now) > adjustment.day && now >= planFrom(addDays(week, 7), calendar).previews;
}

interface Circumstances {
  now: Moment;
  digests: readonly Digest[];
  calendar: Calendar;
  settings: Pick<DigestSettings, 'since'>;
}

/**
 * The digest that comes next: of this week while it has not gone and may still go, else of the first week after it that has
 * not gone yet. One that is skipped stays the next one until its time is over, so that skipping can be undone. One whose time
 * came before digests were set up is none, so that nothing goes the moment somebody sets them up.
 */
export function nextPlan({ now, digests, calendar, settings }: Circumstances): DigestPlan {
  const since = settings.since ?? now;
  const isOut = ({ week }: DigestPlan): boolean =>
    digests.some((digest) => digest.week === week && digest.state === 'issued');
  for (let week = mondayOf(dayOf(now)); ; ) {
    const plan = planFrom(week, calendar);
    if (!isOut(plan) && !hasLapsed(plan, now, calendar) && plan.issues >= since) return plan;
    week = addDays(plan.week, 7);
  }
}

/** The one that went out last, whichever week it is for. */
export function lastIssued(digests: readonly Digest[]): Digest | null {
  const out = digests.filter(({ issuedAt }) => issuedAt !== null);
  return out.toSorted((one, other) => ((one.issuedAt ?? '') < (other.issuedAt ?? '') ? 1 : -1)).at(0) ?? null;
}

/** When the time that a digest tells of begins: with the last one, or seven days ago. */
export function beginningOf(until: Moment, digests: readonly Digest[]): Moment {
  return lastIssued(digests)?.issuedAt ?? momentAt(addDays(dayOf(until), -7), 0);
}
