import { z } from 'zod';
import { addDays } from '../../report/day.ts';
import type { RosterDone, RosterFault, RosterPlan } from '../../report/desk/roster-desk.ts';
import type { UserId } from '../../report/person.ts';
import { rosterEntrySchema } from '../../report/roster.ts';
import { dayText } from '../../view/desk/day-words.ts';
import { screenModal } from '../../view/desk/desk-modal.ts';
import { boardsValue, rosterConfirmValue, rosterEditValue, rosterFormValue } from '../../view/desk/desk-values.ts';
import { rosterFields, rosterForm } from '../../view/desk/roster-form.ts';
import { rosterView } from '../../view/desk/roster-view.ts';
import type { View } from '../../view/lay-out.ts';
import { refusalView } from '../../view/refusal-view.ts';
import { sentence } from '../../view/sentence.ts';
import { createDeskListeners, type Submitted } from '../desk-listeners.ts';
import type { Services } from '../services.ts';
import type { Typed } from '../typed.ts';
import { whoWasFirst } from './who-was-first.ts';

const { id: _, confirmedOn: __, version: ___, ...written } = rosterEntrySchema.shape;
const writtenSchema = z.object(written);

function standing(typed: Typed, section: string | null) {
  return {
    section,
    post: typed.text(rosterFields.post),
    head: typed.user(rosterFields.head),
    deputies: typed.users(rosterFields.deputies),
    staff: typed.users(rosterFields.staff),
    channel: typed.conversation(rosterFields.channel),
    from: typed.day(rosterFields.from),
    to: typed.day(rosterFields.to),
  };
}

/** 名簿: pages, the form for an entry, and «この名簿のとおりです». */
export function createRosterActions(services: Services) {
  const { desk, viewContext } = services;
  const { onClick, onSubmit } = createDeskListeners(services);

  async function page(user: UserId, words: string, from = 0, note?: View): Promise<View> {
    const opened = await desk.openRosterPage(user, { words, from });
    return opened.ok ? rosterView(opened.page, viewContext(), note) : refusalView(opened, viewContext());
  }

  function beside(faults: readonly Pick<RosterFault, 'field' | 'code'>[]): Submitted {
    const { wording } = viewContext();
    return {
      kind: 'faults',
      errors: Object.fromEntries(
        faults.map(({ field, code }) => [rosterFields[field], wording.plain('roster.fault', { code })]),
      ),
    };
  }

  /** The roster after a deed, at the section it was about. */
  async function after(
    user: UserId,
    done: RosterDone,
    kind: 'add' | 'change' | 'transfer' | 'confirm',
    about: RosterPlan['section'],
  ): Promise<View> {
    const context = viewContext();
    if (!done.ok) {
      if (done.code === 'faults') return page(user, about);
      if (done.code !== 'changed') return refusalView(done, context);
      return page(
        user,
        about,
        0,
        await whoWasFirst(services, user, { round: null, section: about, rosterEntry: null }),
      );
    }
    const { section, from } = done.entry;
    const until = dayText(addDays(from, -1), context, { withYear: true });
    return page(user, section, 0, sentence('roster.done', { kind, section, until }, context));
  }

  return {
    onPage: onClick('roster-page', boardsValue, async ({ words, from }, { user }) => ({
      kind: 'screen',
      view: await page(user, words, from),
    })),

    onEdit: onClick('roster-edit', rosterEditValue, async (value, { user }) => {
      const id = value.kind === 'add' ? null : value.entry;
      const opened = await desk.openRosterEntry(user, id);
      if (!opened.ok) return { kind: 'screen', view: refusalView(opened, viewContext()) };
      const section = value.kind === 'add' ? value.section : null;
      return { kind: 'form', modal: rosterForm({ ...opened, kind: value.kind, section }, viewContext()) };
    }),

    onFormSent: onSubmit('roster-entry', rosterFormValue, async ({ kind, at }, typed, user): Promise<Submitted> => {
      const opened = at ? await desk.openRosterEntry(user, at.id) : null;
      if (opened && !opened.ok) {
        return { kind: 'next', modal: screenModal(refusalView(opened, viewContext()), viewContext()) };
      }
      const section = opened?.entry?.section ?? typed.choice(rosterFields.section);
      const read = writtenSchema.safeParse(standing(typed, section));
      if (!read.success) {
        const fields = z.array(z.enum(['section', 'post', 'from', 'channel']));
        const wrong = fields.catch(['post']).parse([...new Set(read.error.issues.map(({ path }) => String(path[0])))]);
        const { wording } = viewContext();
        const text = wording.plain('roster.fault', { code: 'missing' });
        return { kind: 'faults', errors: Object.fromEntries(wrong.map((field) => [rosterFields[field], text])) };
      }
      const plan: RosterPlan = read.data;
      const done =
        kind === 'transfer' && at
          ? await desk.transferRosterEntry(user, at, plan)
          : await desk.saveRosterEntry(user, at, plan);
      if (!done.ok && done.code === 'faults') return beside(done.faults);
      return { kind: 'next', modal: screenModal(await after(user, done, kind, plan.section), viewContext()) };
    }),

    onConfirm: onClick('roster-confirm', rosterConfirmValue, async ({ section, entry, version }, { user }) => {
      const done = await desk.confirmRoster(user, section, { id: entry, version });
      return { kind: 'screen', view: await after(user, done, 'confirm', section) };
    }),
  };
}
