import type { SectionId } from '../../plan/section.ts';
import { type Day, dayOf } from '../day.ts';
import { type Adjustment, type CalendarWarning, type OpenDays, warningOf } from '../open-days.ts';
import { may } from '../permissions.ts';
import type { UserId } from '../person.ts';
import { type RoundProgress, roundProgress, type SectionProgress } from '../progress.ts';
import { type Ladder, ladderOf } from '../reminders.ts';
import { deadline, type Round, type RoundId } from '../round.ts';
import { type RoundScope, roundScope } from '../scope.ts';
import type { DeskParts, Refusal } from './parts.ts';
import { actorFor } from './who.ts';

/** A round with where everybody stands in it. */
export interface Board extends Ladder {
  round: Round;
  /** After the closed-day rule. */
  due: Day;
  /** How the due date came to be that day. */
  adjustment: Adjustment;
  /** What is not certain about its days. */
  warning: CalendarWarning | null;
  scope: RoundScope;
  progress: RoundProgress;
}

/** What a board is drawn from. */
interface BoardParts extends OpenDays, Pick<DeskParts, 'catalog' | 'now'> {
  store: Pick<DeskParts['store'], 'roster' | 'reports' | 'drafts'>;
}

/** Where everybody stands in a round; asks for no permission. */
export async function boardOf(parts: BoardParts, round: Round): Promise<Board> {
  const { store, catalog, now, adjust } = parts;
  const [roster, reports, drafts] = await Promise.all([
    store.roster(),
    store.reports(round.id),
    store.drafts(round.id),
  ]);
  const scope = roundScope({ round, catalog, roster, today: dayOf(now()) });
  const adjustment = adjust(round.due, round.closedDays);
  const due = adjustment.day;
  const ladder = ladderOf(round, due, parts);
  const lateFrom = deadline(ladder.graceEnds);
  const progress = roundProgress({ scope, reports, drafts, lateFrom, now: now() });
  const warning = warningOf([due, ...ladder.reminders.map(({ day }) => day)], dayOf(now()), parts);
  return { round, due, adjustment, warning, ...ladder, scope, progress };
}

/** The board of a round, for coordinators. */
export async function openBoard(
  parts: DeskParts,
  user: UserId,
  id: RoundId,
): Promise<{ ok: true; board: Board } | Refusal> {
  const permission = may(await actorFor(parts, user), 'read-board', null);
  if (!permission.ok) return permission;
  const round = await parts.store.round(id);
  return round ? { ok: true, board: await boardOf(parts, round) } : { ok: false, code: 'gone' };
}

/** All rounds with their boards, the newest first, for coordinators. */
export async function openBoards(
  parts: DeskParts,
  user: UserId,
): Promise<{ ok: true; boards: readonly Board[] } | Refusal> {
  const permission = may(await actorFor(parts, user), 'read-board', null);
  if (!permission.ok) return permission;
  const rounds = await parts.store.rounds();
  return { ok: true, boards: await Promise.all(rounds.map((round) => boardOf(parts, round))) };
}

/** What one section has to do with an open round. */
export interface Duty {
  round: Round;
  due: Day;
  section: SectionId;
  progress: SectionProgress;
  /** How many KPIs it is asked for. */
  kpis: number;
}

/** What somebody's sections are asked in open rounds, the most urgent first. */
export async function duties(parts: DeskParts, user: UserId): Promise<{ ok: true; duties: readonly Duty[] } | Refusal> {
  const actor = await actorFor(parts, user);
  if (!actor) return { ok: false, code: 'outsider', whoCan: ['staff', 'deputy', 'head'] };
  const open = (await parts.store.rounds()).filter(({ state }) => state === 'open');
  const boards = await Promise.all(open.map((round) => boardOf(parts, round)));
  const all = boards.flatMap(({ round, due, scope, progress }) =>
    progress.sections
      .filter(({ section }) => actor.offices.has(section))
      .map(
        (one): Duty => ({
          round,
          due,
          section: one.section,
          progress: one,
          kpis: scope.sections.find(({ section }) => section === one.section)?.kpis.length ?? 0,
        }),
      ),
  );
  return { ok: true, duties: all.toSorted((one, other) => (one.due < other.due ? -1 : 1)) };
}
