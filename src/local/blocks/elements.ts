/** The interactive elements of Block Kit, as loosely as they can be drawn: https://docs.slack.dev/reference/block-kit/block-elements */
import { z } from 'zod';

/** A text object: https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
export const textSchema = z.looseObject({
  type: z.enum(['plain_text', 'mrkdwn']),
  text: z.string(),
  verbatim: z.boolean().optional(),
});
export type Text = z.infer<typeof textSchema>;

const optionSchema = z.looseObject({
  text: textSchema,
  value: z.string(),
  description: textSchema.optional(),
  url: z.string().optional(),
});
/** An option as the bot wrote it, unknown fields included: Slack gives it back whole. */
export type Option = z.infer<typeof optionSchema>;

const confirmSchema = z.object({ title: textSchema, text: textSchema });
export type Confirm = z.infer<typeof confirmSchema>;

const options = z.array(optionSchema);
const common = {
  action_id: z.string().default(''),
  confirm: confirmSchema.optional(),
  placeholder: textSchema.optional(),
};
const chosenFromOptions = {
  options: options.optional(),
  option_groups: z.array(z.object({ label: textSchema, options })).optional(),
};
const chosenFromConversations = {
  default_to_current_conversation: z.boolean().optional(),
  filter: z.object({ include: z.array(z.enum(['public', 'private', 'im', 'mpim'])).optional() }).optional(),
};
const typed = { initial_value: z.string().optional() };

/** Any interactive element that can be drawn. */
export const elementSchema = z.discriminatedUnion('type', [
  z.object({
    ...common,
    type: z.literal('button'),
    text: textSchema,
    value: z.string().optional(),
    url: z.string().optional(),
    style: z.enum(['primary', 'danger']).optional(),
    accessibility_label: z.string().optional(),
  }),
  z.object({ ...common, type: z.literal('overflow'), options }),
  z.object({
    ...common,
    ...chosenFromOptions,
    type: z.literal('static_select'),
    initial_option: optionSchema.optional(),
  }),
  z.object({
    ...common,
    ...chosenFromOptions,
    type: z.literal('multi_static_select'),
    initial_options: options.optional(),
  }),
  z.object({ ...common, type: z.literal('users_select'), initial_user: z.string().optional() }),
  z.object({ ...common, type: z.literal('multi_users_select'), initial_users: z.array(z.string()).optional() }),
  z.object({
    ...common,
    ...chosenFromConversations,
    type: z.literal('conversations_select'),
    initial_conversation: z.string().optional(),
    response_url_enabled: z.boolean().optional(),
  }),
  z.object({
    ...common,
    ...chosenFromConversations,
    type: z.literal('multi_conversations_select'),
    initial_conversations: z.array(z.string()).optional(),
  }),
  z.object({ ...common, type: z.literal('channels_select'), initial_channel: z.string().optional() }),
  z.object({ ...common, type: z.literal('multi_channels_select'), initial_channels: z.array(z.string()).optional() }),
  z.object({ ...common, type: z.literal('radio_buttons'), options, initial_option: optionSchema.optional() }),
  z.object({ ...common, type: z.literal('checkboxes'), options, initial_options: options.optional() }),
  z.object({ ...common, type: z.literal('datepicker'), initial_date: z.string().optional() }),
  z.object({ ...common, type: z.literal('timepicker'), initial_time: z.string().optional() }),
  z.object({ ...common, type: z.literal('datetimepicker'), initial_date_time: z.int().optional() }),
  z.object({
    ...common,
    ...typed,
    type: z.literal('plain_text_input'),
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).optional(),
    max_length: z.int().min(0).optional(),
  }),
  z.object({
    ...common,
    ...typed,
    type: z.literal('number_input'),
    is_decimal_allowed: z.boolean().optional(),
    min_value: z.string().optional(),
    max_value: z.string().optional(),
  }),
  z.object({ ...common, ...typed, type: z.literal('email_text_input') }),
  z.object({ ...common, ...typed, type: z.literal('url_text_input') }),
  z.object({
    ...common,
    type: z.literal('file_input'),
    filetypes: z.array(z.string()).optional(),
    max_files: z.int().optional(),
  }),
]);

/** Any interactive element that can be drawn. */
export type Element = z.infer<typeof elementSchema>;

/** The element of a type. */
export type ElementOf<T extends Element['type']> = Extract<Element, { type: T }>;
