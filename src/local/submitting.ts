import { z } from 'zod';
import { placedElements } from './blocks/placed.ts';
import { type GestureParts, type Problem, parsed, problemOf } from './gestures.ts';
import { interact, viewPayload } from './payloads.ts';
import { type Persona, userIds } from './people.ts';
import { viewSchema } from './state.ts';
import type { Form } from './views.ts';

/** What a person does with a modal; null when the bot took it. Fields it refuses are said beside them. */
export interface Submitting {
  submit(persona: Persona, viewId: string, form: Form): Promise<Problem | null>;
  close(persona: Persona, viewId: string): Promise<Problem | null>;
}

/** https://docs.slack.dev/surfaces/modals#updating_response */
const resultSchema = z.union([
  z.literal('').transform(() => ({ response_action: 'close' as const })),
  z.looseObject({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.looseObject({ response_action: z.enum(['update', 'push']), view: z.looseObject({}) }),
  z.looseObject({ response_action: z.literal('clear') }),
]);

export function createSubmitting(parts: GestureParts): Submitting {
  const { views, responses, directory, responseUrl } = parts;

  /** What lists of conversations with response_url_enabled give the bot. */
  function responseUrls(persona: Persona, view: ReturnType<typeof viewPayload>) {
    return placedElements(view.blocks).flatMap(({ blockId, element }) => {
      if (element.type !== 'conversations_select' || element.response_url_enabled !== true) return [];
      const conversation = view.state.values[blockId]?.[element.action_id]?.selected_conversation;
      if (typeof conversation !== 'string') return [];
      const token = responses.token({ user: userIds[persona], conversation, source: null });
      const place = { block_id: blockId, action_id: element.action_id, channel_id: conversation };
      return [{ ...place, response_url: responseUrl(token) }];
    });
  }

  return {
    async submit(persona, viewId, form) {
      const user = userIds[persona];
      const open = views.find(user, viewId);
      if (!open) return 'gone';
      views.keep(user, viewId, { values: form, errors: {} });
      const view = viewPayload(open.view, views.find(user, viewId)?.values ?? form, directory);
      const response_urls = responseUrls(persona, view);
      const answer = await interact(parts, persona, { type: 'view_submission', view, response_urls });
      if (!answer.ok) return answer.error;
      const result = resultSchema.safeParse(parsed(answer.body)).data;
      if (!result) return 'not-understood';
      switch (result.response_action) {
        case 'close':
          views.close(user, viewId);
          return null;
        case 'clear':
          views.clear(user);
          return null;
        case 'errors':
          views.keep(user, viewId, { errors: result.errors });
          return null;
        default: {
          const next = viewSchema.safeParse({ ...result.view, id: open.view.id }).data;
          if (!next) return 'not-understood';
          if (result.response_action === 'update') views.update(next);
          else views.push(user, { ...next, id: `${open.view.id}+` });
          return null;
        }
      }
    },

    async close(persona, viewId) {
      const user = userIds[persona];
      const open = views.find(user, viewId);
      if (!open) return null;
      views.close(user, viewId);
      if (open.view.notify_on_close !== true) return null;
      const view = viewPayload(open.view, open.values, directory);
      return problemOf(await interact(parts, persona, { type: 'view_closed', view, is_cleared: false }));
    },
  };
}
