import type { KpiOverviewAnswer, SectionAnswer } from '../ask/answer.ts';
import type { Home } from '../notice/desk/home.ts';
import { actions, divider, header, type Part, section } from './blocks.ts';
import type { ViewContext } from './context.ts';
import { planName } from './describe.ts';
import { dutiesView } from './desk/duties-view.ts';
import { exampleButtons } from './help-view.ts';
import { measuresPart } from './home/measures-part.ts';
import { noticesPart } from './home/notices-part.ts';
import { roundsPart } from './home/rounds-part.ts';
import { overviewParts } from './kpis-view.ts';
import type { View } from './lay-out.ts';
import { sectionSelect } from './section-view.ts';

/** What the App Home is drawn from; what is not known, or is none of the reader's business, is null. */
export interface HomeFacts {
  overview: KpiOverviewAnswer | null;
  /** What concerns the reader alone. */
  own: Home | null;
  /** What each of the reader's sections answers for. */
  sections: readonly SectionAnswer[];
  /** 次の週報, for coordinators. */
  digest: View | null;
}

/** The reader's own: what they owe, what they look after, how they are told, what their sections answer for. */
function ownParts({ own, sections, digest }: HomeFacts, context: ViewContext): Part[] {
  if (!own) return [];
  const { duties, today } = own;
  return [
    ...(duties.length > 0 ? [...dutiesView(duties, today, context).parts, divider()] : []),
    ...roundsPart(own, context),
    ...(digest ? [...digest.parts, divider()] : []),
    ...noticesPart(own, context),
    ...measuresPart(sections, context),
  ];
}

/** The App Home: the reader's own, what can be asked, how the newest KPIs stand, the way to every section. */
export function homeView(facts: HomeFacts, context: ViewContext): View {
  const { wording, command, catalog } = context;
  const { overview } = facts;
  return {
    text: wording.plain('home.intro', { command }),
    parts: [
      header(wording.plain('home.headline', {})),
      ...ownParts(facts, context),
      ...section(wording.mrkdwn('home.intro', { command })),
      ...section(wording.mrkdwn('home.try', {})),
      ...actions(exampleButtons(context)),
      divider(),
      ...(overview ? overviewParts(overview, context) : []),
      divider(),
      ...section(wording.mrkdwn('home.sections', {}), sectionSelect(catalog.sections, context)),
      ...section(
        wording.mrkdwn('home.plans', {
          plans: catalog.plans.map((plan) => ({
            name: planName(plan, context),
            count: plan.items.length,
            document: plan.source.document,
          })),
        }),
      ),
    ],
  };
}
