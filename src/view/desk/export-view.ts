import type { Exportable } from '../../report/desk/sheets.ts';
import { numbered } from '../action-ids.ts';
import { actions, button, context as contextBlock, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import type { View } from '../lay-out.ts';
import { transferIds } from './transfer-ids.ts';

/** `/plan 出力`: the rounds that can be had as a sheet. */
export function exportView(rounds: readonly Exportable[], { wording, command }: ViewContext): View {
  if (rounds.length === 0) {
    const text = wording.plain('transfer.empty', { command });
    return { text, parts: section(wording.mrkdwn('transfer.empty', { command })) };
  }
  return {
    text: wording.plain('transfer.headline', {}),
    parts: [
      ...section(wording.mrkdwn('transfer.headline', {})),
      ...rounds.flatMap(({ round, due, sections }, index) => [
        ...section(
          wording.mrkdwn('transfer.round', {
            title: round.title,
            due,
            sections: sections.length,
            kpis: sections.reduce((sum, { kpis }) => sum + kpis.length, 0),
          }),
        ),
        ...actions([
          button({
            id: numbered(transferIds.get, index),
            text: wording.plain('transfer.get', {}),
            value: JSON.stringify({ round: round.id }),
          }),
        ]),
      ]),
      ...contextBlock(wording.mrkdwn('transfer.hint', {})),
    ],
  };
}
