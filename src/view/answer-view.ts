/** view/: what Slack shows of an answer. Pure and total: an answer goes in, Block Kit within Slack's limits comes out. */
import type { Answer, Answered } from '../ask/answer.ts';
import { context as contextBlock } from './blocks.ts';
import type { ViewContext } from './context.ts';
import { elsewhereView } from './elsewhere-view.ts';
import { foundView, type Page } from './found-view.ts';
import { helpView } from './help-view.ts';
import { historyView } from './history-view.ts';
import { itemView } from './item-view.ts';
import { kpisView, overviewView } from './kpis-view.ts';
import type { View } from './lay-out.ts';
import { noneView } from './none-view.ts';
import { sectionsView, sectionView } from './section-view.ts';

/** Items a page shows in Slack; more would push the first out of sight on a telephone. */
export const slackPageLength = 5;

/** The view of any answer; the page matters to answers that have pages. */
export function answerView(answer: Answered, context: ViewContext, page: Page): View {
  const view = ofKind(answer, context, page);
  if (answer.shortenedTo === null) return view;
  const note = contextBlock(context.wording.mrkdwn('found.shortened', { longest: answer.shortenedTo }));
  return { text: view.text, parts: [...note, ...view.parts] };
}

function ofKind(answer: Answer, context: ViewContext, page: Page): View {
  switch (answer.kind) {
    case 'found':
      return foundView(answer, page, context);
    case 'item':
      return itemView(answer, context);
    case 'section':
      return sectionView(answer, context);
    case 'sections':
      return sectionsView(answer, context);
    case 'kpis':
      return kpisView(answer, context);
    case 'kpi-overview':
      return overviewView(answer, context);
    case 'history':
      return historyView(answer, context);
    case 'help':
      return helpView(answer, context);
    case 'screen':
      return elsewhereView(answer, context);
    case 'none':
      return noneView(answer, context);
  }
}
