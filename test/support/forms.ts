import { z } from 'zod';
import type { Person, View } from './person.ts';

/** What somebody enters in a field, by the id of its block: text, a date, one choice or person, or several. */
export type Entries = Readonly<Record<string, string | readonly string[]>>;

const inputSchema = z.looseObject({
  type: z.literal('input'),
  block_id: z.string(),
  element: z.looseObject({
    type: z.string(),
    action_id: z.string(),
    initial_value: z.string().optional(),
    initial_date: z.string().optional(),
    initial_user: z.string().optional(),
    initial_users: z.array(z.string()).optional(),
    initial_conversation: z.string().optional(),
    initial_conversations: z.array(z.string()).optional(),
    initial_option: z.looseObject({ value: z.string() }).optional(),
    initial_options: z.array(z.looseObject({ value: z.string() })).optional(),
  }),
});
type Element = z.infer<typeof inputSchema>['element'];

function begins(element: Element): string | readonly string[] | undefined {
  return (
    element.initial_value ??
    element.initial_date ??
    element.initial_user ??
    element.initial_users ??
    element.initial_conversation ??
    element.initial_conversations ??
    element.initial_option?.value ??
    element.initial_options?.map(({ value }) => value)
  );
}

/** A field as Slack reports it: https://docs.slack.dev/reference/views#view_state */
function stateOf({ type }: Element, entered: string | readonly string[] | undefined): Record<string, unknown> {
  const one = typeof entered === 'string' && entered !== '' ? entered : null;
  const several = typeof entered === 'string' ? [entered] : (entered ?? []);
  switch (type) {
    case 'plain_text_input':
      return { type, value: one };
    case 'datepicker':
      return { type, selected_date: one };
    case 'static_select':
      return { type, selected_option: one === null ? null : { text: { type: 'plain_text', text: one }, value: one } };
    case 'multi_static_select':
      return { type, selected_options: several.map((value) => ({ text: { type: 'plain_text', text: value }, value })) };
    case 'users_select':
      return { type, selected_user: one };
    case 'multi_users_select':
      return { type, selected_users: several };
    case 'multi_conversations_select':
      return { type, selected_conversations: several };
    default:
      return { type, selected_conversation: one };
  }
}

/** The fields of a form with what stands in them, and what is entered over it. */
function filled({ blocks }: View, entries: Entries): Record<string, unknown> {
  const inputs = blocks.flatMap((block) => inputSchema.safeParse(block).data ?? []);
  const known = inputs.map(({ block_id }) => block_id);
  const strange = Object.keys(entries).filter((id) => !known.includes(id));
  if (strange.length > 0) throw new Error(`the form has no field ${strange.join()} among ${known.join()}`);
  return Object.fromEntries(
    inputs.map(({ block_id, element }) => [
      block_id,
      { [element.action_id]: stateOf(element, entries[block_id] ?? begins(element)) },
    ]),
  );
}

const responseSchema = z.looseObject({
  response_action: z.string(),
  errors: z.record(z.string(), z.string()).optional(),
  view: z.looseObject({ type: z.string(), blocks: z.array(z.looseObject({ type: z.string() })) }).optional(),
});

let sent = 0;

/** Sends a form; what Slack is told to do next: show faults beside fields, or another view. */
export async function send(
  person: Person,
  view: View,
  entries: Entries = {},
): Promise<{ errors: Record<string, string>; view: View | null }> {
  sent += 1;
  const { status, body } = await person.interact({
    type: 'view_submission',
    trigger_id: `form-${sent}`,
    view: { ...view, state: { values: filled(view, entries) } },
  });
  if (status !== 200) throw new Error(`the form was answered with ${status}`);
  const response = responseSchema.parse(JSON.parse(body));
  return {
    errors: response.errors ?? {},
    // The modal keeps its id when its content is exchanged.
    view: response.view ? { ...response.view, id: view.id } : null,
  };
}

/** Changes a field of an open form that tells the bot of it at once. */
export async function change(person: Person, view: View, id: string, entered: string): Promise<void> {
  sent += 1;
  const values = filled(view, { [id]: entered });
  const field = z.record(z.string(), z.record(z.string(), z.unknown())).parse(values)[id]?.[id];
  await person.interact({
    type: 'block_actions',
    trigger_id: `form-${sent}`,
    container: { type: 'view', view_id: view.id },
    view: { ...view, state: { values } },
    actions: [{ action_id: id, block_id: id, ...z.looseObject({}).parse(field) }],
  });
}
