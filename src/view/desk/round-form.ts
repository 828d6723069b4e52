import type { InputBlock, ModalView } from '@slack/types';
import { fiscalYear, longEraYear } from '../../plan/fiscal-year.ts';
import type { RoundChoices } from '../../report/desk/round-plan.ts';
import { usualLadder } from '../../report/reminders.ts';
import { actionIds, callbackIds } from '../action-ids.ts';
import { context as contextBlock, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { planName } from '../describe.ts';
import { dateInput, multiSelectInput, type OptionGroup, selectInput, textInput } from '../inputs.ts';
import { formModal } from './desk-modal.ts';
import type { PlannedValue } from './desk-values.ts';

/** The fields of the form, by the ids of their blocks. */
export const roundFields = {
  title: 'round-title',
  plan: actionIds.roundPlan,
  year: 'round-year',
  kpis: 'round-kpis',
  sections: 'round-sections',
  opens: 'round-opens',
  due: 'round-new-due',
  closedDays: 'round-closed-days',
  grace: 'round-grace',
  ladder: 'round-ladder',
} as const;

/** A title a reader takes in at a glance. */
const longestTitle = 80;

function grouped<T>(all: readonly T[], groupOf: (one: T) => string | null, other: string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const name = groupOf(one) ?? other;
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return groups;
}

function kpiGroups({ kpis }: RoundChoices, { wording }: ViewContext): OptionGroup[] {
  const other = wording.plain('round.group', { field: 'kpis' });
  return [...grouped(kpis, ({ item }) => item.category ?? item.goal, other)].map(([label, some]) => ({
    label,
    options: some.map(({ kpi }) => ({ text: kpi.name, value: kpi.id })),
  }));
}

function sectionGroups({ sections }: RoundChoices, { wording, catalog }: ViewContext): OptionGroup[] {
  const other = wording.plain('round.group', { field: 'sections' });
  const department = (id: string): string | null => catalog.section(id)?.spans.at(-1)?.department ?? null;
  return [...grouped(sections, department, other)].map(([label, some]) => ({
    label,
    options: some.map((id) => ({ text: id, value: id })),
  }));
}

/** Two fiscal years back to the next one: figures of a year are asked for after it has ended. */
function yearOptions(thisYear: number): { text: string; value: string }[] {
  return [1, 0, -1, -2].map((step) => {
    const year = fiscalYear(thisYear + step);
    return { text: longEraYear(year), value: String(year) };
  });
}

/** Open days from the due date that can be chosen for reminders. */
const ladderSteps = [-20, -15, -10, -7, -5, -3, -2, -1, 0, 1, 2, 3, 5, 10] as const;

/** Open days of grace that can be chosen. */
const graces = [0, 1, 2, 3, 5, 10] as const;

/** What the fields begin with. */
export type RoundBeginning = { [K in keyof PlannedValue]?: PlannedValue[K] | undefined };

/** The form for a new round. Another plan brings its own KPIs and sections, so it is drawn anew when the plan changes. */
export function roundForm(choices: RoundChoices, beginning: RoundBeginning, context: ViewContext): ModalView {
  const { wording, thisYear } = context;
  const named = (field: keyof typeof roundFields) => ({
    id: roundFields[field],
    label: wording.plain('round.field', { field }),
    hint: wording.plain('round.hint', { field }),
  });
  const any = (field: 'kpis' | 'sections', groups: OptionGroup[]): InputBlock[] =>
    multiSelectInput({
      ...named(field),
      // A field keeps what was chosen for as long as it has the same id, and another plan has other KPIs.
      id: `${roundFields[field]}:${choices.plan.id}`,
      optional: true,
      groups,
      initial: beginning[field] ?? [],
      placeholder: wording.plain('round.everything', { field }),
    });
  const group = (field: 'plan' | 'year' | 'closedDays' | 'grace') => wording.plain('round.group', { field });
  return formModal(
    {
      callback: callbackIds.roundForm,
      title: wording.plain('round.form_title', {}),
      submit: wording.plain('round.form_submit', {}),
      metadata: { plan: choices.plan.id },
      parts: [
        ...section(wording.mrkdwn('round.form_intro', {})),
        textInput({ ...named('title'), initial: beginning.title, longest: longestTitle }),
        ...selectInput({
          ...named('plan'),
          dispatch: true,
          groups: [
            {
              label: group('plan'),
              options: choices.plans.map((plan) => ({ text: planName(plan, context), value: plan.id })),
            },
          ],
          initial: choices.plan.id,
        }),
        ...selectInput({
          ...named('year'),
          groups: [{ label: group('year'), options: yearOptions(thisYear) }],
          initial: String(beginning.year ?? thisYear),
        }),
        ...any('kpis', kpiGroups(choices, context)),
        ...any('sections', sectionGroups(choices, context)),
        dateInput({ ...named('opens'), initial: beginning.opens ?? choices.today }),
        dateInput({ ...named('due'), initial: beginning.due }),
        ...selectInput({
          ...named('closedDays'),
          groups: [
            {
              label: group('closedDays'),
              options: (['next', 'previous'] as const).map((rule) => ({
                text: wording.plain('round.rule', { rule }),
                value: rule,
              })),
            },
          ],
          initial: beginning.closedDays ?? 'next',
        }),
        ...selectInput({
          ...named('grace'),
          groups: [
            {
              label: group('grace'),
              options: graces.map((days) => ({ text: wording.plain('round.grace', { days }), value: String(days) })),
            },
          ],
          initial: String(beginning.grace ?? 0),
        }),
        ...multiSelectInput({
          ...named('ladder'),
          groups: [
            {
              label: wording.plain('round.group', { field: 'ladder' }),
              options: ladderSteps.map((step) => ({
                text: wording.plain('round.step', { step }),
                value: String(step),
              })),
            },
          ],
          initial: (beginning.ladder ?? usualLadder).map(String),
          placeholder: wording.plain('round.ladder_placeholder', {}),
        }),
        ...contextBlock(wording.mrkdwn('round.ladder_note', {})),
      ],
    },
    context,
  );
}
