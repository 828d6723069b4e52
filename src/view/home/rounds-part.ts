import type { Home } from '../../notice/desk/home.ts';
import { actionIds, numbered } from '../action-ids.ts';
import { actions, button, context as contextBlock, divider, type Part, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { boardRow } from '../desk/boards-view.ts';
import { encode } from '../values.ts';

/** Rounds listed; the list of rounds has the others. */
const mostRounds = 5;
/** As many failures as are counted. */
const counted = 100;

function failureParts(failures: number, { wording }: ViewContext): Part[] {
  if (failures === 0) return contextBlock(wording.mrkdwn('home.no_failures', {}));
  const open = button({
    id: actionIds.ask,
    text: wording.plain('home.button', { button: 'sent' }),
    value: encode({ q: '送信記録' }),
  });
  return section(wording.mrkdwn('home.failures', { count: failures, more: failures >= counted }), open);
}

/** What coordinators look after: the open rounds, and notices that reached nobody. */
export function roundsPart({ coordination, today }: Home, context: ViewContext): Part[] {
  if (!coordination) return [];
  const { wording } = context;
  const { boards, failures } = coordination;
  const hidden = boards.length - mostRounds;
  return [
    ...section(wording.mrkdwn('home.rounds', { count: boards.length })),
    ...boards.slice(0, mostRounds).flatMap((board, index) => boardRow(board, index, today, context)),
    ...(hidden > 0 ? contextBlock(wording.mrkdwn('home.rounds_more', { count: hidden })) : []),
    ...actions([
      button({
        id: numbered(actionIds.boards, 0),
        text: wording.plain('home.button', { button: 'rounds' }),
        value: encode({ words: '', from: 0 }),
      }),
    ]),
    ...failureParts(failures, context),
    divider(),
  ];
}
