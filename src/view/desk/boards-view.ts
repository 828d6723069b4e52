import { longEraYear } from '../../plan/fiscal-year.ts';
import type { Day } from '../../report/day.ts';
import type { Board } from '../../report/desk/board.ts';
import { actionIds, numbered } from '../action-ids.ts';
import { actions, button, type Part, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { planName } from '../describe.ts';
import type { View } from '../lay-out.ts';
import { sentence } from '../sentence.ts';
import { encode } from '../values.ts';
import { boardView } from './board-view.ts';
import { countsText, dayText, leftText, roundStateText } from './day-words.ts';

/** Rounds a page shows. */
const pageLength = 10;

/** One round in a list, with the button that opens its board. */
export function boardRow(board: Board, index: number, today: Day, context: ViewContext): Part[] {
  const { wording, catalog } = context;
  const { round, due, progress } = board;
  const text = wording.mrkdwn('round.row', {
    title: round.title,
    state: roundStateText(round, context),
    plan: planName(catalog.plan(round.plan), context),
    year: longEraYear(round.year),
    due: dayText(due, context, { withYear: true }),
    left: leftText(board, today, context),
    counts: countsText(progress, context),
  });
  return section(
    text,
    button({
      id: numbered(actionIds.board, index),
      text: wording.plain('round.button', { button: 'open' }),
      label: round.title,
      value: encode({ round: round.id, stage: null, from: 0 }),
    }),
  );
}

interface Shown {
  boards: readonly Board[];
  today: Day;
  /** The first round of the page. */
  from?: number;
}

/** All rounds, the newest first. Words choose by title: the one that holds them is opened, several are offered. */
export function boardsView({ boards, today, from = 0 }: Shown, words: string, context: ViewContext): View {
  const { wording } = context;
  const wanted = words.split(/\s+/u).filter((word) => word !== '');
  const fitting = boards.filter(({ round }) => wanted.every((word) => round.title.includes(word)));
  const [only] = fitting;
  if (wanted.length > 0 && only && fitting.length === 1) return boardView({ board: only, today }, context);
  const list = fitting.length > 0 ? fitting : boards;
  const turn = (id: 'new' | 'next' | 'previous', to: number) =>
    button({
      id: id === 'new' ? actionIds.roundNew : numbered(actionIds.boards, id === 'next' ? 1 : 0),
      text: wording.plain('round.button', { button: id }),
      value: encode({ words, from: to }),
      primary: id === 'new',
    });
  const head = (): View => {
    if (boards.length === 0) return sentence('round.none', {}, context);
    if (wanted.length === 0) return sentence('round.list', { count: boards.length }, context);
    if (fitting.length === 0) return sentence('round.not_found', { words }, context);
    return sentence('round.choose', { words, count: fitting.length }, context);
  };
  const { text, parts } = head();
  return {
    text,
    parts: [
      ...parts,
      ...actions([
        turn('new', 0),
        ...(from > 0 ? [turn('previous', Math.max(0, from - pageLength))] : []),
        ...(list.length > from + pageLength ? [turn('next', from + pageLength)] : []),
      ]),
      ...list.slice(from, from + pageLength).flatMap((board, index) => boardRow(board, index, today, context)),
    ],
  };
}
