import type { Answered } from '../ask/answer.ts';
import { answerView } from './answer-view.ts';
import type { ViewContext } from './context.ts';
import type { Page } from './found-view.ts';
import type { View } from './lay-out.ts';

/**
 * Draws answers, and keeps the page last drawn of each as long as somebody keeps the answer: many ask the same. What was
 * reported since changes at any time, and is always drawn anew.
 */
export function createDraw(): (answer: Answered, context: ViewContext, page: Page) => View {
  const drawn = new WeakMap<Answered, { view: View; from: number; thisYear: ViewContext['thisYear'] }>();
  return (answer, context, page) => {
    if (context.accepted && context.accepted.size > 0) return answerView(answer, context, page);
    const { thisYear } = context;
    const last = drawn.get(answer);
    if (last?.from === page.from && last.thisYear === thisYear) return last.view;
    const view = answerView(answer, context, page);
    drawn.set(answer, { view, from: page.from, thisYear });
    return view;
  };
}
