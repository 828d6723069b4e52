import type { ModalView } from '@slack/types';
import { longEraYear } from '../../plan/fiscal-year.ts';
import type { RoundPreview } from '../../report/desk/round-plan.ts';
import { usualLadder } from '../../report/reminders.ts';
import { actionIds, callbackIds } from '../action-ids.ts';
import { actions, button, context as contextBlock, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { planName } from '../describe.ts';
import { dayText, derivationText } from './day-words.ts';
import { formModal } from './desk-modal.ts';
import type { PlannedValue } from './desk-values.ts';
import { scopeParts } from './scope-part.ts';

/** What the preview carries on to the saving. */
function plannedOf({ id, plan }: RoundPreview): PlannedValue {
  const { title, year, kpis, sections, opens, due, closedDays, grace, ladder } = plan;
  return {
    id,
    title,
    plan: plan.plan,
    year,
    kpis,
    sections,
    opens,
    due,
    closedDays,
    grace,
    ladder: [...(ladder ?? usualLadder)],
  };
}

/** A round before it is saved: who is asked, until when and why that day, and when the reminders fall. */
export function roundPreviewModal(preview: RoundPreview, context: ViewContext): ModalView {
  const { wording, catalog } = context;
  const { plan, due, scope } = preview;
  const secondary = (name: 'save' | 'back', id: string) =>
    // What is saved is what the modal carries, so the buttons need no value of their own.
    button({ id, text: wording.plain('round.button', { button: name }), value: '{}' });
  return formModal(
    {
      callback: callbackIds.roundPreview,
      title: wording.plain('round.preview_title', {}),
      submit: wording.plain('round.preview_submit', {}),
      metadata: plannedOf(preview),
      parts: [
        ...section(
          wording.mrkdwn('round.preview_head', {
            title: plan.title,
            plan: planName(catalog.plan(plan.plan), context),
            year: longEraYear(plan.year),
            opens: dayText(plan.opens, context),
            due: dayText(due.day, context, { withYear: true }),
            derivation: derivationText(due, plan.closedDays, context),
            sections: scope.sections.length,
            kpis: scope.sections.reduce((sum, { kpis }) => sum + kpis.length, 0),
          }),
        ),
        ...scopeParts(preview, plan.grace, context),
        ...actions([secondary('save', actionIds.roundSave), secondary('back', actionIds.roundBack)]),
        ...contextBlock(wording.mrkdwn('round.preview_saved', {})),
      ],
    },
    context,
  );
}
