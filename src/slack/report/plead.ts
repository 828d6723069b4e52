import type { BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { userIdSchema } from '../../report/person.ts';
import { sentence } from '../../view/sentence.ts';
import { decode, pleaValue } from '../../view/values.ts';
import type { Services } from '../services.ts';
import { createPost } from './post.ts';

type ButtonArgs = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & { client: WebClient };

/** «取りまとめ担当に依頼»: the coordinators hear who could not go on, and the person hears that they were told. */
export function onPlead(services: Services) {
  const { desk, once, rim, viewContext } = services;
  const post = createPost(services);
  return async ({ ack, action, body, client, respond }: ButtonArgs): Promise<void> => {
    const say = (text: string) => respond?.({ text, response_type: 'ephemeral', replace_original: false });
    await rim.run(
      'plead',
      async () => {
        await ack();
        if (!once(`plea ${body.user.id} ${body.container?.message_ts ?? body.trigger_id}`)) return;
        const context = viewContext();
        const { wording, command } = context;
        const value = decode(pleaValue, action.value);
        const coordinators = desk.coordinators();
        if (!value || coordinators.length === 0) {
          await say(wording.plain('desk.nobody', {}));
          return;
        }
        const view = sentence('desk.plea', { user: body.user.id, code: value.code, command }, context);
        await post.send(
          client,
          userIdSchema.parse(body.user.id),
          coordinators.map((to) => ({ to, view })),
        );
        await say(wording.plain('desk.pleaded', { count: coordinators.length }));
      },
      async (text) => say(text),
    );
  };
}
