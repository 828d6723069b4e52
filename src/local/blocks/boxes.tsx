import type { ReactNode } from 'react';
import { type Choice, choicesOf } from './choices.ts';
import { domId } from './context.ts';
import type { Element } from './elements.ts';
import { type ControlProps, nameOf, sending } from './sending.ts';
import { shownValues } from './shown.ts';
import { FormattedText } from './text.tsx';

interface BoxProps {
  choice: Choice;
  checked: boolean;
  id: string;
  of: ControlProps<Element>;
}

function Box({ choice, checked, id, of }: BoxProps): ReactNode {
  const { element, context, field } = of;
  return (
    <div className="box">
      <input
        type={element.type === 'radio_buttons' ? 'radio' : 'checkbox'}
        id={id}
        name={nameOf(of)}
        value={choice.value}
        defaultChecked={checked}
        autoComplete="off"
        aria-invalid={field.invalid || undefined}
      />
      <label htmlFor={id}>
        <FormattedText text={choice.text} context={context} />
        {choice.description && (
          <small>
            <FormattedText text={choice.description} context={context} />
          </small>
        )}
      </label>
    </div>
  );
}

function Rows(props: ControlProps<Element>): ReactNode {
  const { element, blockId, context, field } = props;
  const shown = shownValues(element, blockId, context);
  return (choicesOf(element, context.directory) ?? []).map(({ label, choices }, group) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, on the server
    <div key={group} className="box-group">
      {label && <p className="box-group-label">{label.text}</p>}
      {choices.map((choice, index) => (
        <Box
          key={choice.value}
          choice={choice}
          checked={shown.includes(choice.value)}
          id={domId(context, field.id, String(group), String(index))}
          of={props}
        />
      ))}
    </div>
  ));
}

/** What posts a group of boxes as soon as one is ticked; several in a row go together. */
function sendingGroup(props: ControlProps<Element>, disabled: string): Record<string, string> {
  const pause = props.element.type.startsWith('multi_') ? ' delay:600ms' : '';
  const alone = props.context.mode === 'modal' ? {} : { 'hx-disable': disabled };
  return { ...sending(props), 'hx-trigger': `change${pause}, submit`, ...alone };
}

/** One or several of a few, all of them in view; a long list scrolls in a box of its own. */
export function Boxes(props: ControlProps<Element>): ReactNode {
  const { element, context, field } = props;
  const many = element.type.startsWith('multi_');
  const boxes = (
    <div className={many ? 'boxes many' : 'boxes'} role={many ? 'group' : undefined} tabIndex={many ? 0 : undefined}>
      <Rows {...props} />
    </div>
  );
  // In an input block, the fieldset and its legend are the block's.
  const inside = field.label === undefined;
  const group = inside ? (
    boxes
  ) : (
    <fieldset className="choices" aria-label={field.label}>
      {boxes}
    </fieldset>
  );
  const attributes = field.sends ? sendingGroup(props, inside ? 'closest fieldset' : 'find fieldset') : {};
  // A form of its own keeps radio buttons of two messages apart, which all are named `value`; the method has Enter do nothing.
  if (context.mode !== 'modal')
    return (
      <form method="dialog" {...attributes}>
        {group}
      </form>
    );
  return (
    <div {...attributes}>
      {/* Sent even when nothing is ticked: that is a value too, and wins over what stood there first. */}
      <input type="hidden" name={nameOf(props)} value="" />
      {group}
    </div>
  );
}
