import { elementAt, withBlockIds } from './blocks/placed.ts';
import { actionOf, sentValues } from './blocks/submitted.ts';
import { type GestureParts, type Problem, problemOf } from './gestures.ts';
import { conversationPayload, interact, messagePayload, viewPayload } from './payloads.ts';
import { type Persona, userIds } from './people.ts';
import type { Message } from './state.ts';
import type { Form } from './views.ts';

/** Where a button or a list stands. */
type Source = { kind: 'message'; conversation: string; ts: string } | { kind: 'view'; id: string } | { kind: 'home' };

/** What a person presses or chooses; null when the bot took it. */
export interface Pressing {
  /** `form` holds the value chosen and, in a modal, all that its form holds. */
  act(persona: Persona, source: Source, at: { blockId: string; actionId: string }, form: Form): Promise<Problem | null>;
  /** A message shortcut of the manifest, on a message somebody wrote. */
  shortcut(persona: Persona, callbackId: string, conversation: string, ts: string): Promise<Problem | null>;
}

export function createPressing(parts: GestureParts): Pressing {
  const { views, responses, directory, state, responseUrl, now } = parts;

  /** A message this person can see. */
  function visible(persona: Persona, conversation: string, ts: string): Message | null {
    const message = state().message(conversation, ts);
    return message && (message.onlyFor === null || message.onlyFor === userIds[persona]) ? message : null;
  }

  /** The blocks an element must stand in, and how Slack says where that is; null when it is no longer there. */
  function standing(persona: Persona, source: Source, form: Form) {
    const user = userIds[persona];
    if (source.kind === 'message') {
      const { conversation, ts } = source;
      const message = visible(persona, conversation, ts);
      if (!message) return null;
      const ephemeral = message.onlyFor !== null;
      return {
        blocks: withBlockIds(message.blocks),
        place: {
          container: { type: 'message', message_ts: ts, channel_id: conversation, is_ephemeral: ephemeral },
          channel: conversationPayload(conversation),
          ...(ephemeral ? {} : { message: messagePayload(message) }),
          response_url: responseUrl(responses.token({ user, conversation, source: ts })),
        },
      };
    }
    const shown = source.kind === 'home' ? state().home(user) : (views.find(user, source.id)?.view ?? null);
    if (!shown) return null;
    const view = viewPayload(shown, form, directory);
    return { blocks: view.blocks, place: { container: { type: 'view', view_id: shown.id }, view } };
  }

  return {
    async act(persona, source, { blockId, actionId }, form) {
      const user = userIds[persona];
      if (source.kind === 'view') views.keep(user, source.id, { values: form });
      const entered = source.kind === 'view' ? (views.find(user, source.id)?.values ?? form) : form;
      const found = standing(persona, source, entered);
      if (!found) return 'gone';
      const placed = elementAt(found.blocks, blockId, actionId);
      const action = placed && actionOf(placed, sentValues(form, placed), directory);
      if (!action) return 'forged';
      const actions = [{ ...action, action_ts: now() }];
      return problemOf(await interact(parts, persona, { type: 'block_actions', actions, ...found.place }));
    },

    async shortcut(persona, callbackId, conversation, ts) {
      const message = visible(persona, conversation, ts);
      if (!message) return 'gone';
      const token = responses.token({ user: userIds[persona], conversation, source: ts });
      const payload = {
        type: 'message_action',
        callback_id: callbackId,
        channel: conversationPayload(conversation),
        message_ts: ts,
        message: messagePayload(message),
        response_url: responseUrl(token),
      };
      return problemOf(await interact(parts, persona, payload));
    },
  };
}
