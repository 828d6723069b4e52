import type { SectionAnswer } from '../../ask/answer.ts';
import { kpiStatus } from '../../plan/comparison.ts';
import type { Item } from '../../plan/item.ts';
import type { Plan } from '../../plan/plan.ts';
import { actionIds, numbered } from '../action-ids.ts';
import { button, context as contextBlock, divider, lines, type Part, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { planName, statusText } from '../describe.ts';
import { encode } from '../values.ts';

/** Sections shown, and items of each; «担当 <課>» has them all. */
const mostSections = 3;
const mostItems = 6;

interface Shown {
  plan: Plan;
  items: readonly Item[];
}

/** The first items, still by their plans. */
function firstOf(duties: SectionAnswer['duties'], most: number): Shown[] {
  const shown: Shown[] = [];
  let left = most;
  for (const { plan, items } of duties) {
    if (left <= 0) break;
    shown.push({ plan, items: items.slice(0, left) });
    left -= items.length;
  }
  return shown;
}

function itemLine(item: Item, context: ViewContext): string {
  const status = statusText(
    item,
    item.kpis.map((kpi) => kpiStatus(item, kpi)),
    context,
  );
  return context.wording.mrkdwn('home.measure', { title: item.title, number: item.number, status });
}

function sectionPart(answer: SectionAnswer, index: number, context: ViewContext): Part[] {
  const { wording } = context;
  const { section: own, duties } = answer;
  const count = duties.reduce((sum, { items }) => sum + items.length, 0);
  if (count === 0) return section(wording.mrkdwn('home.no_measures', { section: own.id }));
  const hidden = count - mostItems;
  const text = wording.plain('home.button', { button: 'section' });
  return [
    ...section(
      wording.mrkdwn('home.measures', { section: own.id, count }),
      button({
        id: numbered(actionIds.ask, index),
        text,
        label: `${text} ${own.id}`,
        value: encode({ q: `担当 ${own.id}` }),
      }),
    ),
    ...lines(
      firstOf(duties, mostItems).flatMap(({ plan, items }) => [
        wording.mrkdwn('home.plan', { plan: planName(plan, context) }),
        ...items.map((item) => itemLine(item, context)),
      ]),
    ),
    ...(hidden > 0 ? contextBlock(wording.mrkdwn('home.measures_more', { count: hidden })) : []),
  ];
}

/** What the reader's own sections answer for in the plans, the newest plan first. */
export function measuresPart(own: readonly SectionAnswer[], context: ViewContext): Part[] {
  if (own.length === 0) return [];
  return [...own.slice(0, mostSections).flatMap((one, index) => sectionPart(one, index, context)), divider()];
}
