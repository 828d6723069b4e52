import type { SectionBlock } from '@slack/types';
import { kpiStatus } from '../plan/comparison.ts';
import type { FiscalYear } from '../plan/fiscal-year.ts';
import type { Item } from '../plan/item.ts';
import type { Wording } from '../wording/wording.ts';
import { actionIds, numbered } from './action-ids.ts';
import { button, section } from './blocks.ts';
import type { ViewContext } from './context.ts';
import { endedWord, planName, sectionsOf, statusText } from './describe.ts';
import { encode } from './values.ts';

/** The cards of an item as they were drawn with these words in that year, by their place in the list. */
interface Drawn {
  wording: Wording;
  thisYear: FiscalYear;
  cards: Map<number, SectionBlock[]>;
}

/** Answers to many questions hold the same items. */
const drawn = new WeakMap<Item, Drawn>();

function drawnOf(item: Item, { wording, thisYear }: ViewContext): Drawn {
  const last = drawn.get(item);
  if (last?.wording === wording && last.thisYear === thisYear) return last;
  const anew: Drawn = { wording, thisYear, cards: new Map() };
  drawn.set(item, anew);
  return anew;
}

/** An item in a list: what it is, whose, how it stands, and the way to its details. The same blocks each time, until the year changes. */
export function cardView(item: Item, index: number, context: ViewContext): SectionBlock[] {
  const { cards } = drawnOf(item, context);
  const card = cards.get(index) ?? draw(item, index, context);
  cards.set(index, card);
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
