import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { botUserId } from './people.ts';
import type { Change, Message } from './state.ts';

/** What an acknowledgement or a response_url may say of a message. */
export const responseSchema = z.looseObject({
  text: z.string().default(''),
  blocks: z.array(z.unknown()).default([]),
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  replace_original: z.boolean().default(false),
  delete_original: z.boolean().default(false),
  thread_ts: z.string().optional(),
});
type Response = z.infer<typeof responseSchema>;

/** Where a response goes: who asked, where, and on which message, if on any. */
interface Origin {
  user: string;
  conversation: string;
  /** The ts of the message whose button was pressed; null for none. */
  source: string | null;
}

/** response_urls: a token each, good for as long as the program runs. */
export interface Responses {
  token(origin: Origin): string;
  /** Carries out a response; false when its token or its form is unknown. */
  respond(token: string, body: unknown): boolean;
  /** Shows what a slash command was acknowledged with. */
  show(origin: Origin, response: Response): void;
}

interface Parts {
  record(change: Change): void;
  /** Now by the workspace's clock, ISO 8601. */
  now(): string;
  /** Seconds since 1970 by the real clock. */
  seconds(): number;
}

/** The simulated Slack counts its own messages from 1; ours begin where it never comes. */
const firstOwn = 500_000;

export function createResponses({ record, now, seconds }: Parts): Responses {
  const origins = new Map<string, Origin>();
  let count = firstOwn;

  const show: Responses['show'] = ({ user, conversation }, response) => {
    count += 1;
    const message: Message = {
      conversation,
      ts: `${seconds()}.${count}`,
      at: now(),
      author: botUserId,
      onlyFor: response.response_type === 'ephemeral' ? user : null,
      thread: response.thread_ts ?? null,
      text: response.text,
      blocks: response.blocks,
      edited: false,
    };
    record({ kind: 'posted', message });
  };
  return {
    show,
    token(origin) {
      const token = randomUUID();
      origins.set(token, origin);
      return token;
    },
    respond(token, body) {
      const origin = origins.get(token);
      const parsed = responseSchema.safeParse(body);
      if (!origin || !parsed.success) return false;
      const { source: ts, conversation } = origin;
      const { delete_original, replace_original, text, blocks } = parsed.data;
      if (ts !== null && delete_original) record({ kind: 'deleted', conversation, ts });
      else if (ts !== null && replace_original) record({ kind: 'updated', conversation, ts, text, blocks });
      else show(origin, parsed.data);
      return true;
    },
  };
}
