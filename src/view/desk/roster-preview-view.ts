import type { PreviewedRoster, RosterRow, RosterRowFault } from '../../report/desk/roster-sheet-desk.ts';
import { actionIds } from '../action-ids.ts';
import { actions, button, lines, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import type { View } from '../lay-out.ts';

const mostRows = 30;

function faultsText(row: number, faults: readonly RosterRowFault[], wording: ViewContext['wording']): string {
  const [first] = faults;
  if (!first) return '';
  const columns = faults.flatMap((fault) =>
    'column' in fault ? [wording.plain('sheet.roster_column', { column: fault.column })] : [],
  );
  return wording.mrkdwn('transfer.roster_fault', { row, code: first.code, columns });
}

function rowText(row: RosterRow, wording: ViewContext['wording']): string[] {
  if (row.kind === 'same') return [];
  if (row.kind === 'rejected') return [faultsText(row.row, row.faults, wording)];
  const { kind, values } = row;
  return [wording.mrkdwn('transfer.roster_row', { row: row.row, section: values.section, kind })];
}

/** What a roster that came back would change, and the button that does it. */
export function rosterPreviewView(
  { rows }: Extract<PreviewedRoster, { ok: true }>,
  file: string,
  { wording }: ViewContext,
): View {
  const count = (kind: RosterRow['kind']): number => rows.filter((row) => row.kind === kind).length;
  const counts = { added: count('new'), changed: count('changed'), same: count('same'), rejected: count('rejected') };
  const texts = rows.flatMap((row) => rowText(row, wording));
  const value = JSON.stringify({ file });
  return {
    text: wording.plain('transfer.roster_preview', counts),
    parts: [
      ...section(wording.mrkdwn('transfer.roster_preview', counts)),
      ...lines(texts.slice(0, mostRows)),
      ...(texts.length > mostRows ? section(wording.mrkdwn('transfer.more', { count: texts.length - mostRows })) : []),
      ...(counts.added + counts.changed === 0
        ? section(wording.mrkdwn('transfer.nothing', {}))
        : actions([
            button({
              id: actionIds.transferApplyRoster,
              text: wording.plain(counts.rejected > 0 ? 'transfer.apply_rest' : 'transfer.apply', {}),
              value,
              primary: true,
            }),
            button({ id: actionIds.transferCancel, text: wording.plain('transfer.cancel', {}), value }),
          ])),
    ],
  };
}
