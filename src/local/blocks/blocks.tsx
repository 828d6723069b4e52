/** local/blocks: draws what the bot says in Block Kit as HTML that works without script and with a screen reader. */
import type { ReactNode } from 'react';
import { blockSchema } from './block-schema.ts';
import { Chart } from './chart.tsx';
import type { BlocksContext } from './context.ts';
import { DataTable } from './data-table.tsx';
import { Actions, ContextLine, Header, Section } from './display.tsx';
import { InputBlock } from './input-block.tsx';
import { LibraryBlock } from './library.tsx';
import { Note } from './note.tsx';
import { Picture } from './picture.tsx';
import { FormattedText } from './text.tsx';

interface OneProps {
  of: unknown;
  context: BlocksContext;
}

function One({ of, context }: OneProps): ReactNode {
  const block = blockSchema.safeParse(of).data;
  const note = <Note of={of} context={context} />;
  switch (block?.type) {
    case 'section':
      return <Section block={block} context={context} />;
    case 'header':
      return <Header block={block} context={context} />;
    case 'divider':
      return <hr />;
    case 'context':
      return <ContextLine block={block} context={context} />;
    case 'image':
      return <Picture image={block} context={context} />;
    case 'actions':
      return <Actions block={block} context={context} />;
    case 'input':
      return <InputBlock block={block} context={context} />;
    case 'data_table':
      return <DataTable block={block} context={context} />;
    case 'table':
      return <DataTable block={{ ...block, caption: null, row_header_column_index: 0 }} context={context} />;
    case 'alert':
      return (
        <div className="alert" role="note">
          <FormattedText text={block.text} context={context} />
        </div>
      );
    case 'data_visualization':
      return <Chart block={block} context={context} />;
    case 'rich_text':
    case 'markdown':
      // The library would make the block's id an element's, which two messages on a page may share.
      return <LibraryBlock block={{ ...block, block_id: undefined }} context={context} fallback={note} />;
    default:
      return note;
  }
}

/** Draws blocks. Never throws: what cannot be drawn stands there as a note with its type. Give blocks their ids first. */
export function Blocks({ blocks, context }: { blocks: readonly unknown[]; context: BlocksContext }): ReactNode {
  return (
    <div className="blocks">
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, on the server
        <One key={index} of={block} context={context} />
      ))}
    </div>
  );
}
