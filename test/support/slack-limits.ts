import { z } from 'zod';

/**
 * What Slack refuses, written from its documentation and from nothing of ours: a view that breaks its own idea of a limit
 * must still be caught. https://docs.slack.dev/reference/block-kit: blocks, block-elements, composition-objects; views: …/reference/views.
 * Knows the blocks and elements that this app may use; any other is a breach until it is added here.
 */
export interface Breach {
  /** Path in the payload, such as blocks.3.text.text. */
  at: string;
  rule: string;
}

export type Surface = 'message' | 'modal' | 'home';

const words = (most: number) => z.string().min(1).max(most);
const id = words(255).optional();
const plain = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: words(most), emoji: z.boolean().optional() });
const mrkdwn = (most: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: words(most), verbatim: z.boolean().optional() });
const anyText = (most: number) => z.discriminatedUnion('type', [plain(most), mrkdwn(most)]);

const option = z.strictObject({ text: plain(75), value: words(75), description: plain(75).optional() });
const optionGroup = z.strictObject({ label: plain(75), options: z.array(option).min(1).max(100) });
const button = z.strictObject({
  type: z.literal('button'),
  text: plain(75),
  action_id: id,
  value: z.string().max(2000).optional(),
  url: z.string().max(3000).optional(),
  accessibility_label: z.string().max(75).optional(),
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
const plainTextInput = z.strictObject({
  type: z.literal('plain_text_input'),
  action_id: id,
  placeholder: plain(150).optional(),
  initial_value: z.string().optional(),
  multiline: z.boolean().optional(),
  min_length: z.int().min(0).max(3000).optional(),
  max_length: z.int().min(1).max(3000).optional(),
});
const element = z.discriminatedUnion('type', [button, staticSelect, conversationsSelect]);
const input = z.discriminatedUnion('type', [staticSelect, conversationsSelect, plainTextInput]);

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
  z.strictObject({
    type: z.literal('section'),
    block_id: id,
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10).optional(),
    accessory: element.optional(),
    expand: z.boolean().optional(),
  }),
]);
type Block = z.infer<typeof block>;

/** Where a block may not stand. */
const notOn: Readonly<Record<Surface, readonly Block['type'][]>> = {
  message: ['input'],
  modal: ['data_table', 'data_visualization'],
  home: ['data_visualization'],
};
/** A message's texts together; not documented, seen as msg_blocks_too_long. */
const hiddenTotal = 13_200;
const countedKeys = new Set(['text', 'title', 'caption', 'label', 'name']);

/** Every string under one of some keys, at any depth. */
function strings(value: unknown, keys: ReadonlySet<string>): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => strings(one, keys));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? (keys.has(key) ? [inner] : []) : strings(inner, keys),
  );
}

function lengthOf(value: unknown, keys: ReadonlySet<string>): number {
  return strings(value, keys).reduce((sum, text) => sum + text.length, 0);
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** The rules that no single block can break. */
function together(blocks: readonly unknown[], surface: Surface): string[] {
  const ofType = (type: string): unknown[] =>
    blocks.filter((one) => typeof one === 'object' && one !== null && 'type' in one && one.type === type);
  const ownIds = blocks.flatMap((one) =>
    typeof one === 'object' && one !== null && 'block_id' in one ? [String(one.block_id)] : [],
  );
  const cells = ofType('data_table').map((table) => lengthOf(table, new Set(['text'])));
  const rules: [boolean, string][] = [
    [blocks.length > (surface === 'message' ? 50 : 100), `${blocks.length} blocks`],
    [repeated(ownIds).length > 0, `block_id repeated: ${repeated(ownIds)}`],
    [notOn[surface].some((type) => ofType(type).length > 0), `a block that may not stand on a ${surface}`],
    [cells.reduce((sum, length) => sum + length, 0) > 10_000, `tables hold ${cells} characters`],
    [ofType('data_visualization').length > 2, 'more than two charts'],
    [surface === 'message' && lengthOf(blocks, countedKeys) > hiddenTotal, 'msg_blocks_too_long'],
    ...blocks.map((one): [boolean, string] => {
      const again = repeated(strings(one, new Set(['action_id'])));
      return [again.length > 0, `action_id repeated in one block: ${again}`];
    }),
  ];
  return rules.filter(([broken]) => broken).map(([, rule]) => rule);
}

function against(schema: z.ZodType, payload: unknown, surface: Surface): Breach[] {
  const result = schema.safeParse(payload);
  const { blocks = [] } = z
    .looseObject({ blocks: z.array(z.unknown()).optional() })
    .catch({})
    .parse(payload);
  return [
    ...(result.error?.issues ?? []).map(({ path, message }) => ({ at: path.join('.'), rule: message })),
    ...together(blocks, surface).map((rule) => ({ at: 'blocks', rule })),
  ];
}

/** A message by chat.postMessage, an acknowledgement or a response_url: text always, and short enough for chat.update. */
const message = z.looseObject({ text: words(4000), blocks: z.array(block).optional() });
const home = z.strictObject({
  type: z.literal('home'),
  blocks: z.array(block),
  private_metadata: z.string().max(3000).optional(),
  callback_id: id,
  external_id: id,
});
const modal = home
  .extend({ type: z.literal('modal'), title: plain(24), submit: plain(24).optional(), close: plain(24).optional() })
  .refine(({ blocks, submit }) => submit !== undefined || blocks.every(({ type }) => type !== 'input'), {
    error: 'a modal with an input needs submit',
  });
/** views.open, views.update and views.publish refuse more. */
const viewBytes = 250 * 1024;

/** Every documented limit that a payload breaks. */
export function breaches(surface: Surface, payload: unknown): Breach[] {
  if (surface === 'message') return against(message, payload, surface);
  const size = Buffer.byteLength(JSON.stringify(payload));
  const tooLarge = size > viewBytes ? [{ at: '', rule: `view_too_large: ${size} bytes` }] : [];
  return [...against(surface === 'modal' ? modal : home, payload, surface), ...tooLarge];
}
