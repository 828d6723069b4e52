import { z } from 'zod';
import type { RoundChange } from '../../report/change-round.ts';
import { exclusionSchema, roundIdSchema } from '../../report/round.ts';
import { actionIds } from '../../view/action-ids.ts';
import { boardsView } from '../../view/desk/boards-view.ts';
import { screenModal } from '../../view/desk/desk-modal.ts';
import {
  boardsValue,
  boardValue,
  type RoundDeed,
  roundAtValue,
  roundDeedValue,
  roundValue,
  stageSchema,
} from '../../view/desk/desk-values.ts';
import { changeFields, excludeForm, extendForm, includeForm } from '../../view/desk/round-changes.ts';
import { refusalView } from '../../view/refusal-view.ts';
import { decode } from '../../view/values.ts';
import { createDeskListeners } from '../desk-listeners.ts';
import type { Services } from '../services.ts';
import { createBoardScreen } from './board-screen.ts';

const changes: Readonly<Record<RoundDeed, RoundChange>> = {
  open: { action: 'open-round' },
  pause: { action: 'pause-round', paused: true },
  resume: { action: 'pause-round', paused: false },
  close: { action: 'close-round' },
  reopen: { action: 'reopen-round' },
};

/** The place of an exclusion in a round, as a list's value. */
const positionSchema = z
  .string()
  .regex(/^\d{1,6}$/u)
  .transform(Number);

/** The round that a list of stages stands for: its block carries the id. */
function roundOfBlock(blockId: string) {
  return roundIdSchema.safeParse(blockId.slice(`${actionIds.boardStage}:`.length)).data ?? null;
}

/** Boards: looking, filtering, and what is done to a whole round. */
export function createBoardActions(services: Services) {
  const { desk, noticeDesk, viewContext } = services;
  const { onClick, onSubmit } = createDeskListeners(services);
  const { show, after } = createBoardScreen(services);
  const screen = async (view: ReturnType<typeof show>) => ({ kind: 'screen' as const, view: await view });
  const fault = (code: 'missing') => viewContext().wording.plain('round.fault', { code });

  return {
    onBoards: onClick('boards', boardsValue, async ({ words, from }, { user }) => {
      const context = viewContext();
      const opened = await desk.openBoards(user);
      const view = opened.ok
        ? boardsView({ boards: opened.boards, today: desk.today(), from }, words, context)
        : refusalView(opened, context);
      return { kind: 'screen', view };
    }),

    onBoard: onClick('board', boardValue, ({ round, stage, from }, { user }) =>
      screen(show(user, round, { stage, from })),
    ),

    onStage: onClick('board-stage', z.union([stageSchema, z.literal('all')]), async (stage, { user, action }) => {
      const round = roundOfBlock(action.block_id);
      if (!round) return null;
      return screen(show(user, round, { stage: stage === 'all' ? null : stage }));
    }),

    /** 受付を始める, 中断, 再開, 終了, 再び受け付ける. */
    onDo: onClick('round-do', roundDeedValue, async ({ round, version, deed }, { user }) => {
      const done = await desk.changeRound(user, { id: round, version }, changes[deed]);
      return screen(after(user, round, done, deed));
    }),

    onExtend: onClick('round-extend', roundValue, async ({ round }, { user }) => {
      const looked = await desk.previewExtension(user, round, null);
      if (!looked.ok) return { kind: 'screen', view: refusalView(looked, viewContext()) };
      return { kind: 'form', modal: extendForm(looked, viewContext()) };
    }),

    /** Another due date: says what day it comes to and why, before it is sent. */
    onDue: onClick('round-due', z.strictObject({}), async (_, { user, typed, metadata }) => {
      const at = decode(roundAtValue, metadata);
      if (!at) return null;
      const looked = await desk.previewExtension(user, at.round, typed.day(changeFields.due));
      if (!looked.ok) return { kind: 'screen', view: refusalView(looked, viewContext()) };
      // The version is the one the form was opened with: what others did since must still be noticed.
      const round = { ...looked.round, version: at.version };
      return { kind: 'form', modal: extendForm({ ...looked, round }, viewContext()) };
    }),

    onExtendSent: onSubmit('extend', roundAtValue, async ({ round: id, version }, typed, user) => {
      const due = typed.day(changeFields.due);
      const reason = typed.text(changeFields.extendReason);
      if (!due) return { kind: 'faults', errors: { [changeFields.due]: fault('missing') } };
      if (reason === '') return { kind: 'faults', errors: { [changeFields.extendReason]: fault('missing') } };
      const done = await desk.changeRound(user, { id, version }, { action: 'change-round', to: { due }, reason });
      if (!done.ok && done.code === 'faults') {
        const { wording } = viewContext();
        const text = done.faults.map(({ code }) => wording.plain('round.fault', { code })).join('');
        return { kind: 'faults', errors: { [changeFields.due]: text } };
      }
      return { kind: 'next', modal: screenModal(await after(user, id, done, 'extend'), viewContext()) };
    }),

    onExclude: onClick('round-exclude', roundValue, async ({ round }, { user }) => {
      const opened = await desk.openBoard(user, round);
      if (!opened.ok) return { kind: 'screen', view: refusalView(opened, viewContext()) };
      return { kind: 'form', modal: excludeForm(opened.board.round, opened.board.scope, viewContext()) };
    }),

    onExcludeSent: onSubmit('exclude', roundAtValue, async ({ round: id, version }, typed, user) => {
      const { wording } = viewContext();
      const reason = typed.text(changeFields.excludeReason);
      if (reason === '') return { kind: 'faults', errors: { [changeFields.excludeReason]: fault('missing') } };
      const [section, kpi] = [typed.choice(changeFields.section), typed.choice(changeFields.kpi)];
      const read = exclusionSchema.safeParse({ section, kpi, reason });
      if (!read.success) {
        const text = wording.plain('board.exclude_fault', { code: 'neither' });
        return { kind: 'faults', errors: { [changeFields.section]: text } };
      }
      const done = await desk.excludeFromRound(user, { id, version }, read.data);
      if (!done.ok && done.code === 'no-match') {
        const field = read.data.kpi === null ? changeFields.section : changeFields.kpi;
        return { kind: 'faults', errors: { [field]: wording.plain('board.exclude_fault', { code: 'no-match' }) } };
      }
      return { kind: 'next', modal: screenModal(await after(user, id, done, 'exclude'), viewContext()) };
    }),

    onInclude: onClick('round-include', roundValue, async ({ round }, { user }) => {
      const opened = await desk.openBoard(user, round);
      if (!opened.ok) return { kind: 'screen', view: refusalView(opened, viewContext()) };
      // Somebody else has taken the last one back meanwhile.
      if (opened.board.round.exclusions.length === 0) return screen(show(user, round));
      return { kind: 'form', modal: includeForm(opened.board.round, viewContext()) };
    }),

    onIncludeSent: onSubmit('include', roundAtValue, async ({ round: id, version }, typed, user) => {
      const position = positionSchema.safeParse(typed.choice(changeFields.exclusion));
      const reason = typed.text(changeFields.includeReason);
      if (!position.success) {
        const text = viewContext().wording.plain('board.include_fault', {});
        return { kind: 'faults', errors: { [changeFields.exclusion]: text } };
      }
      if (reason === '') return { kind: 'faults', errors: { [changeFields.includeReason]: fault('missing') } };
      const done = await noticeDesk.takeBackExclusion(user, { id, version, position: position.data }, reason);
      return { kind: 'next', modal: screenModal(await after(user, id, done, 'include'), viewContext()) };
    }),
  };
}
