import { z } from 'zod';
import type { Decided, Requested } from '../../notice/desk/exclusion.ts';
import type { ExclusionRequest } from '../../report/exclusion-request.ts';
import type { Round } from '../../report/round.ts';
import { screenModal } from '../../view/desk/desk-modal.ts';
import { momentText, nameText, personText } from '../../view/desk/report-text.ts';
import type { View } from '../../view/lay-out.ts';
import { readAsk } from '../../view/notice/ask-choice.ts';
import { declineForm, exclusionFields, exclusionForm } from '../../view/notice/exclusion-form.ts';
import { beginningValue, requestValue } from '../../view/notice/notice-values.ts';
import { sentence } from '../../view/sentence.ts';
import { createDeskListeners, type Submitted } from '../desk-listeners.ts';
import type { Services } from '../services.ts';
import { overtakenView } from './told.ts';

/** «今回は対象外と申し出る», and what the coordinators make of it. */
export function createExclusionActions(services: Services) {
  const { noticeDesk, viewContext } = services;
  const { onClick, onSubmit } = createDeskListeners(services);
  const next = (view: View): Submitted => ({ kind: 'next', modal: screenModal(view, viewContext()) });

  /** What is missing in a form, beside its field. */
  function missing(fields: readonly (keyof typeof exclusionFields)[]): Submitted {
    const { wording } = viewContext();
    const text = (field: keyof typeof exclusionFields): string =>
      wording.plain('ask.fault', { code: field === 'ask' ? 'missing' : 'no-reason' });
    return {
      kind: 'faults',
      errors: Object.fromEntries(fields.map((field) => [exclusionFields[field], text(field)])),
    };
  }

  const about = (round: Pick<Round, 'title'>, { section }: Pick<ExclusionRequest, 'section'>) => ({
    title: nameText(round.title),
    section: nameText(section),
  });

  function requested(done: Requested): View {
    const context = viewContext();
    if (done.ok) return sentence('exclusion.done', about(done.round, done.request), context);
    if (done.code !== 'already') return overtakenView(done, context);
    const { round, request } = done;
    const who = personText(request.by, context);
    const values = { ...about(round, request), when: momentText(request.at, context), who };
    return sentence('exclusion.already', values, context);
  }

  function undecided(done: Extract<Decided, { ok: false }>): View {
    const context = viewContext();
    return done.code === 'decided' ? sentence('exclusion.decided', {}, context) : overtakenView(done, context);
  }

  return {
    onExclusion: onClick('notice-exclusion', beginningValue, async ({ at }, { user }) => {
      const context = viewContext();
      const opened = await noticeDesk.openRequest(user);
      if (!opened.ok) return { kind: 'aside', view: overtakenView(opened, context) };
      return opened.asks.length === 0
        ? { kind: 'aside', view: sentence('exclusion.none', {}, context) }
        : { kind: 'form', modal: exclusionForm(opened.asks, at, context) };
    }),

    onExclusionSent: onSubmit('notice-exclusion', z.strictObject({}), async (_, typed, user) => {
      const at = readAsk(typed.choice(exclusionFields.ask));
      const reason = typed.text(exclusionFields.reason);
      if (!at || reason === '')
        return missing([...(at ? [] : ['ask' as const]), ...(reason ? [] : ['reason' as const])]);
      return next(requested(await noticeDesk.requestExclusion(user, { ...at, reason })));
    }),

    onGrant: onClick('notice-grant', requestValue, async (at, { user }) => {
      const done = await noticeDesk.grantExclusion(user, at);
      if (!done.ok) return { kind: 'aside', view: undecided(done) };
      return { kind: 'aside', view: sentence('exclusion.granted', about(done.round, done.request), viewContext()) };
    }),

    onDecline: onClick('notice-decline', requestValue, async (at, { user }) => {
      const opened = await noticeDesk.openDecision(user, at);
      return opened.ok
        ? { kind: 'form', modal: declineForm(opened.round, opened.request, viewContext()) }
        : { kind: 'aside', view: undecided(opened) };
    }),

    onDeclineSent: onSubmit('notice-decline', requestValue, async (at, typed, user) => {
      const reason = typed.text(exclusionFields.reason);
      if (reason === '') return missing(['reason']);
      const done = await noticeDesk.declineExclusion(user, { ...at, reason });
      if (!done.ok) return next(undecided(done));
      return next(sentence('exclusion.declined', about(done.round, done.request), viewContext()));
    }),
  };
}
