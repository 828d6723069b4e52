import { Fragment } from 'react';
import type { Message as MessageNoun } from '../state.ts';
import { Message } from './message.tsx';
import { type PageModel, pageUrl } from './model.ts';
import { placeName } from './sidebar.tsx';
import { dayOf } from './time.ts';

/** Messages with the replies of their threads behind them; a reply whose parent is not shown stands for itself. */
function inThreads(messages: readonly MessageNoun[]): { parent: MessageNoun; replies: readonly MessageNoun[] }[] {
  const threads = new Map(messages.map((parent) => [parent.ts, { parent, replies: [] as MessageNoun[] }]));
  for (const message of messages) {
    const thread = message.thread === null ? undefined : threads.get(message.thread);
    if (!thread) continue;
    thread.replies.push(message);
    threads.delete(message.ts);
  }
  return [...threads.values()];
}

/** A conversation, oldest message first, with a line where a new day begins. */
export function Conversation(model: PageModel) {
  const { wording, place, command, messages, older, count } = model;
  const all = inThreads(messages);
  return (
    <section
      className="conversation"
      role="log"
      aria-label={wording.plain('local.log', { place: placeName(model, place) })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      {older === 0 ? null : (
        <button type="button" className="older" hx-get={`${pageUrl(model)}?count=${count + 50}`}>
          {wording.plain('local.older', { count: older })}
        </button>
      )}
      {messages.length === 0 ? <p className="empty">{wording.plain('local.empty', { place, command })}</p> : null}
      {all.map(({ parent, replies }, index) => (
        <Fragment key={parent.ts}>
          {index > 0 && dayOf(all[index - 1]?.parent.at ?? '') === dayOf(parent.at) ? null : (
            <h2 className="day">{dayOf(parent.at)}</h2>
          )}
          <Message model={model} message={parent} />
          {replies.length === 0 ? null : (
            <div className="thread">
              {replies.map((reply) => (
                <Message key={reply.ts} model={model} message={reply} />
              ))}
            </div>
          )}
        </Fragment>
      ))}
    </section>
  );
}
