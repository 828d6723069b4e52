import type { Kpi, KpiId } from '../../plan/kpi.ts';
import type { Imported, Previewed } from '../../report/desk/sheets.ts';
import { shownValue } from '../../report/parse-value.ts';
import type { ReportLine } from '../../report/report.ts';
import type { PreviewRow, RowFault } from '../../report/sheet/preview.ts';
import type { TableFault } from '../../report/sheet/table.ts';
import { actionIds } from '../action-ids.ts';
import { actions, button, lines, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import type { View } from '../lay-out.ts';
import { refusalText } from '../refusal-view.ts';
import { said } from '../sentence.ts';

/** More rows than these are counted, not shown; a sheet may have hundreds. */
const mostRows = 30;

type Wording = ViewContext['wording'];

function lineText({ reported }: ReportLine, wording: Wording): string {
  return reported.kind === 'value'
    ? shownValue(reported.value)
    : wording.plain('transfer.not_measured', { reason: reported.reason });
}

function faultText(fault: RowFault, wording: Wording): string {
  const column = 'column' in fault ? fault.column : 'field' in fault ? fault.field : 'other';
  const known = ['value', 'reason', 'measuredOn', 'mark', 'note', 'id'] as const;
  return wording.plain('transfer.row_fault', {
    code: fault.code === 'line' ? fault.fault.code : fault.code,
    column: known.find((one) => one === column) ?? 'other',
  });
}

function rowText(row: PreviewRow, names: ReadonlyMap<KpiId, string>, wording: Wording): string | null {
  const name = row.kpi === null ? '' : (names.get(row.kpi) ?? row.kpi);
  switch (row.kind) {
    case 'new':
      return wording.mrkdwn('transfer.row_new', { row: row.row, name, after: lineText(row.after, wording) });
    case 'changed':
      return wording.mrkdwn('transfer.row_changed', {
        row: row.row,
        name,
        before: lineText(row.before, wording),
        after: lineText(row.after, wording),
      });
    case 'rejected':
      return wording.mrkdwn('transfer.row_rejected', {
        row: row.row,
        reason: row.faults.map((fault) => faultText(fault, wording)).join(''),
      });
    case 'same':
      return null;
  }
}

function fileFaults(faults: readonly TableFault[], { wording, command }: ViewContext): View {
  const codes = [...new Set(faults.map(({ code }) => code))];
  const texts = codes.map((code) => wording.plain('transfer.file_fault', { code, command }));
  return said(texts.join('\n'));
}

/** Why a sheet came to nothing. */
export function sheetRefusal(refused: Exclude<Previewed, { ok: true }>, context: ViewContext): View {
  if (refused.code === 'file') return fileFaults(refused.faults, context);
  return said(refusalText(refused, context));
}

function namesOf(kpis: readonly Kpi[]): ReadonlyMap<KpiId, string> {
  return new Map(kpis.map(({ id, name }) => [id, name]));
}

/** What a sheet would change, row by row, and the buttons that do it; `file` is the one the rows were read from. */
export function sheetPreviewView(
  { round, preview }: Extract<Previewed, { ok: true }>,
  file: string,
  { wording }: ViewContext,
): View {
  const rows: readonly PreviewRow[] = [...preview.sections.flatMap((one) => one.rows), ...preview.strays];
  const names = namesOf(preview.sections.flatMap(({ asked }) => asked));
  const count = (kind: PreviewRow['kind']): number => rows.filter((row) => row.kind === kind).length;
  const [added, changed, same, rejected] = [count('new'), count('changed'), count('same'), count('rejected')];
  const headline = { title: round.title, added, changed, same, rejected };
  const texts = rows.flatMap((row) => rowText(row, names, wording) ?? []);
  const value = JSON.stringify({ file });
  const choice = rejected > 0 ? ('applyRest' as const) : ('apply' as const);
  return {
    text: wording.plain('transfer.preview', headline),
    parts: [
      ...section(wording.mrkdwn('transfer.preview', headline)),
      ...lines(texts.slice(0, mostRows)),
      ...(texts.length > mostRows ? section(wording.mrkdwn('transfer.more', { count: texts.length - mostRows })) : []),
      ...(added + changed === 0
        ? section(wording.mrkdwn('transfer.nothing', {}))
        : actions([
            button({
              id: actionIds[choice === 'apply' ? 'transferApply' : 'transferApplyRest'],
              text: wording.plain(choice === 'apply' ? 'transfer.apply' : 'transfer.apply_rest', {}),
              value,
              primary: true,
            }),
            button({ id: actionIds.transferCancel, text: wording.plain('transfer.cancel', {}), value }),
          ])),
    ],
  };
}

/** What became of a sheet, section by section. */
export function importedView({ round, done, held }: Imported, context: ViewContext): View {
  const { wording, command } = context;
  const sent = done.flatMap(({ section: id, result }) => (result.ok ? [id] : []));
  const texts = [
    ...(sent.length > 0 ? [wording.mrkdwn('transfer.applied', { title: round.title, sections: sent })] : []),
    ...done.flatMap(({ section: id, result }) =>
      result.ok ? [] : [wording.mrkdwn('transfer.refused', { section: id, reason: refusalText(result, context) })],
    ),
    ...held.map(({ section: id, rejected, faults }) =>
      rejected.length === 0
        ? wording.mrkdwn('transfer.incomplete', { section: id, count: faults.length, command })
        : wording.mrkdwn('transfer.held', { section: id, rejected: rejected.length, missing: faults.length }),
    ),
  ];
  const shown = texts.length > 0 ? texts : [wording.mrkdwn('transfer.nothing', {})];
  return { text: shown.join('\n'), parts: lines(shown) };
}
