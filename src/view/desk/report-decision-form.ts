import type { InputBlock, ModalView } from '@slack/types';
import type { Round } from '../../report/round.ts';
import { callbackIds } from '../action-ids.ts';
import { section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { limits } from '../limits.ts';
import { modal } from './report-modal.ts';
import { nameText } from './report-text.ts';
import type { DecisionValue } from './report-values.ts';

/** The fields of these forms; each names its block, and the action in it. */
export type DecisionField = 'reason' | 'on' | 'by' | 'document';

/** Posts and numbers of documents are short. */
const longestLine = 200;

function input(field: DecisionField, label: string): InputBlock {
  const action_id = field;
  const element: InputBlock['element'] =
    field === 'on'
      ? { type: 'datepicker', action_id }
      : field === 'reason'
        ? { type: 'plain_text_input', action_id, multiline: true, max_length: limits.inputText }
        : { type: 'plain_text_input', action_id, max_length: longestLine };
  return { type: 'input', block_id: field, label: { type: 'plain_text', text: label }, element };
}

/** Asks why a report goes back. */
function reasonForm(
  value: DecisionValue,
  action: 'return' | 'reopen-report',
  { title }: Round,
  { wording }: ViewContext,
): ModalView {
  return modal({
    callback: callbackIds.reportReason,
    title: wording.plain('report.reason_title', { action }),
    close: wording.plain('desk.close', {}),
    submit: wording.plain('report.reason_submit', { action }),
    metadata: value,
    parts: [
      ...section(wording.mrkdwn('report.reason_intro', { action, title: nameText(title), section: value.section })),
      input('reason', wording.plain('report.reason_label', { action })),
    ],
  });
}

/** Asks for 決裁日, 決裁権者 and 文書番号. */
function approvalForm(value: DecisionValue, { title }: Round, { wording }: ViewContext): ModalView {
  const label = (field: 'on' | 'by' | 'document') => wording.plain('report.approval_field', { field });
  return modal({
    callback: callbackIds.reportApproval,
    title: wording.plain('report.approval_title', {}),
    close: wording.plain('desk.close', {}),
    submit: wording.plain('report.approval_submit', {}),
    metadata: value,
    parts: [
      ...section(wording.mrkdwn('report.approval_intro', { title: nameText(title), section: value.section })),
      ...(['on', 'by', 'document'] as const).map((field) => input(field, label(field))),
    ],
  });
}

/** The small form that a decision needs before it is made. */
export function decisionForm(value: DecisionValue, round: Round, context: ViewContext): ModalView {
  return value.action === 'record-approval'
    ? approvalForm(value, round, context)
    : reasonForm(value, value.action, round, context);
}
