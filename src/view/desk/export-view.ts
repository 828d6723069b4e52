import type { Exportable } from '../../report/desk/sheets.ts';
import { actionIds, numbered } from '../action-ids.ts';
import { actions, button, context as contextBlock, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import type { View } from '../lay-out.ts';
import { dayText } from './day-words.ts';
import type { GetValue } from './transfer-values.ts';

/** `/plan 出力`: the rounds that can be had as a sheet or a text, and for coordinators the roster and the record. */
export function exportView(
  { rounds, records }: { rounds: readonly Exportable[]; records: boolean },
  context: ViewContext,
): View {
  const { wording, command } = context;
  let count = 0;
  const get = (value: GetValue, title: string) => {
    count += 1;
    const text = wording.plain('transfer.get', { form: value.form });
    const label = title === '' ? text : `${text} ${title}`;
    return button({ id: numbered(actionIds.transferGet, count), text, label, value: JSON.stringify(value) });
  };
  const empty = section(wording.mrkdwn('transfer.empty', { command }));
  const offered = rounds.flatMap(({ round, due, sections }) => [
    ...section(
      wording.mrkdwn('transfer.round', {
        title: round.title,
        due: dayText(due, context, { withYear: true }),
        sections: sections.length,
        kpis: sections.reduce((sum, { kpis }) => sum + kpis.length, 0),
      }),
    ),
    ...actions([
      get({ form: 'sheet', round: round.id }, round.title),
      get({ form: 'text', round: round.id }, round.title),
      ...(records
        ? [
            get({ form: 'ledger', round: round.id }, round.title),
            get({ form: 'ledger-lines', round: round.id }, round.title),
          ]
        : []),
    ]),
  ]);
  return {
    text: wording.plain(rounds.length === 0 ? 'transfer.empty' : 'transfer.headline', { command }),
    parts: [
      ...(rounds.length === 0 ? empty : [...section(wording.mrkdwn('transfer.headline', {})), ...offered]),
      ...(records
        ? [...section(wording.mrkdwn('transfer.records', {})), ...actions([get({ form: 'roster' }, '')])]
        : []),
      ...contextBlock(wording.mrkdwn('transfer.hint', {})),
    ],
  };
}
