import { type Day, dayOf, type Moment } from '../report/day.ts';
import { entriesOn } from '../report/roster.ts';
import type { Circumstances, Told } from './circumstances.ts';
import { compose } from './compose.ts';
import type { Content } from './content.ts';
import { due } from './due.ts';
import { isOfLadder, toldAbout } from './ladder-message.ts';
import { keyOf, type NoticeKey } from './notice.ts';
import { morningOf, nextOfficeMoment } from './office-hours.ts';
import type { Placed } from './outbox.ts';
import { toldBy } from './told.ts';

/** A notice that is to come, and what it would say. */
export interface PlannedNotice extends Placed {
  key: NoticeKey;
  day: Day;
  content: Content;
}

/** When something may become due, up to the end of a day: now or the next morning, every morning after that, and when a snooze ends. */
function moments({ now, calendar, snoozes }: Circumstances, until: Day): Moment[] {
  const first = nextOfficeMoment(now, calendar);
  const found = new Set([first]);
  for (let on = calendar.addOpenDays(dayOf(first), 1); on <= until; on = calendar.addOpenDays(on, 1))
    found.add(morningOf(on));
  for (const { until: end } of snoozes) if (end > first) found.add(nextOfficeMoment(end, calendar));
  return [...found].filter((at) => dayOf(at) <= until).toSorted();
}

/**
 * What would go out on every open day up to a day if nobody reported or changed anything, in the order of sending; by the
 * rules that will send it, with the roster of each day.
 */
export function plannedNotices(circumstances: Circumstances, until: Day): PlannedNotice[] {
  const told: Told[] = [...circumstances.told];
  const planned: PlannedNotice[] = [];
  for (const now of moments(circumstances, until)) {
    const today = dayOf(now);
    const inForce = entriesOn(circumstances.roster, today);
    const boards = circumstances.boards.map((board) => ({
      ...board,
      scope: {
        ...board.scope,
        sections: board.scope.sections.map((asked) => ({
          ...asked,
          entry: inForce.get(asked.section) ?? null,
        })),
      },
    }));
    const then: Circumstances = { ...circumstances, now, today, boards, told: [...told] };
    for (const placed of due(then)) {
      const content = compose(placed.notice, then);
      if (!content) continue;
      planned.push({ ...placed, key: keyOf(placed.notice), day: today, content });
      const { notice } = placed;
      if (isOfLadder(notice))
        told.push(toldBy({ notice, sentAt: now, about: toldAbout(content) }, circumstances.calendar));
    }
  }
  return planned;
}
