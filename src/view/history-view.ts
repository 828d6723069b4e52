import type { HistoryAnswer, HistoryStep } from '../ask/answer.ts';
import { kpiStatus } from '../plan/comparison.ts';
import { actions, context as contextBlock, divider, type Part, section } from './blocks.ts';
import type { ViewContext } from './context.ts';
import { planName, statusText } from './describe.ts';
import { readingsView } from './found-view.ts';
import type { View } from './lay-out.ts';
import { shareButton } from './share-view.ts';

const mostPerPlan = 6;

function stepText({ plan, items }: HistoryStep, { links }: HistoryAnswer, context: ViewContext): string {
  const { wording, catalog } = context;
  return wording.mrkdwn('history.step', {
    plan: planName(plan, context),
    items: items.slice(0, mostPerPlan).map((item) => ({
      number: item.number,
      title: item.title,
      status: statusText(
        item,
        item.kpis.map((kpi) => kpiStatus(item, kpi)),
        context,
      ),
      from: links
        .filter((link) => link.to === item.id)
        .flatMap((link) => {
          const from = catalog.item(link.from);
          const kind = wording.plain('words.lineage', { kind: link.kind, inferred: link.basis === 'inferred' });
          return from ? [{ title: from.title, kind }] : [];
        }),
    })),
    more: Math.max(0, items.length - mostPerPlan),
  });
}

/** A gap is named only between and after plans in which something was found, and not for the second edition of a plan that has some. */
function isGap(index: number, steps: readonly HistoryStep[]): boolean {
  const step = steps[index];
  const first = steps.findIndex(({ items }) => items.length > 0);
  const sameYears = (other: HistoryStep): boolean => other.plan.years[0] === step?.plan.years[0];
  return (
    step?.items.length === 0 && index > first && !steps.some((other) => sameYears(other) && other.items.length > 0)
  );
}

/** A thread through all plans, oldest first, gaps named. */
export function historyView(answer: HistoryAnswer, context: ViewContext): View {
  const { wording } = context;
  const { question, steps, links, items } = answer;
  const parts: Part[] = steps.flatMap((step, index) => {
    if (step.items.length > 0) return section(stepText(step, answer, context));
    if (!isGap(index, steps)) return [];
    return section(
      wording.mrkdwn('history.gap', { plan: planName(step.plan, context), document: step.plan.source.document }),
    );
  });
  return {
    text: wording.plain('history.text', {
      question,
      plans: steps.filter((step) => step.items.length > 0).length,
      count: items.length,
    }),
    parts: [
      ...section(wording.mrkdwn('history.headline', { question })),
      ...readingsView(answer.readAs, context),
      divider(),
      ...parts,
      ...(links.some((link) => link.basis === 'inferred') ? contextBlock(wording.mrkdwn('history.inferred', {})) : []),
      ...actions([shareButton({ q: `系譜 ${question}` }, context)]),
    ],
  };
}
