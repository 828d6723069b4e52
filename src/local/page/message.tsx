import { Blocks } from '../blocks/blocks.tsx';
import { withBlockIds } from '../blocks/placed.ts';
import { botUserId, personaOf } from '../people.ts';
import type { Message as MessageNoun } from '../state.ts';
import { blocksContext } from './blocks-context.ts';
import { type PageModel, pageUrl } from './model.ts';
import { minuteOf } from './time.ts';
import { Typed } from './typed.tsx';

/** A message of the bot's that is nothing but text is drawn as the section it would be. */
function blocksOf({ blocks, text }: MessageNoun): readonly unknown[] {
  return blocks.length > 0 || text === '' ? blocks : [{ type: 'section', text: { type: 'mrkdwn', text } }];
}

/** One message: who, when, whether only oneself sees it, and what it says. */
export function Message({ model, message }: { model: PageModel; message: MessageNoun }) {
  const { wording, shortcuts } = model;
  const persona = personaOf(message.author);
  const author = persona ? wording.plain('local.persona', { persona }) : wording.plain('local.bot', {});
  const time = minuteOf(message.at);
  const where = new URLSearchParams({ kind: 'message', conversation: message.conversation, ts: message.ts });
  const context = blocksContext(model, {
    mode: 'message',
    idPrefix: message.ts,
    actionUrl: `${pageUrl(model, 'act')}?${where}`,
  });
  return (
    <article
      id={`m-${message.ts}`}
      className={message.onlyFor === null ? 'message' : 'message private'}
      aria-label={`${author} ${time}`}
    >
      <span className={`avatar ${persona ?? 'bot'}`} aria-hidden="true">
        {author.slice(0, 1)}
      </span>
      <div className="body">
        <p className="byline">
          <b>{author}</b>
          {message.author === botUserId ? <span className="tag">{wording.plain('local.app', {})}</span> : null}
          <time dateTime={message.at}>{time}</time>
          {message.edited ? <small>{wording.plain('local.edited', {})}</small> : null}
          {message.onlyFor === null ? null : <small className="only">{wording.plain('local.only_you', {})}</small>}
        </p>
        {persona ? (
          <Typed text={message.text} directory={model.directory} />
        ) : (
          <Blocks blocks={withBlockIds(blocksOf(message))} context={context} />
        )}
        {(message.files ?? []).map(({ id, name, size }) => (
          <p key={id} className="file">
            <a href={`/${model.persona}/files/${id}?${new URLSearchParams({ name })}`} download={name}>
              {name}
            </a>
            <small>{wording.plain('local.size', { kilobytes: Math.ceil(size / 1000) })}</small>
          </p>
        ))}
      </div>
      {message.onlyFor !== null || shortcuts.length === 0 ? null : (
        <div className="menu">
          {shortcuts.map(({ callbackId, name }) => (
            <button
              key={callbackId}
              type="button"
              aria-label={`${name} ${wording.plain('local.menu', { time })}`}
              hx-post={`${pageUrl(model, 'shortcut')}?${new URLSearchParams({
                callback: callbackId,
                conversation: message.conversation,
                ts: message.ts,
              })}`}
            >
              {name}
            </button>
          ))}
        </div>
      )}
    </article>
  );
}
