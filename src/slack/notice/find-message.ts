import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Message, Sought } from '../../notice/messenger.ts';
import { isPerson, type Recipient } from '../../notice/recipient.ts';
import { epochSeconds, type Moment } from '../../report/day.ts';
import { failureOf } from './failure.ts';
import { keyIn } from './metadata.ts';

/** Slack's clock and ours may differ; what is looked for is told by its key, so that a wide look does no harm. */
const clockDifference = 60 * 60;
const pageLength = 200;
/** In a conversation with more messages since then, nobody can say within a lease that one is not there. */
const mostPages = 5;

const openedSchema = z.looseObject({ channel: z.looseObject({ id: z.string() }) });
const pageSchema = z.looseObject({
  messages: z.array(
    z.looseObject({
      ts: z.string(),
      user: z.string().optional(),
      bot_id: z.string().optional(),
      metadata: z.unknown().optional(),
    }),
  ),
  response_metadata: z.looseObject({ next_cursor: z.string().optional() }).optional(),
});

/** The bot as it signs its messages. */
interface Self {
  user_id?: string | undefined;
  bot_id?: string | undefined;
}

function couldNotLook(error: unknown): Sought {
  const failure = failureOf(error);
  switch (failure.kind) {
    case 'not-reached':
      // Reading other people's conversations is a scope that a workspace may decline.
      return failure.trouble === 'missing_scope' ? { kind: 'refused', trouble: failure.trouble } : failure;
    case 'unclear':
      return { kind: 'not-reached', trouble: failure.trouble };
    case 'refused':
    case 'paused':
      return failure;
  }
}

/** Looks for the bot's own messages by the key they carry: conversations.history, conversations.replies in a thread. */
export function createFindMessage(client: WebClient) {
  let self: Self | null = null;

  /** Anybody may post metadata like ours, but not as the bot. */
  async function whoAmI(): Promise<Self> {
    self ??= await client.auth.test();
    return self;
  }

  async function conversation(to: Recipient): Promise<string> {
    if (!isPerson(to)) return to;
    return openedSchema.parse(await client.conversations.open({ users: to })).channel.id;
  }

  async function look({ to, thread, key }: Pick<Message, 'to' | 'thread' | 'key'>, since: Moment): Promise<Sought> {
    const own = await whoAmI();
    const channel = thread?.channel ?? (await conversation(to));
    const asked = {
      channel,
      oldest: String(epochSeconds(since) - clockDifference),
      include_all_metadata: true,
      limit: pageLength,
    };
    let cursor = '';
    for (let page = 0; page < mostPages; page += 1) {
      const from = cursor === '' ? asked : { ...asked, cursor };
      const { messages, response_metadata: rest } = pageSchema.parse(
        await (thread ? client.conversations.replies({ ...from, ts: thread.ts }) : client.conversations.history(from)),
      );
      const found = messages.find(
        ({ metadata, user, bot_id: bot }) =>
          keyIn(metadata) === key &&
          ((user !== undefined && user === own.user_id) || (bot !== undefined && bot === own.bot_id)),
      );
      if (found) return { kind: 'found', place: { channel, ts: found.ts } };
      cursor = rest?.next_cursor ?? '';
      if (cursor === '') return { kind: 'absent' };
    }
    return { kind: 'refused', trouble: 'too_many_messages' };
  }

  return async (message: Pick<Message, 'to' | 'thread' | 'key'>, since: Moment): Promise<Sought> => {
    try {
      return await look(message, since);
    } catch (error) {
      return couldNotLook(error);
    }
  };
}
