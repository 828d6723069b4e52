import type { ReactNode } from 'react';
import { Boxes } from './boxes.tsx';
import { Button, Overflow } from './button.tsx';
import { type BlocksContext, domId } from './context.ts';
import { type Element, elementSchema } from './elements.ts';
import { Note } from './note.tsx';
import { Select } from './select.tsx';
import type { ControlProps } from './sending.ts';
import { Typed } from './typed.tsx';

/** Whether an element is a group of boxes, which is named by a legend, or one field, which is named by a label. */
export function isGroup({ type }: Element): boolean {
  return type === 'radio_buttons' || type === 'checkboxes' || type.startsWith('multi_');
}

/** An interactive element as a real form control. */
export function ControlOf(props: ControlProps<Element>): ReactNode {
  const { element } = props;
  if (isGroup(element)) return <Boxes {...props} />;
  switch (element.type) {
    case 'button':
      return <Button {...props} element={element} />;
    case 'overflow':
      return <Overflow {...props} element={element} />;
    case 'static_select':
    case 'users_select':
    case 'conversations_select':
    case 'channels_select':
      return <Select {...props} />;
    default:
      return <Typed {...props} />;
  }
}

interface StandingAlone {
  /** An element as it came; what cannot be read becomes a note. */
  of: unknown;
  blockId: string;
  context: BlocksContext;
}

/** An interactive element outside of an input block: it sends at once. */
export function Control({ of, blockId, context }: StandingAlone): ReactNode {
  const element = elementSchema.safeParse(of).data;
  if (!element) return <Note of={of} context={context} />;
  const field = {
    id: domId(context, blockId, element.action_id),
    sends: true,
    required: false,
    invalid: false,
    describedBy: undefined,
    label: element.placeholder?.text ?? context.wording.plain('local.block_choose', {}),
  };
  return (
    <div className="control">
      <ControlOf element={element} blockId={blockId} context={context} field={field} />
    </div>
  );
}
