import type { Directory } from './context.ts';
import type { Element, Option, Text } from './elements.ts';

/** One thing that can be chosen. */
export interface Choice {
  value: string;
  text: Text;
  description?: Text | undefined;
  url?: string | undefined;
}

/** Choices under a label, or under none. */
export interface ChoiceGroup {
  label: Text | null;
  choices: readonly Choice[];
}

function plain(text: string): Text {
  return { type: 'plain_text', text };
}

function ungrouped(choices: readonly Choice[]): ChoiceGroup[] {
  return [{ label: null, choices }];
}

function ofOptions({ value, text, description, url }: Option): Choice {
  return { value, text, description, url };
}

function ofConversations({ conversations }: Directory, kinds: readonly string[]): ChoiceGroup[] {
  return ungrouped(
    conversations
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ id, name, kind }) => ({ value: id, text: plain(kind === 'im' ? name : `#${name}`) })),
  );
}

/** What a chooser offers, in the bot's order; null for an element that is no chooser. */
export function choicesOf(element: Element, directory: Directory): readonly ChoiceGroup[] | null {
  switch (element.type) {
    case 'overflow':
    case 'radio_buttons':
    case 'checkboxes':
      return ungrouped(element.options.map(ofOptions));
    case 'static_select':
    case 'multi_static_select':
      return [
        ...(element.options ? ungrouped(element.options.map(ofOptions)) : []),
        ...(element.option_groups ?? []).map((group) => ({
          label: group.label,
          choices: group.options.map(ofOptions),
        })),
      ];
    case 'users_select':
    case 'multi_users_select':
      return ungrouped(directory.users.map(({ id, name }) => ({ value: id, text: plain(name) })));
    case 'conversations_select':
    case 'multi_conversations_select':
      return ofConversations(directory, element.filter?.include ?? ['public', 'private', 'im', 'mpim']);
    case 'channels_select':
    case 'multi_channels_select':
      return ofConversations(directory, ['public']);
    default:
      return null;
  }
}

/** The options of an element that has any, groups opened. */
export function optionsOf(element: Element): readonly Option[] {
  const own = 'options' in element ? (element.options ?? []) : [];
  const groups = 'option_groups' in element ? (element.option_groups ?? []) : [];
  return [...own, ...groups.flatMap(({ options }) => options)];
}
