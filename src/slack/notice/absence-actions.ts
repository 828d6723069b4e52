import { z } from 'zod';
import type { AbsenceDone, AbsenceFault } from '../../notice/desk/absence.ts';
import { screenModal } from '../../view/desk/desk-modal.ts';
import type { View } from '../../view/lay-out.ts';
import { absenceFields, absenceForm, absenceParts } from '../../view/notice/absence-form.ts';
import { absenceValue } from '../../view/notice/notice-values.ts';
import { refusalView } from '../../view/refusal-view.ts';
import { sentence } from '../../view/sentence.ts';
import { createDeskListeners, type Submitted } from '../desk-listeners.ts';
import type { Services } from '../services.ts';

const nothing = z.strictObject({});

/** «不在にする» and «戻りました»: everybody for themself. */
export function createAbsenceActions(services: Services) {
  const { noticeDesk, viewContext } = services;
  const { onClick, onSubmit } = createDeskListeners(services);

  function beside(faults: readonly (AbsenceFault | { field: 'from'; code: 'missing' | 'changed' })[]): Submitted {
    const { wording } = viewContext();
    return {
      kind: 'faults',
      errors: Object.fromEntries(
        faults.map(({ field, code }) => [absenceFields[field], wording.plain('absence.fault', { code })]),
      ),
    };
  }

  function ended(done: AbsenceDone): View {
    const context = viewContext();
    if (done.ok) return sentence('absence.ended', {}, context);
    switch (done.code) {
      case 'present':
        return sentence('absence.present', {}, context);
      case 'faults':
        // Ending an absence asks for nothing that could be wrong.
        return refusalView({ ok: false, code: 'changed' }, context);
      default:
        return refusalView(done, context);
    }
  }

  return {
    onAbsence: onClick('notice-absence', nothing, async (_, { user }) => {
      const opened = await noticeDesk.openAbsence(user);
      return opened.ok
        ? { kind: 'form', modal: absenceForm(opened, viewContext()) }
        : { kind: 'aside', view: refusalView(opened, viewContext()) };
    }),

    onAbsenceSent: onSubmit('notice-absence', absenceValue, async ({ version }, typed, user) => {
      const from = typed.day(absenceFields.from);
      if (!from) return beside([{ field: 'from', code: 'missing' }]);
      const plan = { from, to: typed.day(absenceFields.to), standIn: typed.user(absenceFields.standIn) };
      const done = await noticeDesk.setAbsence(user, version, plan);
      const context = viewContext();
      if (done.ok) {
        const { text, parts } = sentence('absence.done', {}, context);
        const view = { text, parts: [...parts, ...absenceParts(done.absence, context)] };
        return { kind: 'next', modal: screenModal(view, context) };
      }
      switch (done.code) {
        case 'faults':
          return beside(done.faults);
        case 'changed':
          return beside([{ field: 'from', code: 'changed' }]);
        case 'present':
          return { kind: 'next', modal: screenModal(sentence('absence.present', {}, context), context) };
        default:
          return { kind: 'next', modal: screenModal(refusalView(done, context), context) };
      }
    }),

    onPresent: onClick('notice-present', nothing, async (_, { user }) => ({
      kind: 'aside',
      view: ended(await noticeDesk.endAbsence(user)),
    })),
  };
}
