import { Fragment } from 'react';
import type { Directory } from '../blocks/context.ts';

/** Slack's escapes (https://docs.slack.dev/messaging/formatting-message-text), of which `&` comes last. */
function unescaped(text: string): string {
  return text.replace(/&lt;/gu, '<').replace(/&gt;/gu, '>').replace(/&amp;/gu, '&');
}

interface TypedProps {
  /** Escaped, with mentions as `<@U…>`. */
  text: string;
  directory: Directory;
}

/** What a person wrote, as it was typed: nothing but a mention means anything in it. */
export function Typed({ text, directory }: TypedProps) {
  return (
    <p className="typed">
      {text.split(/<@(\w+)>/u).map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, on the server
        <Fragment key={index}>
          {index % 2 === 0 ? (
            unescaped(part)
          ) : (
            <span className="mention">@{directory.users.find(({ id }) => id === part)?.name ?? part}</span>
          )}
        </Fragment>
      ))}
    </p>
  );
}
