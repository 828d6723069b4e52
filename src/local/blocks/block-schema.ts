import { z } from 'zod';
import { textSchema } from './elements.ts';

const imageSource = {
  image_url: z.string().optional(),
  slack_file: z.object({ url: z.string().optional() }).optional(),
  alt_text: z.string(),
};

/** A picture, as a block, an accessory or a piece of context. */
export const imageSchema = z.object({
  ...imageSource,
  type: z.literal('image'),
  title: textSchema.optional(),
});
export type Image = z.infer<typeof imageSchema>;

const cellSchema = z.union([
  z.object({ type: z.literal('raw_text'), text: z.string() }),
  z.object({ type: z.literal('raw_number'), value: z.number(), text: z.string().optional() }),
  z.looseObject({ type: z.literal('rich_text'), elements: z.array(z.unknown()) }),
]);
export type Cell = z.infer<typeof cellSchema>;

const rows = z.array(z.array(cellSchema).min(1)).min(1);

const pointSchema = z.object({ label: z.string(), value: z.number() });
const seriesSchema = z.array(z.object({ name: z.string(), data: z.array(pointSchema) })).min(1);
export type Series = z.infer<typeof seriesSchema>;

const chartSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('pie'), segments: z.array(pointSchema).min(1) }),
  z.object({
    type: z.enum(['bar', 'line', 'area']),
    series: seriesSchema,
    axis_config: z.object({
      categories: z.array(z.string()).min(1),
      x_label: z.string().optional(),
      y_label: z.string().optional(),
    }),
  }),
]);

const identified = { block_id: z.string().default('') };

/**
 * The blocks that can be drawn, loosely: https://docs.slack.dev/reference/block-kit/blocks
 * Elements inside are read one by one, so that a wrong one does not take its neighbours along.
 */
export const blockSchema = z.discriminatedUnion('type', [
  z.object({
    ...identified,
    type: z.literal('section'),
    text: textSchema.optional(),
    fields: z.array(textSchema).optional(),
    accessory: z.unknown().optional(),
  }),
  z.object({
    ...identified,
    type: z.literal('header'),
    text: textSchema,
    level: z.int().min(1).max(4).optional(),
  }),
  z.object({ ...identified, type: z.literal('divider') }),
  z.object({ ...identified, type: z.literal('context'), elements: z.array(z.unknown()) }),
  imageSchema.extend(identified),
  z.object({ ...identified, type: z.literal('actions'), elements: z.array(z.unknown()) }),
  z.object({
    ...identified,
    type: z.literal('input'),
    label: textSchema,
    hint: textSchema.optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    element: z.unknown(),
  }),
  z.object({
    ...identified,
    type: z.literal('data_table'),
    caption: z.string(),
    rows,
    page_size: z.int().min(1).optional(),
    row_header_column_index: z.int().min(0).default(0),
  }),
  z.object({ ...identified, type: z.literal('table'), rows }),
  z.object({ ...identified, type: z.literal('data_visualization'), title: z.string(), chart: chartSchema }),
  z.looseObject({ type: z.literal('rich_text'), elements: z.array(z.looseObject({ type: z.string() })) }),
  z.looseObject({ type: z.literal('markdown'), text: z.string() }),
  z.object({ ...identified, type: z.literal('alert'), text: textSchema }),
]);

type Block = z.infer<typeof blockSchema>;

/** The block of a type. */
export type BlockOf<T extends Block['type']> = Extract<Block, { type: T }>;
