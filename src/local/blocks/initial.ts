import { toField } from './date-time.ts';
import type { Element } from './elements.ts';

function given(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value];
}

/** What an element holds before anyone touches it, as a form would send it. */
export function initialValues(element: Element, currentConversation: string | null): readonly string[] {
  switch (element.type) {
    case 'button':
    case 'overflow':
    case 'file_input':
      return [];
    case 'static_select':
    case 'radio_buttons':
      return given(element.initial_option?.value);
    case 'multi_static_select':
    case 'checkboxes':
      return (element.initial_options ?? []).map(({ value }) => value);
    case 'users_select':
      return given(element.initial_user);
    case 'multi_users_select':
      return element.initial_users ?? [];
    case 'conversations_select': {
      const current = element.default_to_current_conversation ? currentConversation : null;
      return given(element.initial_conversation ?? current ?? undefined);
    }
    case 'multi_conversations_select': {
      const current = element.default_to_current_conversation ? currentConversation : null;
      return element.initial_conversations ?? given(current ?? undefined);
    }
    case 'channels_select':
      return given(element.initial_channel);
    case 'multi_channels_select':
      return element.initial_channels ?? [];
    case 'datepicker':
      return given(element.initial_date);
    case 'timepicker':
      return given(element.initial_time);
    case 'datetimepicker':
      return element.initial_date_time === undefined ? [] : [toField(element.initial_date_time)];
    default:
      return given(element.initial_value);
  }
}
