import type { ReportChange } from '../../report/change-report.ts';
import { daySchema } from '../../report/day.ts';
import type { ViewContext } from '../../view/context.ts';
import type { DecisionField } from '../../view/desk/report-decision-form.ts';
import type { DecisionValue } from '../../view/desk/report-values.ts';
import { textsOf } from './report-state.ts';

type Decided = Extract<ReportChange, { action: DecisionValue['action'] }>;

/** What a small form decides; or what is missing in it, by the block of each field. */
export function readDecision(
  action: DecisionValue['action'],
  state: unknown,
  { wording }: ViewContext,
): { ok: true; change: Decided } | { ok: false; errors: Record<string, string> } {
  const texts = textsOf(state);
  const text = (field: DecisionField): string => (texts.get(field) ?? '').trim();
  if (action !== 'record-approval') {
    const reason = text('reason');
    return reason === ''
      ? { ok: false, errors: { reason: wording.plain('report.reason_missing', {}) } }
      : { ok: true, change: { action, reason } };
  }
  const on = daySchema.safeParse(text('on'));
  const approval = { by: text('by'), document: text('document') };
  const missing = (['on', 'by', 'document'] as const).filter((field) =>
    field === 'on' ? !on.success : approval[field] === '',
  );
  if (!on.success || missing.length > 0) {
    const told = missing.map((field) => [field, wording.plain('report.approval_missing', { field })]);
    return { ok: false, errors: Object.fromEntries(told) };
  }
  return { ok: true, change: { action, approval: { ...approval, on: on.data } } };
}
