import type { InputBlock, PlainTextOption } from '@slack/types';
import { type Kpi, type KpiId, kpiIdSchema } from '../../plan/kpi.ts';
import { marks } from '../../plan/mark.ts';
import { daySchema } from '../../report/day.ts';
import type { TypedLine } from '../../report/desk/read-lines.ts';
import { actionIds } from '../action-ids.ts';
import type { ViewContext } from '../context.ts';
import { limits, shorten } from '../limits.ts';

/** The fields of one KPI, in the order of the form. */
export const fields = ['value', 'reason', 'measuredOn', 'mark', 'note'] as const;
export type Field = (typeof fields)[number];

/** A figure with its unit and a few words; longer ones are no figures. */
const longestValue = 200;

/** The id of a field's block. It names the KPI itself, so that a step stays readable when the round changes under it. */
export function fieldId(field: Field, kpi: KpiId): string {
  return `${field}:${kpi}`;
}

/** The field a block id names; null for any other block. */
export function fieldAt(blockId: string): { field: Field; kpi: KpiId } | null {
  const field = fields.find((one) => blockId.startsWith(`${one}:`));
  const kpi = kpiIdSchema.safeParse(blockId.slice((field?.length ?? 0) + 1));
  return field && kpi.success ? { field, kpi: kpi.data } : null;
}

/** What a field holds from the start; Slack refuses an empty text as an initial value. */
const initially = (text: string, most: number) =>
  text === '' ? { max_length: most } : { max_length: most, initial_value: text.slice(0, most) };

function element(field: Field, typed: TypedLine, { wording }: ViewContext): InputBlock['element'] {
  const action_id = actionIds.reportField;
  switch (field) {
    case 'value':
      return {
        type: 'plain_text_input',
        action_id,
        ...initially(typed.value, longestValue),
        // Every character would be a request, and a figure half typed is judged for nothing.
        dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
      };
    case 'reason':
    case 'note':
      return {
        type: 'plain_text_input',
        action_id,
        multiline: true,
        ...initially(typed[field], limits.inputText),
      };
    case 'measuredOn': {
      const day = daySchema.safeParse(typed.measuredOn);
      return { type: 'datepicker', action_id, ...(day.success ? { initial_date: day.data } : {}) };
    }
    case 'mark': {
      const option = (text: string, value: string): PlainTextOption => ({
        text: { type: 'plain_text', text: shorten(text, limits.optionText) },
        value,
      });
      const options = [
        // A list cannot be emptied again in Slack once something is chosen.
        option(wording.plain('report.mark_none', {}), 'none'),
        ...marks.map((mark) => option(wording.plain('words.mark', { mark }), mark)),
      ];
      const chosen = options.find(({ value }) => value === typed.mark);
      return { type: 'static_select', action_id, options, ...(chosen ? { initial_option: chosen } : {}) };
    }
  }
}

/** Where a change is worth a look at once: what is typed into the others is read with the next step. */
const dispatching: ReadonlySet<Field> = new Set(['value', 'measuredOn', 'mark']);

/** One field of one KPI, holding what was typed. None is required: what is missing is said on the check page. */
export function fieldInput(field: Field, { id, unit }: Kpi, typed: TypedLine, context: ViewContext): InputBlock {
  const { wording } = context;
  const label = wording.plain('report.field', { field, unit: field === 'value' ? unit : null });
  return {
    type: 'input',
    block_id: fieldId(field, id),
    optional: true,
    ...(dispatching.has(field) ? { dispatch_action: true } : {}),
    label: { type: 'plain_text', text: shorten(label, limits.inputLabel) },
    hint: { type: 'plain_text', text: wording.plain('report.field_hint', { field }) },
    element: element(field, typed, context),
  };
}
