import type { SectionBlock } from '@slack/types';
import { kpiStatus } from '../plan/comparison.ts';
import type { Item } from '../plan/item.ts';
import { actionIds, numbered } from './action-ids.ts';
import { button, section } from './blocks.ts';
import type { ViewContext } from './context.ts';
import { endedWord, planName, sectionsOf, statusText } from './describe.ts';
import { encode } from './values.ts';

/** An item in a list: what it is, whose, how it stands, and the way to its details. */
export function cardView(item: Item, index: number, context: ViewContext): SectionBlock[] {
  const { wording, catalog } = context;
  const plan = catalog.planOf(item);
  const text = wording.mrkdwn('card.body', {
    title: item.title,
    number: item.number,
    plan: planName(plan, context),
    ended: endedWord(plan, context),
    sections: sectionsOf(item),
    status: statusText(
      item,
      item.kpis.map((kpi) => kpiStatus(item, kpi)),
      context,
    ),
  });
  return section(
    text,
    button({
      id: numbered(actionIds.showItem, index),
      text: wording.plain('card.details', {}),
      label: wording.plain('card.details_label', { title: item.title }),
      value: encode({ item: item.id }),
    }),
  );
}
