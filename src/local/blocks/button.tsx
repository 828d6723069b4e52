import type { ReactNode } from 'react';
import { safeAddress } from './address.ts';
import type { ElementOf } from './elements.ts';
import { type ControlProps, sending } from './sending.ts';

/**
 * A button that sends at once, or a link that looks like one: a browser cannot do both, and apps only acknowledge the gesture
 * of a link button.
 */
export function Button(props: ControlProps<ElementOf<'button'>>): ReactNode {
  const { element } = props;
  const look = {
    className: element.style ? `button ${element.style}` : 'button',
    // An empty name would take the button's own away.
    'aria-label': element.accessibility_label || undefined,
  };
  if (element.url !== undefined && safeAddress(element.url))
    return (
      <a {...look} href={element.url} target="_blank" rel="noopener noreferrer">
        {element.text.text}
      </a>
    );
  return (
    <button type="button" {...look} {...sending(props)}>
      {element.text.text}
    </button>
  );
}

/** A menu behind «…»: opens and closes without script. */
export function Overflow(props: ControlProps<ElementOf<'overflow'>>): ReactNode {
  const { element, context } = props;
  return (
    <details className="overflow">
      <summary className="button" aria-label={context.wording.plain('local.block_more', {})}>
        ⋯
      </summary>
      <ul>
        {element.options.map(({ text, value, url }) => (
          <li key={value}>
            {url !== undefined && safeAddress(url) ? (
              <a className="button" href={url} target="_blank" rel="noopener noreferrer">
                {text.text}
              </a>
            ) : (
              <button type="button" className="button" {...sending(props, { value })}>
                {text.text}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
