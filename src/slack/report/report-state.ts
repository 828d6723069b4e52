import { z } from 'zod';
import type { TypedLine } from '../../report/desk/read-lines.ts';
import { fieldAt } from '../../view/desk/form-fields.ts';
import { limits } from '../../view/limits.ts';

/** What one element of a view holds (https://docs.slack.dev/reference/views: state.values by block_id and action_id). */
const elementSchema = z.looseObject({
  value: z.string().max(limits.inputText).nullish(),
  selected_date: z.iso.date().nullish(),
  selected_option: z.looseObject({ value: z.string().max(limits.optionValue) }).nullish(),
});
const stateSchema = z.looseObject({ values: z.record(z.string(), z.record(z.string(), elementSchema)) });

/** The text in each block of a view, by block id; nothing where the state is not of that form. */
export function textsOf(state: unknown): ReadonlyMap<string, string> {
  const parsed = stateSchema.safeParse(state);
  if (!parsed.success) return new Map();
  return new Map(
    Object.entries(parsed.data.values).flatMap(([blockId, elements]) =>
      Object.values(elements)
        .slice(0, 1)
        .map((one) => [blockId, one.value ?? one.selected_date ?? one.selected_option?.value ?? ''] as const),
    ),
  );
}

/** What was typed into the form's fields, by KPI. */
export function typedLines(state: unknown): TypedLine[] {
  const lines = new Map<string, TypedLine>();
  for (const [blockId, text] of textsOf(state)) {
    const at = fieldAt(blockId);
    if (!at) continue;
    const blank = { kpi: at.kpi, value: '', reason: '', measuredOn: '', mark: '', note: '' };
    const chosen = at.field === 'mark' && text === 'none' ? '' : text;
    lines.set(at.kpi, { ...(lines.get(at.kpi) ?? blank), [at.field]: chosen });
  }
  return [...lines.values()];
}
