import { z } from 'zod';
import type { ApiCall } from './border.ts';
import { botUserId, directIds, personaOf } from './people.ts';
import { type Change, type Message, viewSchema } from './state.ts';
import type { Views } from './views.ts';

const blocks = z.array(z.unknown()).default([]);
const bodySchema = z.looseObject({
  text: z.string().default(''),
  blocks,
  channel: z.string().optional(),
  user: z.string().optional(),
  user_id: z.string().optional(),
  ts: z.string().optional(),
  thread_ts: z.string().optional(),
  trigger_id: z.string().optional(),
  metadata: z.unknown().optional(),
  channel_id: z.string().optional(),
  initial_comment: z.string().default(''),
});
const uploadedSchema = z.looseObject({ id: z.string(), name: z.string().default(''), size: z.number().default(0) });
const replySchema = z.looseObject({
  // A conversation that was opened comes as an object; nothing of it is shown.
  channel: z.string().optional().catch(undefined),
  ts: z.string().optional(),
  message_ts: z.string().optional(),
  view: viewSchema.optional(),
  files: z.array(uploadedSchema).optional(),
});

interface Parts {
  views: Views;
  record(change: Change): void;
  /** Whose gesture a trigger belongs to; null for one that was never given out. */
  ownerOf(trigger: string): string | null;
  /** Now by the workspace's clock, ISO 8601. */
  now(): string;
}

/** Turns what passes the border into what the page shows. Methods that show nothing are left alone. */
export function createObserve({ views, record, ownerOf, now }: Parts): (call: ApiCall) => void {
  return ({ method, body: sent, reply: answered }) => {
    const body = bodySchema.parse(sent);
    const reply = replySchema.parse(answered);
    const conversation = reply.channel ?? body.channel ?? '';
    const message = (ts: string, onlyFor: string | null): Message => ({
      conversation,
      ts,
      at: now(),
      author: botUserId,
      onlyFor,
      thread: body.thread_ts ?? null,
      text: body.text,
      blocks: body.blocks,
      ...(body.metadata === undefined ? {} : { metadata: body.metadata }),
      edited: false,
    });
    switch (method) {
      case 'chat.postMessage':
        return record({ kind: 'posted', message: message(reply.ts ?? '', null) });
      case 'chat.postEphemeral':
        return record({ kind: 'posted', message: message(reply.message_ts ?? '', body.user ?? null) });
      case 'chat.update':
        return record({ kind: 'updated', conversation, ts: body.ts ?? '', text: body.text, blocks: body.blocks });
      case 'chat.delete':
        return record({ kind: 'deleted', conversation, ts: body.ts ?? '' });
      case 'files.completeUploadExternal': {
        if (body.channel_id === undefined) return;
        const persona = personaOf(body.channel_id);
        const place = persona ? directIds[persona] : body.channel_id;
        const files = (reply.files ?? []).map(({ id, name, size }) => ({ id, name, size }));
        const shown = { ...message(`${body.channel_id}-${files[0]?.id}`, null), conversation: place, files };
        return record({ kind: 'posted', message: { ...shown, text: body.initial_comment } });
      }
      case 'views.publish':
        if (reply.view) record({ kind: 'published', user: body.user_id ?? '', view: reply.view });
        return;
      case 'views.update':
        if (reply.view) views.update(reply.view);
        return;
      case 'views.open':
      case 'views.push': {
        const owner = ownerOf(body.trigger_id ?? '');
        if (reply.view && owner) views[method === 'views.open' ? 'open' : 'push'](owner, reply.view);
      }
    }
  };
}
