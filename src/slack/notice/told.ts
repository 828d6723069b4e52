import type { Overtaken } from '../../notice/desk/asks.ts';
import type { ViewContext } from '../../view/context.ts';
import type { View } from '../../view/lay-out.ts';
import { refusalView } from '../../view/refusal-view.ts';
import { sentence } from '../../view/sentence.ts';

/** What is the case now, for a click on something that has gone on since. */
export function overtakenView(overtaken: Overtaken, context: ViewContext): View {
  if (overtaken.code !== 'not-owed') return refusalView(overtaken, context);
  const { section, stage } = overtaken.progress;
  return sentence('ask.not_owed', { section, stage: context.wording.plain('round.stage', { stage }) }, context);
}
