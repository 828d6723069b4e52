import type { ReactNode } from 'react';
import { safeAddress } from './address.ts';
import type { BlocksContext } from './context.ts';
import type { Text } from './elements.ts';
import { type Inline, type Paragraph, readMrkdwn } from './mrkdwn.ts';

interface InlineProps {
  pieces: readonly Inline[];
  context: BlocksContext;
}

function Piece({ piece, context }: { piece: Inline; context: BlocksContext }): ReactNode {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'code':
      return <code>{piece.text}</code>;
    case 'bold':
      return (
        <strong>
          <Pieces pieces={piece.inner} context={context} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Pieces pieces={piece.inner} context={context} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <Pieces pieces={piece.inner} context={context} />
        </s>
      );
    case 'link':
      if (!safeAddress(piece.address)) return piece.text;
      return (
        <a href={piece.address} target="_blank" rel="noopener noreferrer">
          {piece.text}
        </a>
      );
    case 'user': {
      const known = context.directory.users.find(({ id }) => id === piece.id)?.name;
      return <span className="mention">@{known ?? piece.label ?? piece.id}</span>;
    }
    case 'channel': {
      const known = context.directory.conversations.find(({ id }) => id === piece.id)?.name;
      return <span className="mention">#{known ?? piece.label ?? piece.id}</span>;
    }
  }
}

function Pieces({ pieces, context }: InlineProps): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, on the server
  return pieces.map((piece, index) => <Piece key={index} piece={piece} context={context} />);
}

function Below({ paragraph, context }: { paragraph: Paragraph; context: BlocksContext }): ReactNode {
  if (paragraph.kind === 'preformatted') return <pre>{paragraph.text}</pre>;
  const Tag = paragraph.kind === 'quote' ? 'blockquote' : 'div';
  return (
    <Tag>
      <Pieces pieces={paragraph.inner} context={context} />
    </Tag>
  );
}

/**
 * A text object. Drawn here because the library takes mrkdwn for Markdown, in which «# 1» and «10:30:45» lose characters
 * and «2014~2016» is struck through.
 */
export function FormattedText({ text, context }: { text: Text; context: BlocksContext }): ReactNode {
  if (text.type === 'plain_text') return <div className="formatted">{text.text}</div>;
  return (
    <div className="formatted">
      {readMrkdwn(text.text, text.verbatim ?? false).map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, on the server
        <Below key={index} paragraph={paragraph} context={context} />
      ))}
    </div>
  );
}
