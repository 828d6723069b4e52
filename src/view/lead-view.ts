import type { Lead } from '../ask/answer.ts';
import type { ViewContext } from './context.ts';
import { actualText, planName, sectionsOf, stateWord, targetText, valueText } from './describe.ts';

/** The first line of the answer to a whole question; mrkdwn or plain, as the place needs it. */
export function leadLine(lead: Lead, context: ViewContext, form: 'mrkdwn' | 'plain'): string {
  const { wording, catalog } = context;
  const say = wording[form];
  if (lead.code === 'tally') return say('lead.tally', { count: lead.count });
  const { item } = lead;
  const { title } = item;
  const plan = planName(catalog.planOf(item), context);
  switch (lead.code) {
    case 'who':
      return say('lead.who', { title, plan, sections: sectionsOf(item) });
    case 'status': {
      const [kpi] = lead.kpis;
      if (kpi) {
        return say('lead.status_kpi', {
          title,
          plan,
          state: stateWord(kpi, context),
          name: kpi.kpi.name,
          actual: actualText(kpi, context),
          target: targetText(kpi, context),
        });
      }
      return item.evaluation
        ? say('lead.status_mark', { title, plan, mark: wording.plain('words.mark', { mark: item.evaluation.mark }) })
        : say('lead.status_none', { title, plan });
    }
    case 'figure':
      return say('lead.figure', {
        title,
        plan,
        name: lead.kpi.kpi.name,
        actual: lead.kpi.kpi.actuals.length > 0 ? actualText(lead.kpi, context) : null,
        baseline: valueText(lead.kpi.kpi.baseline, lead.kpi.kpi.unit, context),
        target: targetText(lead.kpi, context),
      });
    case 'when':
    case 'count':
    case 'why':
    case 'exists':
      return say('lead.evidence', { title, plan, evidence: lead.evidence });
    case 'not-stated':
      return say('lead.not_stated', { title, plan, asked: lead.asked });
  }
}
