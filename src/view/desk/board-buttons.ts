import type { Button } from '@slack/types';
import type { Board } from '../../report/desk/board.ts';
import { owes } from '../../report/progress.ts';
import { actionIds, numbered } from '../action-ids.ts';
import { actions, button, type Part } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { encode } from '../values.ts';
import type { RoundDeed } from './desk-values.ts';

/** What can be done to a round as it is now. */
function deedsFor({ state, paused }: Board['round']): RoundDeed[] {
  if (state === 'draft') return ['open'];
  if (state === 'closed') return ['reopen'];
  return [paused ? 'resume' : 'pause', 'close'];
}

/** The buttons of a whole round; ending it is asked twice, since the sections see it. */
export function boardButtons({ round, progress }: Board, { wording }: ViewContext): Part[] {
  const owing = progress.sections.filter(({ stage }) => owes(stage)).length;
  const part = (name: 'title' | 'text' | 'yes' | 'no'): string =>
    wording.plain('board.confirm_close', { part: name, owing });
  const deed = (name: RoundDeed, index: number): Button =>
    button({
      id: numbered(actionIds.roundDo, index),
      text: wording.plain('board.button', { button: name }),
      value: encode({ round: round.id, version: round.version, deed: name }),
      primary: name === 'open',
      ...(name === 'close'
        ? { confirm: { title: part('title'), text: part('text'), yes: part('yes'), no: part('no') } }
        : {}),
    });
  const other = (id: 'roundExtend' | 'roundExclude' | 'roundInclude', name: 'extend' | 'exclude' | 'include'): Button =>
    button({
      id: actionIds[id],
      text: wording.plain('board.button', { button: name }),
      value: encode({ round: round.id }),
    });
  const mayChange = round.state !== 'closed';
  return actions([
    ...deedsFor(round).map(deed),
    ...(mayChange ? [other('roundExtend', 'extend'), other('roundExclude', 'exclude')] : []),
    ...(mayChange && round.exclusions.length > 0 ? [other('roundInclude', 'include')] : []),
    ...(round.state === 'open'
      ? [
          button({
            id: actionIds.schedule,
            text: wording.plain('board.button', { button: 'schedule' }),
            value: encode({ round: round.id, reach: 'rounds', from: 0 }),
          }),
        ]
      : []),
    button({
      id: actionIds.ledgerPage,
      text: wording.plain('board.button', { button: 'ledger' }),
      value: encode({ round: round.id, section: null, before: null }),
    }),
    button({
      id: numbered(actionIds.board, 0),
      text: wording.plain('board.button', { button: 'refresh' }),
      value: encode({ round: round.id, stage: null, from: 0 }),
    }),
    button({
      id: numbered(actionIds.boards, 0),
      text: wording.plain('round.button', { button: 'all' }),
      value: encode({ words: '', from: 0 }),
    }),
  ]);
}
