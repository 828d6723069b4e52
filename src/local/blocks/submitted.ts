import type { Directory } from './context.ts';
import { type Payload, payloadOf } from './payload.ts';
import { type PlacedElement, placedElements } from './placed.ts';

/** What a form sends: values by field name. */
export type SentForm = ReadonlyMap<string, readonly string[]>;

/** The name of an element's field in a modal's form. */
export function fieldName(blockId: string, actionId: string): string {
  return `${blockId}/${actionId}`;
}

/** The values that came with a gesture: under `value` from a message, under the field's own name from a form. */
export function sentValues(form: SentForm, { blockId, element }: PlacedElement): readonly string[] {
  return form.get('value') ?? form.get(fieldName(blockId, element.action_id)) ?? [];
}

/**
 * `actions[0]` of a block_actions payload, but for action_ts, which is the caller's clock:
 * https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
 * Null when the values are none of the element's choices: the page was tampered with.
 */
export function actionOf(
  { blockId, element }: PlacedElement,
  values: readonly string[],
  directory: Directory,
): Payload | null {
  const payload = payloadOf(element, values, directory);
  return payload && { type: element.type, action_id: element.action_id, block_id: blockId, ...payload };
}

/** `view.state.values`: every element that keeps a value, by block_id and action_id. A value that was made up counts as none. */
export function stateValues(
  blocks: readonly unknown[],
  form: SentForm,
  directory: Directory,
): Record<string, Record<string, Payload>> {
  const state = new Map<string, [string, Payload][]>();
  for (const { blockId, element } of placedElements(blocks)) {
    if (element.type === 'button' || element.type === 'overflow') continue;
    const sent = form.get(fieldName(blockId, element.action_id)) ?? [];
    const payload = payloadOf(element, sent, directory) ?? payloadOf(element, [], directory);
    const before = state.get(blockId) ?? [];
    state.set(blockId, [...before, [element.action_id, { type: element.type, ...payload }]]);
  }
  return Object.fromEntries([...state].map(([blockId, values]) => [blockId, Object.fromEntries(values)]));
}
