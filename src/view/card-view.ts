import type { SectionBlock } from '@slack/types';
import { kpiStatus } from '../plan/comparison.ts';
import type { Item } from '../plan/item.ts';
import type { Wording } from '../wording/wording.ts';
import { actionIds, numbered } from './action-ids.ts';
import { button, section } from './blocks.ts';
import type { ViewContext } from './context.ts';
import { endedWord, planName, sectionsOf, statusText } from './describe.ts';
import { encode } from './values.ts';

/** Cards as they were drawn: answers to many questions hold the same items. */
const drawn = new WeakMap<Wording, WeakMap<Item, Map<string, SectionBlock[]>>>();

/** An item in a list: what it is, whose, how it stands, and the way to its details. The same blocks each time, until the year changes. */
export function cardView(item: Item, index: number, context: ViewContext): SectionBlock[] {
  const { wording, thisYear } = context;
  const byItem = drawn.get(wording) ?? new WeakMap<Item, Map<string, SectionBlock[]>>();
  drawn.set(wording, byItem);
  const byPlace = byItem.get(item) ?? new Map<string, SectionBlock[]>();
  byItem.set(item, byPlace);
  const place = `${index} ${thisYear}`;
  const card = byPlace.get(place) ?? draw(item, index, context);
  byPlace.set(place, card);
  return card;
}

function draw(item: Item, index: number, context: ViewContext): SectionBlock[] {
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
