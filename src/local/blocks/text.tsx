import type { ReactNode } from 'react';
import type { BlocksContext } from './context.ts';
import type { Text } from './elements.ts';
import { LibraryBlock } from './library.tsx';

interface TextProps {
  text: Text;
  context: BlocksContext;
}

/** A text object. The library would format plain text too, so it is only given mrkdwn. */
export function FormattedText({ text, context }: TextProps): ReactNode {
  if (text.type === 'plain_text') return <span className="plain-text">{text.text}</span>;
  const { type, text: mrkdwn } = text;
  return (
    <LibraryBlock
      block={{ type: 'section', text: { type, text: mrkdwn } }}
      context={context}
      fallback={<span className="plain-text">{mrkdwn}</span>}
    />
  );
}
