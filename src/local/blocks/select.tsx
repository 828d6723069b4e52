import type { ReactNode } from 'react';
import { type Choice, type ChoiceGroup, choicesOf } from './choices.ts';
import type { Element } from './elements.ts';
import { type ControlProps, described, nameOf, sending } from './sending.ts';
import { shownValues } from './shown.ts';

function Options({ choices }: { choices: readonly Choice[] }): ReactNode {
  return choices.map(({ value, text }) => (
    <option key={value} value={value}>
      {text.text}
    </option>
  ));
}

function Group({ label, choices }: ChoiceGroup): ReactNode {
  if (!label) return <Options choices={choices} />;
  return (
    <optgroup label={label.text}>
      <Options choices={choices} />
    </optgroup>
  );
}

/** One of many, in the browser's own list. */
export function Select(props: ControlProps<Element>): ReactNode {
  const { element, blockId, context, field } = props;
  const groups = choicesOf(element, context.directory) ?? [];
  const [shown = ''] = shownValues(element, blockId, context);
  const offered = groups.some(({ choices }) => choices.some(({ value }) => value === shown));
  return (
    <select
      id={field.id}
      name={nameOf(props)}
      defaultValue={offered ? shown : ''}
      autoComplete="off"
      required={field.required}
      {...described(field)}
      {...(field.sends ? sending(props) : {})}
    >
      <option value="">{element.placeholder?.text ?? context.wording.plain('local.block_choose', {})}</option>
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, on the server
        <Group key={index} {...group} />
      ))}
    </select>
  );
}
