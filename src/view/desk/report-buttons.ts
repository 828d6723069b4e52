import type { Button } from '@slack/types';
import type { ReportState } from '../../report/report.ts';
import type { Round } from '../../report/round.ts';
import type { ReportAction } from '../../report/transitions.ts';
import { type ActionId, actionIds } from '../action-ids.ts';
import { button } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { type ReportValue, reportValueOf } from './report-values.ts';

const ids = {
  fill: actionIds.reportFill,
  continue: actionIds.reportFill,
  correct: actionIds.reportFill,
  edit: actionIds.reportFill,
  look: actionIds.reportLook,
  confirm: actionIds.reportConfirm,
  accept: actionIds.reportAccept,
  return: actionIds.reportReturn,
  reopen: actionIds.reportReopen,
  approve: actionIds.reportApprove,
} as const satisfies Record<string, ActionId>;
export type ReportButton = keyof typeof ids;

const leading: ReadonlySet<ReportButton> = new Set(['fill', 'continue', 'correct', 'confirm', 'accept']);

/** A button about a report, by the version the reader is looking at; the label tells screen readers which report. */
export function reportButton(
  name: ReportButton,
  at: ReportValue,
  round: Pick<Round, 'title'>,
  { wording }: ViewContext,
): Button {
  const text = wording.plain('report.button', { button: name });
  const label = wording.plain('report.button_label', { button: text, section: at.section, title: round.title });
  const value = JSON.stringify(reportValueOf(at));
  return button({ id: ids[name], text, value, label, primary: leading.has(name) });
}

const buttonFor: Readonly<Record<Exclude<ReportAction, 'submit' | 'submit-on-behalf'>, ReportButton>> = {
  confirm: 'confirm',
  accept: 'accept',
  return: 'return',
  'reopen-report': 'reopen',
  'record-approval': 'approve',
};

/** The button for each thing somebody may do with a report; filling it in is one button, whoever does it. */
export function actionButtons(allowed: readonly ReportAction[], state: ReportState): ReportButton[] {
  const fill: ReportButton = state === 'returned' ? 'correct' : state === 'submitted' ? 'edit' : 'fill';
  const buttons = allowed.map((action) =>
    action === 'submit' || action === 'submit-on-behalf' ? fill : buttonFor[action],
  );
  return [...new Set(buttons)];
}
