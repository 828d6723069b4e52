import { z } from 'zod';
import { textOf } from './person.ts';

const blockSchema = z.looseObject({
  type: z.string(),
  block_id: z.string().optional(),
  element: z
    .looseObject({
      type: z.string(),
      action_id: z.string(),
      initial_value: z.string().optional(),
      initial_date: z.string().optional(),
      initial_option: z.looseObject({ value: z.string() }).optional(),
      initial_user: z.string().optional(),
    })
    .optional(),
});
export const modalSchema = z.looseObject({
  type: z.literal('modal'),
  id: z.string().default(''),
  hash: z.string().default(''),
  callback_id: z.string(),
  private_metadata: z.string().default(''),
  submit: z.looseObject({ text: z.string() }).optional(),
  blocks: z.array(blockSchema),
});
/** A modal as somebody has it open. */
export type Modal = z.infer<typeof modalSchema>;

function blocksOf(on: { blocks: readonly unknown[] }) {
  return z
    .array(z.looseObject({ elements: z.array(z.unknown()).optional(), accessory: z.unknown().optional() }))
    .parse(on.blocks);
}

const buttonSchema = z.looseObject({
  type: z.literal('button'),
  action_id: z.string(),
  value: z.string(),
  text: z.looseObject({ text: z.string() }),
});

/** The button with a label, and with something in its value where several have the label. */
export function buttonIn(on: { blocks: readonly unknown[] }, label: string, about = ''): z.infer<typeof buttonSchema> {
  const found = blocksOf(on)
    .flatMap(({ elements = [], accessory }) => [...elements, accessory])
    .flatMap((element) => buttonSchema.safeParse(element).data ?? [])
    .find((one) => one.text.text === label && one.value.includes(about));
  if (!found) throw new Error(`no button «${label}» in ${JSON.stringify(on.blocks)}`);
  return found;
}

/** What the fields of a modal hold: what they began with, unless something is typed over it. */
export function stateOf({ blocks }: Modal, typed: Record<string, string>) {
  const values = blocks.flatMap(({ block_id, element }) => {
    if (!element || block_id === undefined) return [];
    const { initial_value, initial_date, initial_option, initial_user, action_id, type } = element;
    const text = typed[block_id] ?? initial_value ?? initial_date ?? initial_option?.value ?? initial_user ?? null;
    const held = {
      plain_text_input: { value: text },
      datepicker: { selected_date: text },
      users_select: { selected_user: text },
      static_select: { selected_option: text === null ? null : { value: text } },
    }[type];
    return [[block_id, { [action_id]: { type, ...held } }]];
  });
  return { values: Object.fromEntries(values) };
}

/** Everything that stands in a modal, for reading. */
export function wordsOf(modal: Modal | null): string {
  return modal ? textOf(z.looseObject({ blocks: z.array(z.looseObject({ type: z.string() })) }).parse(modal)) : '';
}
