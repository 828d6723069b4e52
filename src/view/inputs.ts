import type { InputBlock, MultiStaticSelect, PlainTextOption, StaticSelect } from '@slack/types';
import { limits, shorten } from './limits.ts';

/** The fields of a form. A field's block has the id of its action, so that what is typed and what is wrong are found by one name. */
interface FieldOptions {
  id: string;
  label: string;
  hint?: string;
  optional?: boolean;
  /** Tells the bot of a change before the form is sent. */
  dispatch?: boolean;
}

function plain(text: string, limit: number) {
  return { type: 'plain_text' as const, text: shorten(text, limit) };
}

function field({ id, label, hint, optional, dispatch }: FieldOptions, element: InputBlock['element']): InputBlock {
  return {
    type: 'input',
    block_id: id,
    label: plain(label, limits.inputLabel),
    ...(hint ? { hint: plain(hint, limits.inputHint) } : {}),
    ...(optional ? { optional } : {}),
    ...(dispatch ? { dispatch_action: true } : {}),
    element,
  };
}

/** One line of text, or several. */
export function textInput(
  options: FieldOptions & { initial?: string | undefined; multiline?: boolean; longest?: number },
): InputBlock {
  const { id, initial, multiline = false, longest = limits.inputText } = options;
  return field(options, {
    type: 'plain_text_input',
    action_id: id,
    max_length: longest,
    ...(multiline ? { multiline } : {}),
    ...(initial ? { initial_value: initial.slice(0, longest) } : {}),
  });
}

/** A date, YYYY-MM-DD. */
export function dateInput(options: FieldOptions & { initial?: string | undefined }): InputBlock {
  const { id, initial } = options;
  return field(options, { type: 'datepicker', action_id: id, ...(initial ? { initial_date: initial } : {}) });
}

export interface OptionGroup {
  label: string;
  options: readonly { text: string; value: string }[];
}

function option({ text, value }: { text: string; value: string }): PlainTextOption {
  return { text: plain(text, limits.optionText), value };
}

/** Groups within Slack's limits: an option whose value is too long is left out, since a cut value means something else. */
function choicesOf(groups: readonly OptionGroup[]): Required<Pick<StaticSelect, 'option_groups'>> {
  const made = groups.flatMap(({ label, options }) => {
    const fitting = options.filter(({ value }) => value.length <= limits.optionValue).slice(0, limits.selectOptions);
    return fitting.length > 0 ? [{ label: plain(label, limits.optionText), options: fitting.map(option) }] : [];
  });
  return { option_groups: made.slice(0, limits.selectOptions) };
}

/** One of some choices; without choices there is no field, since Slack refuses an empty list. */
export function selectInput(
  options: FieldOptions & { groups: readonly OptionGroup[]; initial?: string | undefined },
): InputBlock[] {
  const { id, groups, initial } = options;
  const choices = choicesOf(groups);
  const chosen = choices.option_groups.flatMap((group) => group.options).find(({ value }) => value === initial);
  const element: StaticSelect = {
    type: 'static_select',
    action_id: id,
    ...choices,
    ...(chosen ? { initial_option: chosen } : {}),
  };
  return choices.option_groups.length > 0 ? [field(options, element)] : [];
}

/** Any of some choices; without choices there is no field. */
export function multiSelectInput(
  options: FieldOptions & { groups: readonly OptionGroup[]; initial: readonly string[]; placeholder: string },
): InputBlock[] {
  const { id, groups, initial, placeholder } = options;
  const choices = choicesOf(groups);
  const chosen = choices.option_groups
    .flatMap((group) => group.options)
    .filter(({ value = '' }) => initial.includes(value));
  const element: MultiStaticSelect = {
    type: 'multi_static_select',
    action_id: id,
    placeholder: plain(placeholder, limits.placeholder),
    ...choices,
    ...(chosen.length > 0 ? { initial_options: chosen } : {}),
  };
  return choices.option_groups.length > 0 ? [field(options, element)] : [];
}

/** One person of the workspace. */
export function userInput(options: FieldOptions & { initial: string | null }): InputBlock {
  const { id, initial } = options;
  return field(options, { type: 'users_select', action_id: id, ...(initial ? { initial_user: initial } : {}) });
}

/** Any persons of the workspace. */
export function usersInput(options: FieldOptions & { initial: readonly string[] }): InputBlock {
  const { id, initial } = options;
  return field(options, {
    type: 'multi_users_select',
    action_id: id,
    ...(initial.length > 0 ? { initial_users: [...initial] } : {}),
  });
}

/** One channel that is not shared with other organisations. */
export function channelInput(options: FieldOptions & { initial: string | null }): InputBlock {
  const { id, initial } = options;
  return field(options, {
    type: 'conversations_select',
    action_id: id,
    filter: { include: ['public', 'private'], exclude_external_shared_channels: true },
    ...(initial ? { initial_conversation: initial } : {}),
  });
}

/** Any channels that are not shared with other organisations. */
export function channelsInput(options: FieldOptions & { initial: readonly string[] }): InputBlock {
  const { id, initial } = options;
  return field(options, {
    type: 'multi_conversations_select',
    action_id: id,
    filter: { include: ['public', 'private'], exclude_external_shared_channels: true },
    ...(initial.length > 0 ? { initial_conversations: [...initial] } : {}),
  });
}
