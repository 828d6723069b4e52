import { addDays, type Day } from '../../report/day.ts';
import type { Board } from '../../report/desk/board.ts';
import type { Ahead } from './facts.ts';

/** How far a digest looks ahead. */
const aheadDays = 14;

/** The dates of the next two weeks in order: due dates, reminders, the next digest. A paused round reminds nobody. */
export function datesAhead(boards: readonly Board[], on: Day, nextDigest: Day): Ahead[] {
  const open = boards.filter(({ round }) => round.state === 'open');
  const dates = open.flatMap(({ round: { title, paused }, due, reminders }): Ahead[] => [
    { kind: 'due', on: due, title },
    ...reminders
      // On the due date itself the due date says it.
      .filter(({ step, tooEarly }) => step !== 0 && !tooEarly && !paused)
      .map(({ step, day }): Ahead => ({ kind: 'reminder', on: day, title, step })),
  ]);
  return [...dates, { kind: 'digest' as const, on: nextDigest }]
    .filter((date) => date.on >= on && date.on <= addDays(on, aheadDays))
    .toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)));
}
