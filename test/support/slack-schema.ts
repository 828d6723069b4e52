import { z } from 'zod';

/**
 * The form and the lengths of what Slack takes, one block and one payload at a time:
 * https://docs.slack.dev/reference/block-kit (blocks, block-elements, composition-objects) and …/reference/views.
 * Knows the blocks and elements that this app may use; any other is refused until it is added here.
 */

/** Slack does not say what a character is; counted in UTF-16 units, as JavaScript does, a text is never shorter than Slack thinks. */
const upTo = (most: number, least = 0) =>
  z
    .string()
    .refine(({ length }) => length >= least && length <= most, { error: `must hold ${least} to ${most} characters` });
const words = (most: number) => upTo(most, 1);
const id = words(255).optional();
const plain = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: words(most), emoji: z.boolean().optional() });
const mrkdwn = (most: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: words(most), verbatim: z.boolean().optional() });
const anyText = (most: number) => z.discriminatedUnion('type', [plain(most), mrkdwn(most)]);

const option = z.strictObject({ text: plain(75), value: words(75), description: plain(75).optional() });
const optionGroup = z.strictObject({ label: plain(75), options: z.array(option).min(1).max(100) });
const confirm = z.strictObject({
  title: plain(100),
  text: anyText(300),
  confirm: plain(30),
  deny: plain(30),
  style: z.enum(['primary', 'danger']).optional(),
});
const button = z.strictObject({
  confirm: confirm.optional(),
  type: z.literal('button'),
  text: plain(75),
  action_id: id,
  value: upTo(2000).optional(),
  url: upTo(3000).optional(),
  accessibility_label: upTo(75).optional(),
  style: z.enum(['primary', 'danger']).optional(),
});
const staticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    action_id: id,
    placeholder: plain(150).optional(),
    options: z.array(option).min(1).max(100).optional(),
    option_groups: z.array(optionGroup).min(1).max(100).optional(),
    initial_option: option.optional(),
  })
  .refine(({ options, option_groups }) => (options === undefined) !== (option_groups === undefined), {
    error: 'a static_select has either options or option_groups',
  });
const conversationsSelect = z.strictObject({
  type: z.literal('conversations_select'),
  action_id: id,
  placeholder: plain(150).optional(),
  initial_conversation: z.string().min(1).optional(),
  default_to_current_conversation: z.boolean().optional(),
  /** Only where a view is submitted. */
  response_url_enabled: z.boolean().optional(),
  filter: z
    .strictObject({
      include: z.array(z.enum(['im', 'mpim', 'private', 'public'])).optional(),
      exclude_external_shared_channels: z.boolean().optional(),
      exclude_bot_users: z.boolean().optional(),
    })
    .optional(),
});
const plainTextInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    action_id: id,
    placeholder: plain(150).optional(),
    initial_value: z.string().optional(),
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(3000).optional(),
    max_length: z.int().min(1).max(3000).optional(),
    dispatch_action_config: z
      .strictObject({ trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).min(1) })
      .optional(),
  })
  .refine(
    ({ initial_value, max_length }) =>
      initial_value === undefined || (initial_value.length > 0 && initial_value.length <= (max_length ?? 3000)),
    {
      error: 'an initial value that is empty or longer than the field takes',
    },
  );
const date = z.iso.date();
const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  action_id: id,
  placeholder: plain(150).optional(),
  initial_date: date.optional(),
});
const multiStaticSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    action_id: id,
    placeholder: plain(150).optional(),
    options: z.array(option).min(1).max(100).optional(),
    option_groups: z.array(optionGroup).min(1).max(100).optional(),
    initial_options: z.array(option).min(1).optional(),
  })
  .refine(({ options, option_groups }) => (options === undefined) !== (option_groups === undefined), {
    error: 'a multi_static_select has either options or option_groups',
  });
