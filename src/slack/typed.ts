import type { ViewOutput } from '@slack/bolt';
import { z } from 'zod';
import { type Day, daySchema } from '../report/day.ts';
import { type UserId, userIdSchema } from '../report/person.ts';

const option = z.looseObject({ value: z.string() });
/** https://docs.slack.dev/reference/views#view_state; fields nobody touched may be null or missing. */
const fieldSchema = z.looseObject({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_option: option.nullish(),
  selected_options: z.array(option).nullish(),
  selected_user: z.string().nullish(),
  selected_users: z.array(z.string()).nullish(),
  selected_conversation: z.string().nullish(),
  selected_conversations: z.array(z.string()).nullish(),
});
const stateSchema = z.record(z.string(), z.record(z.string(), fieldSchema));

/** What stands in the fields of a form, each by its id; null, or nothing, where a field is empty or holds what no field can. */
export interface Typed {
  text: (id: string) => string;
  day: (id: string) => Day | null;
  choice: (id: string) => string | null;
  choices: (id: string) => string[];
  user: (id: string) => UserId | null;
  users: (id: string) => UserId[];
  conversation: (id: string) => string | null;
  conversations: (id: string) => string[];
}

/** Reads a form as Slack sends it; a field's block and action share their id, see view/inputs.ts. */
export function readTyped(state: ViewOutput['state'] | undefined): Typed {
  const values = stateSchema.catch({}).parse(state?.values ?? {});
  const field = (id: string): z.infer<typeof fieldSchema> => values[id]?.[id] ?? {};
  const one = (id: string | null | undefined): UserId[] => {
    const parsed = userIdSchema.safeParse(id);
    return parsed.success ? [parsed.data] : [];
  };
  return {
    text: (id) => field(id).value?.trim() ?? '',
    day: (id) => daySchema.safeParse(field(id).selected_date).data ?? null,
    choice: (id) => field(id).selected_option?.value ?? null,
    choices: (id) => field(id).selected_options?.map(({ value }) => value) ?? [],
    user: (id) => one(field(id).selected_user).at(0) ?? null,
    users: (id) => field(id).selected_users?.flatMap(one) ?? [],
    conversation: (id) => field(id).selected_conversation ?? null,
    conversations: (id) => field(id).selected_conversations ?? [],
  };
}
