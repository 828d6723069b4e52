import type { Refusal } from '../report/desk/parts.ts';
import type { ReportState } from '../report/report.ts';
import type { RoundState } from '../report/round.ts';
import type { Transition } from '../report/transitions.ts';
import { section } from './blocks.ts';
import type { ViewContext } from './context.ts';
import type { View } from './lay-out.ts';

type Refused = Refusal | Exclude<Transition<ReportState> | Transition<RoundState>, { ok: true }>;

/** Why nothing was done, who could do it, and what to do next. */
export function refusalText(refusal: Refused, { wording, command }: ViewContext): string {
  const roles = 'whoCan' in refusal ? refusal.whoCan : [];
  const whoCan = roles.map((role) => wording.plain('desk.role', { role }));
  return wording.plain('desk.refusal', { code: refusal.code, whoCan, command });
}

export function refusalView(refusal: Refused, context: ViewContext): View {
  const text = refusalText(refusal, context);
  return { text, parts: section(text) };
}
