import type { NoneAnswer } from '../ask/answer.ts';
import { section } from './blocks.ts';
import { cardView } from './card-view.ts';
import type { ViewContext } from './context.ts';
import { filtersView, readingsView } from './found-view.ts';
import type { View } from './lay-out.ts';

const mostSuggestions = 3;

/** «該当なし» is never a dead end: why, what may have been meant, how to ask. */
export function noneView(answer: NoneAnswer, context: ViewContext): View {
  const { wording, command } = context;
  const { question, reason, unknown, suggestions } = answer;
  return {
    text: wording.plain('none.text', { question }),
    parts: [
      ...section(wording.mrkdwn('none.headline', { question, reason, unknown: unknown.join('」「') })),
      ...readingsView(answer.readAs, context),
      ...filtersView(answer.filters, context),
      ...(suggestions.length > 0 ? section(wording.mrkdwn('none.suggestions', {})) : []),
      ...suggestions.slice(0, mostSuggestions).flatMap((item, index) => cardView(item, index, context)),
      ...section(wording.mrkdwn('none.next', { reason, command })),
    ],
  };
}
