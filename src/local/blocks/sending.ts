import type { BlocksContext } from './context.ts';
import type { Confirm, Element } from './elements.ts';
import { fieldName } from './submitted.ts';

/** What a control needs to know of where it stands. */
export interface ControlProps<E extends Element> {
  element: E;
  blockId: string;
  context: BlocksContext;
  field: Field;
}

/** How a control stands in a form, or alone. */
export interface Field {
  id: string;
  /** Whether a gesture is sent at once. */
  sends: boolean;
  required: boolean;
  invalid: boolean;
  /** The ids of what explains it: the hint, the error. */
  describedBy: string | undefined;
  /** Its name where no label stands beside it. */
  label: string | undefined;
}

function confirmation({ wording }: BlocksContext, { title, text }: Confirm): string {
  // Never empty and never the bot's own words first: htmx would run a text that begins with «js:».
  return `☑ ${wording.plain('local.block_confirm', { title: title.text, text: text.text })}`;
}

/**
 * The attributes with which htmx posts a gesture: the ids only, since the server looks the element up again. A form around the
 * control is sent whole by htmx itself. While it is under way the control is disabled.
 */
export function sending(
  { element, blockId, context }: Omit<ControlProps<Element>, 'field'>,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return {
    'hx-post': context.actionUrl,
    'hx-vals': JSON.stringify({ block_id: blockId, action_id: element.action_id, ...more }),
    // A field that is disabled would be missing from what another field of its form sends at the same time.
    ...(context.mode === 'modal' && element.type !== 'button' ? {} : { 'hx-disable': 'this' }),
    ...(element.confirm ? { 'hx-confirm': confirmation(context, element.confirm) } : {}),
  };
}

/** The name of a control: its own in a modal's form, `value` where it is sent alone. */
export function nameOf({ element, blockId, context }: Omit<ControlProps<Element>, 'field'>): string {
  return context.mode === 'modal' ? fieldName(blockId, element.action_id) : 'value';
}

/** The attributes that say what a field is and what is wrong with it. */
export function described({ invalid, describedBy, label }: Field): Record<string, string | true | undefined> {
  return {
    'aria-label': label,
    'aria-describedby': describedBy,
    ...(invalid ? { 'aria-invalid': true } : {}),
  };
}
