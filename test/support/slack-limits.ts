import { z } from 'zod';
import { type Block, homeSchema, messageSchema, modalSchema } from './slack-schema.ts';

/**
 * What Slack refuses, written from its documentation and from nothing of ours: a view that breaks its own idea of a limit
 * must still be caught.
 */
export interface Breach {
  /** Path in the payload, such as blocks.3.text.text. */
  at: string;
  rule: string;
}

export type Surface = 'message' | 'modal' | 'home';

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

/** views.open, views.update and views.publish refuse more. */
const viewBytes = 250 * 1024;

/** Every documented limit that a payload breaks. */
export function breaches(surface: Surface, payload: unknown): Breach[] {
  if (surface === 'message') return against(messageSchema, payload, surface);
  const size = Buffer.byteLength(JSON.stringify(payload));
  const tooLarge = size > viewBytes ? [{ at: '', rule: `view_too_large: ${size} bytes` }] : [];
  return [...against(surface === 'modal' ? modalSchema : homeSchema, payload, surface), ...tooLarge];
}
