import type { ReactNode } from 'react';
import type { BlockOf } from './block-schema.ts';
import { type BlocksContext, domId } from './context.ts';
import { ControlOf, isGroup } from './control.tsx';
import { elementSchema } from './elements.ts';
import { Note } from './note.tsx';

interface InputBlockProps {
  block: BlockOf<'input'>;
  context: BlocksContext;
}

/** A field with its label, its hint and what is wrong with it. */
export function InputBlock({ block, context }: InputBlockProps): ReactNode {
  const element = elementSchema.safeParse(block.element).data;
  if (!element) return <Note of={block.element} context={context} />;
  const id = domId(context, block.block_id, element.action_id);
  const error = context.errors[block.block_id];
  const hintId = block.hint && `${id}.hint`;
  const errorId = error === undefined ? undefined : `${id}.error`;
  const describedBy = [hintId, errorId].filter((one) => one !== undefined).join(' ') || undefined;
  const label = (
    <>
      {block.label.text}
      {block.optional && <small className="optional">{context.wording.plain('local.block_optional', {})}</small>}
    </>
  );
  const field = {
    id,
    sends: block.dispatch_action ?? false,
    required: !block.optional,
    invalid: error !== undefined,
    describedBy,
    label: undefined,
  };
  const rest = (
    <>
      {block.hint && (
        <p className="hint" id={hintId}>
          {block.hint.text}
        </p>
      )}
      <div className="control">
        <ControlOf element={element} blockId={block.block_id} context={context} field={field} />
      </div>
      {error !== undefined && (
        <p className="error" id={errorId} role="alert">
          {error}
        </p>
      )}
    </>
  );
  if (isGroup(element))
    return (
      <fieldset className="input-block" aria-describedby={describedBy}>
        <legend>{label}</legend>
        {rest}
      </fieldset>
    );
  return (
    <div className="input-block">
      <label htmlFor={id}>{label}</label>
      {rest}
    </div>
  );
}
