import type { Refusal } from '../report/desk/parts.ts';
import type { ReportState } from '../report/report.ts';
import type { RoundState } from '../report/round.ts';
import type { Transition } from '../report/transitions.ts';
import { actionIds } from './action-ids.ts';
import { actions, button, section } from './blocks.ts';
import type { ViewContext } from './context.ts';
import type { View } from './lay-out.ts';
import type { PleaValue } from './values.ts';

type Refused = Refusal | Exclude<Transition<ReportState> | Transition<RoundState>, { ok: true }>;

/** Why nothing was done, who could do it, and what to do next. */
export function refusalText(refusal: Refused, { wording, command }: ViewContext): string {
  const roles = 'whoCan' in refusal ? refusal.whoCan : [];
  const whoCan = roles.map((role) => wording.plain('desk.role', { role }));
  return wording.plain('desk.refusal', { code: refusal.code, whoCan, command });
}

/** The refusal with «取りまとめ担当に依頼», for a member who lacks a role: the roster may be wrong, or the work somebody else's. */
export function refusalView(refusal: Refused, context: ViewContext): View {
  const text = refusalText(refusal, context);
  const { code } = refusal;
  const plea = code === 'other-section' || code === 'other-role' ? [pleadButton(code, context)] : [];
  return { text, parts: [...section(text), ...actions(plea)] };
}

function pleadButton(code: PleaValue['code'], { wording }: ViewContext) {
  const value: PleaValue = { code };
  return button({ id: actionIds.plead, text: wording.plain('desk.plead', {}), value: JSON.stringify(value) });
}
