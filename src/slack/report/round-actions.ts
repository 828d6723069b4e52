import { z } from 'zod';
import type { RoundPlan } from '../../report/desk/rounds.ts';
import type { UserId } from '../../report/person.ts';
import type { RoundFault } from '../../report/round-faults.ts';
import { screenModal } from '../../view/desk/desk-modal.ts';
import { type PlannedValue, plannedValue } from '../../view/desk/desk-values.ts';
import { type RoundBeginning, roundFields, roundForm } from '../../view/desk/round-form.ts';
import { roundPreviewModal } from '../../view/desk/round-preview.ts';
import type { View } from '../../view/lay-out.ts';
import { limits } from '../../view/limits.ts';
import { refusalView } from '../../view/refusal-view.ts';
import { decode } from '../../view/values.ts';
import { createDeskListeners, type Shown, type Submitted } from '../desk-listeners.ts';
import type { Services } from '../services.ts';
import type { Typed } from '../typed.ts';
import { createBoardScreen } from './board-screen.ts';

const formValue = z.strictObject({ plan: z.string() });
const nothing = z.looseObject({});

/** The ids of the fields whose choices belong to one plan. */
function fieldOf(field: 'kpis' | 'sections', plan: string): string {
  return `${roundFields[field]}:${plan}`;
}

/** What stands in the form, unread: to draw it again, or to be read by the schema. */
function standing(typed: Typed, plan: string) {
  const chosen = (field: 'kpis' | 'sections') => typed.choices(fieldOf(field, plan));
  return {
    title: typed.text(roundFields.title),
    plan,
    year: Number(typed.choice(roundFields.year)),
    kpis: chosen('kpis').length > 0 ? chosen('kpis') : null,
    sections: chosen('sections').length > 0 ? chosen('sections') : null,
    opens: typed.day(roundFields.opens),
    due: typed.day(roundFields.due),
    closedDays: typed.choice(roundFields.closedDays),
    grace: Number(typed.choice(roundFields.grace)),
    ladder: typed.choices(roundFields.ladder).map(Number),
  };
}

const writtenSchema = plannedValue.omit({ id: true });

function planOf(written: z.infer<typeof writtenSchema>): RoundPlan {
  return { ...written, exclusions: [] };
}

/** 照会を作る: the form, its preview, and the saving. */
export function createRoundActions(services: Services) {
  const { desk, viewContext } = services;
  const { onClick, onSubmit } = createDeskListeners(services);
  const { after } = createBoardScreen(services);

  async function form(user: UserId, plan: string | null, beginning: RoundBeginning): Promise<Shown> {
    const offered = await desk.roundChoices(user, plan);
    return offered.ok
      ? { kind: 'form', modal: roundForm(offered.choices, beginning, viewContext()) }
      : { kind: 'screen', view: refusalView(offered, viewContext()) };
  }

  /** Beside the fields, by the names the schema or the rules have for them. */
  function beside(faults: readonly { field: keyof typeof roundFields; text: string }[], plan: string): Submitted {
    return {
      kind: 'faults',
      errors: Object.fromEntries(
        faults.map(({ field, text }) => [
          field === 'kpis' || field === 'sections' ? fieldOf(field, plan) : roundFields[field],
          text,
        ]),
      ),
    };
  }
  const faultText = (code: RoundFault['code'] | 'missing' | 'too-many' | 'unknown'): string =>
    viewContext().wording.plain('round.fault', { code });

  /** Saves what a preview showed. A second click finds the round there already, and shows it. */
  async function save(user: UserId, planned: PlannedValue, andOpen: boolean): Promise<View> {
    const { id, ...written } = planned;
    const created = await desk.createRound(user, planOf(written), id);
    if (!created.ok || !andOpen) return after(user, id, created, 'create');
    const opened = await desk.changeRound(user, { id, version: created.round.version }, { action: 'open-round' });
    return after(user, id, opened, 'open');
  }

  return {
    onNew: onClick('round-new', nothing, (_, { user }) => form(user, null, {})),

    /** Another plan: its own KPIs and sections; what else was typed stays in its fields. */
    onPlan: onClick('round-plan', z.string(), (plan, { user, typed }) => {
      // Nothing of another plan's KPIs and sections can be kept.
      const { title, opens, due } = standing(typed, plan);
      return form(user, plan, { title, opens: opens ?? undefined, due: due ?? undefined });
    }),

    onBack: onClick('round-back', nothing, (_, { user, metadata }) => {
      const planned = decode(plannedValue, metadata);
      return form(user, planned?.plan ?? null, planned ?? {});
    }),

    onFormSent: onSubmit('round-form', formValue, async ({ plan }, typed, user): Promise<Submitted> => {
      const read = writtenSchema.safeParse(standing(typed, plan));
      if (!read.success) {
        const wrong = new Set(read.error.issues.map(({ path }) => String(path[0])));
        const fields = z.array(
          z.enum(['title', 'year', 'opens', 'due', 'closedDays', 'grace', 'ladder', 'kpis', 'sections']),
        );
        const known = fields.catch(['title']).parse([...wrong]);
        const code = (field: string) => (field === 'kpis' || field === 'sections' ? 'unknown' : 'missing');
        return beside(
          known.map((field) => ({ field, text: faultText(code(field)) })),
          plan,
        );
      }
      const looked = await desk.previewRound(user, planOf(read.data));
      if (looked.ok) {
        const modal = roundPreviewModal(looked.preview, viewContext());
        const fits = (modal.private_metadata?.length ?? 0) <= limits.privateMetadata;
        return fits ? { kind: 'next', modal } : beside([{ field: 'kpis', text: faultText('too-many') }], plan);
      }
      if (looked.code === 'faults') {
        return beside(
          looked.faults.map(({ field, code }) => ({ field, text: faultText(code) })),
          plan,
        );
      }
      return { kind: 'next', modal: screenModal(refusalView(looked, viewContext()), viewContext()) };
    }),

    /** «下書きとして保存». */
    onSave: onClick('round-save', nothing, async (_, { user, metadata }) => {
      const planned = decode(plannedValue, metadata);
      return planned ? { kind: 'screen', view: await save(user, planned, false) } : null;
    }),

    /** «保存して受付を始める». */
    onPreviewSent: onSubmit('round-preview', plannedValue, async (planned, _, user) => ({
      kind: 'next',
      modal: screenModal(await save(user, planned, true), viewContext()),
    })),
  };
}
