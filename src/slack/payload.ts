import { z } from 'zod';
import { userIdSchema } from '../report/person.ts';

/** What every listener takes for granted of what Slack sends; what only some of them read is looked at where it is read. */
const text = z.string();
const object = z.looseObject({});
const somebody = z.looseObject({ id: userIdSchema });
const address = z.url({ protocol: /^https?$/ });

const command = z.looseObject({ command: text, text, trigger_id: text, user_id: userIdSchema });

const event = z.looseObject({
  type: z.literal('event_callback'),
  event_id: text,
  event: z.looseObject({
    type: text,
    user: z.union([text, object]).optional(),
    text: text.nullish(),
    channel: z.union([text, object]).optional(),
    ts: text.optional(),
    thread_ts: text.optional(),
  }),
});

const view = z.looseObject({
  id: text,
  type: z.enum(['modal', 'home']).optional(),
  callback_id: text.optional(),
  hash: text.optional(),
  private_metadata: text.optional(),
  state: object.optional(),
});
const sentView = view.extend({ blocks: z.array(object) });

const action = z.looseObject({ type: text, action_id: text, value: text.optional() });

const interaction = z.discriminatedUnion('type', [
  z
    .looseObject({
      type: z.literal('block_actions'),
      user: somebody,
      trigger_id: text,
      container: object,
      channel: z.looseObject({ id: text }).optional(),
      view: view.optional(),
      response_url: address.optional(),
      actions: z.tuple([action]).rest(object),
    })
    // A message is answered through its address; what stands in a view needs none.
    .refine((body) => body.view !== undefined || body.response_url !== undefined),
  z.looseObject({ type: z.literal('view_submission'), user: somebody, trigger_id: text, view: sentView }),
  z.looseObject({ type: z.literal('view_closed'), user: somebody, view }),
  z.looseObject({
    type: z.literal('message_action'),
    user: somebody,
    trigger_id: text,
    callback_id: text,
    message: z.looseObject({ text: text.nullish() }),
    response_url: address.optional(),
  }),
]);

/** Everything that the bot listens to, by what tells it apart. */
const known: readonly { is: (body: Record<string, unknown>) => boolean; schema: z.ZodType }[] = [
  { is: ({ command }) => command !== undefined, schema: command },
  { is: ({ event }) => event !== undefined, schema: event },
  {
    is: ({ type }) => interaction.options.some((option) => option.shape.type.value === type),
    schema: interaction,
  },
];

/** Whether a body has the form that Slack gives to one of its kind; of a kind nobody listens to, any form will do. */
export function isSound(body: Record<string, unknown>): boolean {
  return known.every(({ is, schema }) => !is(body) || schema.safeParse(body).success);
}
