import { createCalendar } from '../../../src/notice/calendar.ts';
import type { Circumstances, Told } from '../../../src/notice/circumstances.ts';
import type { makeFacts } from '../../../src/notice/digest/make-facts.ts';
import { mondayOf, planFrom } from '../../../src/notice/digest/week.ts';
import { dayOf, type Moment, moment } from '../../../src/report/day.ts';
import { type Board, boardOf } from '../../../src/report/desk/board.ts';
import { circumstances } from '../../support/circumstances.ts';
import type { Office } from './office.ts';

/** A reminder is due: five open days before the rounds of an office are due. */
export const remindedAt: Moment = moment('2026-05-22T00:00:00Z');
/** When everybody was told of everything before. */
const toldAt = moment('2026-05-15T00:00:00Z');

const calendar = createCalendar([]);

/** Where everybody stands in all rounds of an office, drawn from what is stored. */
export function boardsOf({ catalog, roster, reports, rounds }: Office, now: Moment): Promise<Board[]> {
  const store = {
    roster: async () => [...roster],
    reports: async (id: Board['round']['id']) => [...(reports.get(id) ?? [])],
    drafts: async () => [],
  };
  return Promise.all(rounds.map((round) => boardOf({ ...calendar, catalog, store, now: () => now }, round)));
}

/** What everybody of an office was told of by the step before. */
export function toldBefore({ roster, rounds }: Office): Told[] {
  return roster.flatMap(({ section, head, deputies, staff }) => {
    const about = rounds.map(({ id }) => ({ round: id, section }));
    return [...(head ? [head] : []), ...deputies, ...staff].map(
      (to): Told => ({ kind: 'reminder', to, at: toldAt, about }),
    );
  });
}

/** How things stand in an office, by its boards. */
export function standingAt(
  now: Moment,
  boards: readonly Board[],
  { roster }: Office,
  told: readonly Told[],
): Circumstances {
  return circumstances({ now, calendar, rounds: [], boards, roster, told });
}

/** What a digest is made from where everything that was ever answered is new in it. */
export function digestSources(boards: readonly Board[]): Parameters<typeof makeFacts>[0] {
  const week = planFrom(mondayOf(dayOf(remindedAt)), calendar);
  return {
    rounds: boards.map((board) => ({
      board,
      before: new Map(board.progress.sections.flatMap(({ section, report }) => (report ? [[section, null]] : []))),
    })),
    requests: [],
    channels: [],
    plan: week,
    calendar,
    from: toldAt,
    until: remindedAt,
  };
}
