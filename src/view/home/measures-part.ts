import type { SectionAnswer } from '../../ask/answer.ts';
import { kpiStatus } from '../../plan/comparison.ts';
import { actionIds, numbered } from '../action-ids.ts';
import { button, context as contextBlock, divider, lines, type Part, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { planName, statusText } from '../describe.ts';
import { encode } from '../values.ts';

/** Sections shown, and items of each; «担当 <課>» has them all. */
const mostSections = 3;
const mostItems = 6;

function sectionPart(answer: SectionAnswer, index: number, context: ViewContext): Part[] {
  const { wording } = context;
  const { section: own, duties, items } = answer;
  if (items.length === 0) return section(wording.mrkdwn('home.no_measures', { section: own.id }));
  const all = duties.flatMap(({ plan, items: of }) => of.map((item) => ({ plan, item })));
  const hidden = all.length - mostItems;
  return [
    ...section(
      wording.mrkdwn('home.measures', { section: own.id, count: all.length }),
      button({
        id: numbered(actionIds.ask, index),
        text: wording.plain('home.button', { button: 'section' }),
        label: own.id,
        value: encode({ q: `担当 ${own.id}` }),
      }),
    ),
    ...lines(
      all.slice(0, mostItems).map(({ plan, item }) =>
        wording.mrkdwn('home.measure', {
          title: item.title,
          number: item.number,
          plan: planName(plan, context),
          status: statusText(
            item,
            item.kpis.map((kpi) => kpiStatus(item, kpi)),
            context,
          ),
        }),
      ),
    ),
    ...(hidden > 0 ? contextBlock(wording.mrkdwn('home.measures_more', { count: hidden })) : []),
  ];
}

/** What the reader's own sections answer for in the plans, the newest plan first. */
export function measuresPart(own: readonly SectionAnswer[], context: ViewContext): Part[] {
  if (own.length === 0) return [];
  return [...own.slice(0, mostSections).flatMap((one, index) => sectionPart(one, index, context)), divider()];
}
