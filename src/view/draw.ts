import type { Answered } from '../ask/answer.ts';
import { answerView } from './answer-view.ts';
import type { ViewContext } from './context.ts';
import type { Page } from './found-view.ts';
import type { View } from './lay-out.ts';

type Accepted = NonNullable<ViewContext['accepted']>;

/** Whether nothing was reported since: lines are the same objects as long as nothing is written. */
function isSame(some: Accepted, others: Accepted): boolean {
  return some.size === others.size && [...some].every(([kpi, line]) => others.get(kpi) === line);
}

const nothing: Accepted = new Map();

/** Draws answers, and keeps the page last drawn of each as long as somebody keeps the answer: many ask the same. */
export function createDraw(): (answer: Answered, context: ViewContext, page: Page) => View {
  const drawn = new WeakMap<
    Answered,
    { view: View; from: number; thisYear: ViewContext['thisYear']; accepted: Accepted }
  >();
  return (answer, context, page) => {
    const { thisYear, accepted = nothing } = context;
    const last = drawn.get(answer);
    if (last?.from === page.from && last.thisYear === thisYear && isSame(last.accepted, accepted)) return last.view;
    const view = answerView(answer, context, page);
    drawn.set(answer, { view, from: page.from, thisYear, accepted });
    return view;
  };
}
