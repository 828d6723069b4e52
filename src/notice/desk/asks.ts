import type { SectionId } from '../../plan/section.ts';
import type { Actor } from '../../report/actor.ts';
import { dayOf } from '../../report/day.ts';
import { type Board, boardOf } from '../../report/desk/board.ts';
import type { Refusal } from '../../report/desk/parts.ts';
import { type ExclusionRequest, isPending } from '../../report/exclusion-request.ts';
import type { Handover } from '../../report/handover.ts';
import { owes, type SectionProgress } from '../../report/progress.ts';
import type { RoundId, RoundState } from '../../report/round.ts';
import type { AskedSection } from '../../report/scope.ts';
import { type Addressee, addresseesBy } from '../recipients.ts';
import type { NoticeDeskParts } from './parts.ts';

/** What one section is asked in one open round, and what was agreed about it. */
export interface Ask {
  board: Board;
  asked: AskedSection;
  progress: SectionProgress;
  /** Whoever was told of it may have handed it over. */
  handovers: readonly Handover[];
  request: ExclusionRequest | null;
}

/** Which section in which round somebody acts on. */
export interface AskAt {
  round: RoundId;
  section: SectionId;
}

/** Every section of every open round, in the order of the rounds. */
export async function openAsks({ report }: NoticeDeskParts): Promise<Ask[]> {
  const { store } = report;
  const [rounds, handovers, requests] = await Promise.all([
    store.rounds(),
    store.handovers(),
    store.exclusionRequests(),
  ]);
  const open = rounds.filter(({ state }) => state === 'open');
  const boards = await Promise.all(open.map((round) => boardOf(report, round)));
  return boards.flatMap((board) =>
    board.scope.sections.flatMap((asked): Ask[] => {
      const progress = board.progress.sections.find(({ section }) => section === asked.section);
      if (!progress) return [];
      const here = ({ round, section }: AskAt): boolean => round === board.round.id && section === asked.section;
      return [{ board, asked, progress, handovers: handovers.filter(here), request: requests.find(here) ?? null }];
    }),
  );
}

/** Whether a section's request to be left out waits for the coordinators. */
export function isAsking({ request, board }: Pick<Ask, 'request' | 'board'>): boolean {
  return request !== null && isPending(request, board.round.exclusions);
}

/** Whether it is for somebody to answer: one of their sections, or one for which nobody but the coordinators can be asked. */
export function concerns({ offices, coordinator }: Actor, { asked }: Pick<Ask, 'asked'>): boolean {
  return offices.has(asked.section) || (coordinator && asked.askCoordinators);
}

/** What somebody still has to answer, the most urgent first. */
export function owedBy(actor: Actor, asks: readonly Ask[]): Ask[] {
  return asks
    .filter((ask) => owes(ask.progress.stage) && concerns(actor, ask))
    .toSorted((one, other) => (one.board.due < other.board.due ? -1 : 1));
}

/** Why there is nothing to be done about what somebody clicked on: it has gone on since. */
export type Overtaken =
  | Refusal
  | { ok: false; code: 'round-not-open'; state: RoundState }
  /** The section has answered. */
  | { ok: false; code: 'not-owed'; progress: SectionProgress };

/** What a section owes in a round as things stand. */
export async function findOwed(
  parts: NoticeDeskParts,
  { round: id, section }: AskAt,
): Promise<{ ok: true; ask: Ask } | Exclude<Overtaken, { code: 'outsider' | 'other-section' | 'other-role' }>> {
  const round = await parts.report.store.round(id);
  if (!round) return { ok: false, code: 'gone' };
  if (round.state !== 'open') return { ok: false, code: 'round-not-open', state: round.state };
  const ask = (await openAsks(parts)).find((one) => one.board.round.id === id && one.asked.section === section);
  if (!ask) return { ok: false, code: 'gone' };
  return owes(ask.progress.stage) ? { ok: true, ask } : { ok: false, code: 'not-owed', progress: ask.progress };
}

/** To whom each ask comes today. */
export async function addressing({ report, notices }: NoticeDeskParts): Promise<(ask: Ask) => Addressee[]> {
  const today = dayOf(report.now());
  const [absences, handovers] = await Promise.all([notices.absences(today), report.store.handovers()]);
  const find = addresseesBy({ absences, handovers, today, coordinators: [...report.coordinators] });
  return ({ board, asked }) => find(board.round.id, asked);
}
