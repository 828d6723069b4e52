import { isDeepStrictEqual } from 'node:util';
import type { Logger } from 'pino';
import { addSeconds, type Moment } from '../report/day.ts';
import { type Content, contentSchema } from './content.ts';
import type { Messenger, Posted } from './messenger.ts';
import type { MessagePlace, Outbox, Outgoing } from './outbox.ts';

/** Seconds after which a message is history: longer than any round is open. */
const keptUp = 90 * 24 * 60 * 60;
const pageLength = 200;
/** In one run: Slack lets about fifty messages a minute be edited. What is left over comes next. */
const mostEdits = 25;
/** How often two processes that edit the same message may cross each other. */
const mostCrossings = 3;

interface RefreshParts {
  outbox: Outbox;
  messenger: Messenger;
  /** Reads how things are, and gives what tells a content anew from there. */
  readFollow: () => Promise<(content: Content) => Content>;
  /** Whether a content is about nothing that can still change. */
  isSettled: (content: Content) => boolean;
  now: () => Moment;
  log: Logger;
}

/** What is shown and no longer true. */
interface Stale {
  sent: Outgoing;
  place: MessagePlace;
  content: Content;
}

/** Edits in place what was sent and has changed since: «提出済 ✓». One message that fails never stops the others. */
export function createRefresh(parts: RefreshParts): () => Promise<void> {
  const { outbox, messenger, readFollow, isSettled, now, log } = parts;

  async function* sentMessages(): AsyncGenerator<Outgoing> {
    const since = addSeconds(now(), -keptUp);
    let before: number | undefined;
    for (;;) {
      const page = await outbox.list({
        states: ['sent'],
        unfinished: true,
        since,
        limit: pageLength,
        ...(before === undefined ? {} : { before }),
      });
      yield* page;
      before = page.at(-1)?.sequence;
      if (page.length < pageLength) return;
    }
  }

  async function stale(sent: Outgoing, follow: (content: Content) => Content): Promise<Stale | null> {
    const shown = contentSchema.safeParse(sent.shown);
    if (!shown.success || sent.place === null || isSettled(shown.data)) {
      await outbox.finish(sent.key);
      return null;
    }
    const content = follow(shown.data);
    return isDeepStrictEqual(content, shown.data) ? null : { sent, place: sent.place, content };
  }

  /** Edits, and writes down what is shown now; whoever comes second shows what the first has written down. */
  async function edit({ sent: { key, shown }, place, content }: Stale): Promise<Posted> {
    let next = content;
    for (let crossing = 0; ; crossing += 1) {
      const edited = await messenger.edit(place, { key, content: next });
      // What Slack does not let edit is left as it is, and what should stand there counts as shown.
      if (edited.kind === 'refused') await outbox.reshow(key, shown, next);
      if (edited.kind !== 'posted') return edited;
      if (crossing === 0 && (await outbox.reshow(key, shown, next))) return edited;
      const other = contentSchema.safeParse((await outbox.find(key))?.shown);
      if (!other.success || crossing === mostCrossings || isDeepStrictEqual(other.data, next)) return edited;
      next = other.data;
    }
  }

  return async () => {
    if ((await outbox.pausedUntil(now())) !== null) return;
    const follow = await readFollow();
    let edits = 0;
    for await (const sent of sentMessages()) {
      try {
        const found = await stale(sent, follow);
        if (!found) continue;
        if (edits === mostEdits) return;
        edits += 1;
        const edited = await edit(found);
        if (edited.kind === 'paused') return await outbox.pause(addSeconds(now(), Math.max(edited.seconds, 1)));
        if (edited.kind !== 'posted') log.warn({ notice: sent.key, ...edited }, 'a message could not be edited');
      } catch (err) {
        log.error({ err, notice: sent.key }, 'a message could not be brought up to date');
      }
    }
  };
}