const user = z.string().regex(/^[UW][A-Z0-9]+$/);
const usersSelect = z.strictObject({
  type: z.literal('users_select'),
  action_id: id,
  placeholder: plain(150).optional(),
  initial_user: user.optional(),
});
const multiUsersSelect = z.strictObject({
  type: z.literal('multi_users_select'),
  action_id: id,
  placeholder: plain(150).optional(),
  initial_users: z.array(user).min(1).optional(),
});
const multiConversationsSelect = conversationsSelect
  .omit({ initial_conversation: true, default_to_current_conversation: true, response_url_enabled: true })
  .extend({
    type: z.literal('multi_conversations_select'),
    initial_conversations: z.array(z.string().min(1)).min(1).optional(),
  });
const element = z.discriminatedUnion('type', [button, staticSelect, conversationsSelect]);
const input = z.discriminatedUnion('type', [
  staticSelect,
  conversationsSelect,
  multiConversationsSelect,
  plainTextInput,
  datepicker,
  multiStaticSelect,
  usersSelect,
  multiUsersSelect,
]);

const cell = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string().min(1) }),
]);
const dataTable = z
  .strictObject({
    type: z.literal('data_table'),
    block_id: id,
    caption: z.string().min(1),
    rows: z.array(z.array(cell).min(1).max(20)).min(2).max(101),
    page_size: z.int().min(1).max(100).optional(),
    row_header_column_index: z.int().min(0).optional(),
  })
  .refine(({ rows }) => new Set(rows.map((row) => row.length)).size === 1, { error: 'rows differ in length' });

const label = words(20);
const categories = z.array(label).min(1).max(20);
const series = z.array(
  z.strictObject({
    name: label,
    data: z
      .array(z.strictObject({ label, value: z.number() }))
      .min(1)
      .max(20),
  }),
);
const axes = z
  .strictObject({
    type: z.enum(['bar', 'area', 'line']),
    series: series.min(1).max(6),
    axis_config: z.strictObject({ categories, x_label: words(50).optional(), y_label: words(50).optional() }),
  })
  .refine((chart) => new Set(chart.series.map(({ name }) => name)).size === chart.series.length, {
    error: 'series share a name',
  })
  .refine((chart) => new Set(chart.axis_config.categories).size === chart.axis_config.categories.length, {
    error: 'categories are equal',
  })
  .refine(
    (chart) =>
      chart.series.every(
        ({ data }) =>
          data
            .map((point) => point.label)
            .toSorted()
            .join('\n') === chart.axis_config.categories.toSorted().join('\n'),
      ),
    { error: 'a series does not have exactly one point for each category' },
  );

const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('actions'), block_id: id, elements: z.array(element).min(1).max(25) }),
  z.strictObject({ type: z.literal('context'), block_id: id, elements: z.array(anyText(3000)).min(1).max(10) }),
  dataTable,
  z.strictObject({ type: z.literal('data_visualization'), block_id: id, title: words(50), chart: axes }),
  z.strictObject({ type: z.literal('divider'), block_id: id }),
  z.strictObject({ type: z.literal('header'), block_id: id, text: plain(150) }),
  z.strictObject({
    type: z.literal('input'),
    block_id: id,
    label: plain(2000),
    hint: plain(2000).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    element: input,
  }),
  z
    .strictObject({
      type: z.literal('section'),
      block_id: id,
      text: anyText(3000).optional(),
      fields: z.array(anyText(2000)).min(1).max(10).optional(),
      accessory: element.optional(),
      expand: z.boolean().optional(),
    })
    .refine(({ text, fields }) => text !== undefined || fields !== undefined, { error: 'a section without text' }),
]);
export type Block = z.infer<typeof block>;

/** A message by chat.postMessage, an acknowledgement or a response_url: text always, and short enough for chat.update. */
export const messageSchema = z.looseObject({ text: words(4000), blocks: z.array(block).optional() });
export const homeSchema = z.strictObject({
  type: z.literal('home'),
  blocks: z.array(block),
  private_metadata: upTo(3000).optional(),
  callback_id: id,
  external_id: id,
});
export const modalSchema = homeSchema
  .extend({
    type: z.literal('modal'),
    title: plain(24),
    submit: plain(24).optional(),
    close: plain(24).optional(),
    notify_on_close: z.boolean().optional(),
  })
  .refine(({ blocks, submit }) => submit !== undefined || blocks.every(({ type }) => type !== 'input'), {
    error: 'a modal with an input needs submit',
  });
