import type { KpiOverviewAnswer } from '../ask/answer.ts';
import { actions, divider, header, section } from './blocks.ts';
import type { ViewContext } from './context.ts';
import { planName } from './describe.ts';
import { exampleButtons } from './help-view.ts';
import { overviewParts } from './kpis-view.ts';
import type { View } from './lay-out.ts';
import { sectionSelect } from './section-view.ts';

/** The App Home: what the reader's sections owe, what can be asked, how the newest KPIs stand, the way to every section. */
export function homeView(overview: KpiOverviewAnswer | null, context: ViewContext, owed: View | null = null): View {
  const { wording, command, catalog } = context;
  return {
    text: wording.plain('home.intro', { command }),
    parts: [
      header(wording.plain('home.headline', {})),
      ...(owed ? [...owed.parts, divider()] : []),
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
