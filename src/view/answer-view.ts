/** view/: what Slack shows of an answer. Pure and total: an answer goes in, Block Kit within Slack's limits comes out. */
import type { Answer } from '../ask/answer.ts';
import type { ViewContext } from './context.ts';
import { foundView } from './found-view.ts';
import { helpView } from './help-view.ts';
import { historyView } from './history-view.ts';
import { itemView } from './item-view.ts';
import { kpisView, overviewView } from './kpis-view.ts';
import type { View } from './lay-out.ts';
import { noneView } from './none-view.ts';
import { sectionsView, sectionView } from './section-view.ts';

/** The view of any answer; `from` is where its page begins, for answers that have pages. */
export function answerView(answer: Answer, context: ViewContext, from = 0): View {
  switch (answer.kind) {
    case 'found':
      return foundView(answer, from, context);
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
    case 'none':
      return noneView(answer, context);
  }
}
