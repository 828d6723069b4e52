import type { ReactNode } from 'react';
import { type BlockOf, imageSchema } from './block-schema.ts';
import type { BlocksContext } from './context.ts';
import { Control } from './control.tsx';
import { textSchema } from './elements.ts';
import { Note } from './note.tsx';
import { Picture } from './picture.tsx';
import { FormattedText } from './text.tsx';

interface DisplayProps<T extends 'section' | 'header' | 'context' | 'actions'> {
  block: BlockOf<T>;
  context: BlocksContext;
}

/** Text, fields in two columns, and what stands beside them. */
export function Section({ block, context }: DisplayProps<'section'>): ReactNode {
  const image = imageSchema.safeParse(block.accessory).data;
  return (
    <div className="section">
      <div className="section-text">
        {block.text && <FormattedText text={block.text} context={context} />}
        {block.fields && (
          <div className="fields">
            {block.fields.map((text, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, on the server
              <FormattedText key={index} text={text} context={context} />
            ))}
          </div>
        )}
      </div>
      {block.accessory !== undefined && (
        <div className="accessory">
          {image ? (
            <Picture image={image} context={context} />
          ) : (
            <Control of={block.accessory} blockId={block.block_id} context={context} />
          )}
        </div>
      )}
    </div>
  );
}

/** A heading. Its level begins below those of the page around it. */
export function Header({ block }: DisplayProps<'header'>): ReactNode {
  const Heading = (['h3', 'h4', 'h5', 'h6'] as const)[(block.level ?? 1) - 1] ?? 'h3';
  return <Heading className="heading">{block.text.text}</Heading>;
}

/** Small print: texts and pictures in a row. */
export function ContextLine({ block, context }: DisplayProps<'context'>): ReactNode {
  return (
    <div className="context-line">
      {block.elements.map((element, index) => {
        const image = imageSchema.safeParse(element).data;
        const text = textSchema.safeParse(element).data;
        if (image) return <Picture key={image.alt_text} image={image} context={context} />;
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, on the server
        if (text) return <FormattedText key={index} text={text} context={context} />;
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, on the server
        return <Note key={index} of={element} context={context} />;
      })}
    </div>
  );
}

/** Controls in a row. */
export function Actions({ block, context }: DisplayProps<'actions'>): ReactNode {
  return (
    <div className="actions">
      {block.elements.map((element, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, on the server
        <Control key={index} of={element} blockId={block.block_id} context={context} />
      ))}
    </div>
  );
}
