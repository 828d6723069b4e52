import { cloneElement, isValidElement, type ReactNode, Suspense } from 'react';
import { Message, type MessageProps } from 'slack-blocks-to-jsx';
import { safeAddress } from './address.ts';
import type { BlocksContext } from './context.ts';

type Hooks = NonNullable<MessageProps['hooks']>;

/** Links open beside the workspace; addresses that a browser would run stay text. */
const link: NonNullable<Hooks['link']> = ({ href, children, className }) =>
  safeAddress(href) ? (
    <a href={href} className={className} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  ) : (
    <span>{children}</span>
  );

interface LibraryBlockProps {
  /** Its shape has been looked at, loosely. */
  block: unknown;
  context: BlocksContext;
}

function Drawn({ block, context: { directory } }: LibraryBlockProps): ReactNode {
  // Called rather than mounted: its wrapper carries an id, which would stand twice on a page of two blocks, and says
  // data-theme="light", since the reader's preference is only known in a browser; libraryStyle() makes both needless.
  const drawn = Message({
    // The library's own types are stricter than what Slack sends; a block it cannot draw falls to the boundary below.
    blocks: [block] as MessageProps['blocks'],
    name: '',
    logo: '',
    withoutWrapper: true,
    data: {
      users: directory.users.map(({ id, name }) => ({ id, name })),
      channels: directory.conversations.map(({ id, name }) => ({ id, name })),
    },
    hooks: { link },
  });
  const wrapper: unknown = drawn.props.children;
  if (!isValidElement<{ id?: string | undefined; 'data-theme'?: string | undefined }>(wrapper)) return drawn;
  return cloneElement(drawn, {}, cloneElement(wrapper, { id: undefined, 'data-theme': undefined }));
}

/** A block as slack-blocks-to-jsx draws it, or what stands for it where the library fails. */
export function LibraryBlock({ fallback, ...props }: LibraryBlockProps & { fallback: ReactNode }): ReactNode {
  // On the server, React shows a Suspense boundary's fallback for whatever throws inside it.
  return (
    <Suspense fallback={fallback}>
      <Drawn {...props} />
    </Suspense>
  );
}
