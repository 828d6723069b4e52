import type { Board } from '../../report/desk/board.ts';
import type { RoundDone } from '../../report/desk/rounds.ts';
import type { UserId } from '../../report/person.ts';
import type { RoundId } from '../../report/round.ts';
import { boardView, type ShownBoard } from '../../view/desk/board-view.ts';
import { dayText, derivationText, roundStateText } from '../../view/desk/day-words.ts';
import type { View } from '../../view/lay-out.ts';
import { refusalView } from '../../view/refusal-view.ts';
import { sentence } from '../../view/sentence.ts';
import type { Services } from '../services.ts';
import { whoWasFirst } from './who-was-first.ts';

type BoardDeed = 'create' | 'open' | 'pause' | 'resume' | 'close' | 'reopen' | 'extend' | 'exclude' | 'include';

interface ShowOptions extends Pick<ShownBoard, 'stage' | 'from'> {
  note?: (board: Board) => View;
}

/** Boards with a word on top about what was just done, or why it was not. */
export interface BoardScreen {
  show: (user: UserId, id: RoundId, options?: ShowOptions) => Promise<View>;
  /** The board after a deed: done, or the present state with who was first. */
  after: (user: UserId, id: RoundId, done: RoundDone, deed: BoardDeed) => Promise<View>;
}

export function createBoardScreen(services: Services): BoardScreen {
  const { desk, viewContext } = services;
  const show: BoardScreen['show'] = async (user, id, { note, ...page } = {}) => {
    const context = viewContext();
    const opened = await desk.openBoard(user, id);
    if (!opened.ok) return refusalView(opened, context);
    const { board } = opened;
    return boardView({ board, today: desk.today(), ...page, note: note?.(board) }, context);
  };

  function doneNote({ adjustment, round }: Board, deed: BoardDeed): View {
    const context = viewContext();
    return sentence(
      'board.done',
      {
        deed,
        due: dayText(adjustment.day, context, { withYear: true }),
        derivation: derivationText(adjustment, round.closedDays, context),
      },
      context,
    );
  }

  return {
    show,
    after: async (user, id, done, deed) => {
      const context = viewContext();
      if (done.ok) return show(user, id, { note: (board) => doneNote(board, deed) });
      switch (done.code) {
        case 'changed': {
          const first = await whoWasFirst(services, user, { round: id, section: null, rosterEntry: null });
          return show(user, id, { note: () => first });
        }
        case 'faults': {
          const fault = done.faults.map(({ code }) => context.wording.plain('round.fault', { code })).join('');
          return show(user, id, { note: () => sentence('board.dates', { fault }, context) });
        }
        case 'wrong-state': {
          const state = roundStateText({ state: done.state, paused: false }, context);
          return show(user, id, { note: () => sentence('board.wrong_state', { state }, context) });
        }
        default:
          return refusalView(done, context);
      }
    },
  };
}
