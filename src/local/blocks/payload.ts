import { choicesOf, optionsOf } from './choices.ts';
import type { Directory } from './context.ts';
import { fromField } from './date-time.ts';
import type { Element, Option } from './elements.ts';

/** What an element's value looks like in a payload, beside its type: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export type Payload = Readonly<Record<string, unknown>>;

function within(element: Element, values: readonly string[], directory: Directory): boolean {
  const offered = choicesOf(element, directory)?.flatMap(({ choices }) => choices.map(({ value }) => value));
  return offered === undefined || values.every((value) => offered.includes(value));
}

function chosen(element: Element, values: readonly string[]): Option[] {
  // Slack lists what is chosen in the order of the options, each once.
  return optionsOf(element).filter(({ value }) => values.includes(value));
}

/** A value of a form, if it has the shape that its element demands; undefined if it was made up. */
function shaped(value: string | undefined, shape: RegExp): string | null | undefined {
  if (value === undefined) return null;
  return shape.test(value) ? value : undefined;
}

/**
 * An element's value as Slack would send it, empty values as Slack writes them.
 * Null when a value is none of the element's choices, or has not its shape: a page cannot send that unless it was tampered with.
 */
export function payloadOf(element: Element, sent: readonly string[], directory: Directory): Payload | null {
  const values = sent.filter((value) => value !== '');
  if (!within(element, values, directory)) return null;
  const [first = null] = values;
  switch (element.type) {
    case 'button':
      return { text: element.text, ...(element.value === undefined ? {} : { value: element.value }) };
    case 'overflow':
      return first === null ? null : { selected_option: chosen(element, [first])[0] };
    case 'static_select':
    case 'radio_buttons':
      return { selected_option: first === null ? null : (chosen(element, [first])[0] ?? null) };
    case 'multi_static_select':
    case 'checkboxes':
      return { selected_options: chosen(element, values) };
    case 'users_select':
      return { selected_user: first };
    case 'multi_users_select':
      return { selected_users: values };
    case 'conversations_select':
      return { selected_conversation: first };
    case 'multi_conversations_select':
      return { selected_conversations: values };
    case 'channels_select':
      return { selected_channel: first };
    case 'multi_channels_select':
      return { selected_channels: values };
    case 'datepicker': {
      const date = shaped(values[0], /^\d{4}-\d{2}-\d{2}$/u);
      return date === undefined ? null : { selected_date: date };
    }
    case 'timepicker': {
      const time = shaped(values[0], /^\d{2}:\d{2}$/u);
      return time === undefined ? null : { selected_time: time };
    }
    case 'datetimepicker': {
      const seconds = first === null ? null : fromField(first);
      return first !== null && seconds === null ? null : { selected_date_time: seconds };
    }
    case 'file_input':
      return { files: values.map((id) => ({ id })) };
    default:
      // Forms send line ends as CRLF; Slack sends LF.
      return { value: first === null ? null : first.replaceAll('\r\n', '\n') };
  }
}
