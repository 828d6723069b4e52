import type { ReportForm } from '../../report/desk/form.ts';
import { readLines } from '../../report/desk/read-lines.ts';
import type { ViewContext } from '../context.ts';
import { fieldId } from './form-fields.ts';
import { faultText, stopsStep } from './form-remarks.ts';
import { linesOf } from './report-form.ts';
import { lastStepText } from './report-text.ts';

/** What stops a step, by the block of the field it stands beside; what is only missing waits for the check page. */
export function stepErrors(form: ReportForm, step: number, context: ViewContext): Record<string, string> {
  const shown = linesOf(form, step);
  const { faults } = readLines(
    shown.map(({ asked }) => asked),
    shown.map(({ typed }) => typed),
  );
  return Object.fromEntries(
    faults.filter(stopsStep).map((fault) => {
      const unit = shown.find(({ asked }) => asked.kpi.id === fault.kpi)?.asked.kpi.unit ?? null;
      const field = fault.field === 'whole' ? 'value' : fault.field;
      return [fieldId(field, fault.kpi), faultText(fault, unit, context)];
    }),
  );
}

/** A sentence with the comfort that what was typed is kept. */
export function keptText(text: string, { wording }: ViewContext): string {
  return wording.mrkdwn('report.kept', { text });
}

/** Why a form cannot be handed in now, and who did what to the report. */
export function closedText(form: ReportForm, context: ViewContext): string {
  const { wording, command } = context;
  const { closed, draftOf, report } = form;
  if (!closed) return '';
  const step = closed.code === 'wrong-state' ? lastStepText(report, context) : null;
  const text = wording.plain('report.closed', { ...closed, step: step === '' ? null : step, command });
  return draftOf === null ? wording.mrkdwn('report.escaped', { text }) : keptText(text, context);
}
