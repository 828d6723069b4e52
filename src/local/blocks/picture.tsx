import type { ReactNode } from 'react';
import { safeAddress } from './address.ts';
import type { Image } from './block-schema.ts';
import type { BlocksContext } from './context.ts';
import { FormattedText } from './text.tsx';

/**
 * A picture. Those of other sites are named and linked instead of loaded: nothing on the page comes from elsewhere.
 */
export function Picture({ image, context }: { image: Image; context: BlocksContext }): ReactNode {
  const address = image.image_url ?? image.slack_file?.url ?? '';
  const own = /^(?:data:image\/|\/(?!\/))/u.test(address);
  return (
    <figure className="picture">
      {image.title && (
        <figcaption>
          <FormattedText text={image.title} context={context} />
        </figcaption>
      )}
      {own ? (
        <img src={address} alt={image.alt_text} />
      ) : safeAddress(address) ? (
        <a href={address} target="_blank" rel="noopener noreferrer">
          {image.alt_text === '' ? address : image.alt_text}
        </a>
      ) : (
        <span>{image.alt_text}</span>
      )}
    </figure>
  );
}
