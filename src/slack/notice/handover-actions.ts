import { z } from 'zod';
import type { HandedOver } from '../../notice/desk/hand-over.ts';
import { screenModal } from '../../view/desk/desk-modal.ts';
import type { View } from '../../view/lay-out.ts';
import { readAsk } from '../../view/notice/ask-choice.ts';
import { handedOverView, handoverFields, handoverForm } from '../../view/notice/handover-form.ts';
import { askAtValue, beginningValue } from '../../view/notice/notice-values.ts';
import { sentence } from '../../view/sentence.ts';
import { createDeskListeners, type Submitted } from '../desk-listeners.ts';
import type { Services } from '../services.ts';
import { overtakenView } from './told.ts';

/** «担当を替える» and «担当を元に戻す». */
export function createHandoverActions(services: Services) {
  const { noticeDesk, viewContext } = services;
  const { onClick, onSubmit } = createDeskListeners(services);
  const next = (view: View): Submitted => ({ kind: 'next', modal: screenModal(view, viewContext()) });

  function said(done: HandedOver): View {
    const context = viewContext();
    if (done.ok) return handedOverView(done.round, done.handover, context);
    switch (done.code) {
      case 'fault':
        return sentence('handover.fault', { code: done.fault }, context);
      case 'not-handed-over':
        return sentence('handover.not_handed_over', {}, context);
      default:
        return overtakenView(done, context);
    }
  }

  return {
    onHandOver: onClick('notice-hand-over', beginningValue, async ({ at }, { user }) => {
      const context = viewContext();
      const opened = await noticeDesk.openHandover(user);
      if (!opened.ok) return { kind: 'aside', view: overtakenView(opened, context) };
      return opened.asks.length === 0
        ? { kind: 'aside', view: sentence('handover.none', {}, context) }
        : { kind: 'form', modal: handoverForm(opened.asks, at, context) };
    }),

    onHandOverSent: onSubmit('notice-hand-over', z.strictObject({}), async (_, typed, user) => {
      const at = readAsk(typed.choice(handoverFields.ask));
      const to = typed.user(handoverFields.to);
      const reason = typed.text(handoverFields.reason);
      const { wording } = viewContext();
      const missing = wording.plain('ask.fault', { code: 'missing' });
      if (!at || !to || reason === '') {
        const errors = {
          ...(at ? {} : { [handoverFields.ask]: missing }),
          ...(to ? {} : { [handoverFields.to]: missing }),
          ...(reason === '' ? { [handoverFields.reason]: wording.plain('ask.fault', { code: 'no-reason' }) } : {}),
        };
        return { kind: 'faults', errors };
      }
      const done = await noticeDesk.handOver(user, { ...at, to, reason });
      if (done.ok || done.code !== 'fault') return next(said(done));
      return { kind: 'faults', errors: { [handoverFields.to]: wording.plain('handover.fault', { code: done.fault }) } };
    }),

    onTakeBack: onClick('notice-take-back', askAtValue, async (at, { user }) => ({
      kind: 'aside',
      view: said(await noticeDesk.takeBack(user, at)),
    })),
  };
}
