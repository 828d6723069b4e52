import { z } from 'zod';
import { userIdSchema } from '../report/person.ts';

/** What every listener takes for granted of what Slack sends; what only some of them read is looked at where it is read. */
const text = z.string();
const object = z.looseObject({});
const somebody = z.looseObject({ id: userIdSchema });
/** What goes back to Slack as part of a form, in which half a surrogate pair cannot stand. */
const place = z.string().refine((id) => id.isWellFormed());
const address = z.url({ protocol: /^https?$/ });

const command = z.looseObject({ command: text, text, trigger_id: text, user_id: userIdSchema });

const event = z.looseObject({
  type: z.literal('event_callback'),
  event_id: text,
  event: z.looseObject({
    type: text,
    user: z.union([text, object]).optional(),
    channel: z.union([place, object]).optional(),
    item: object.optional(),
    subteam: object.optional(),
    ts: place.optional(),
    thread_ts: place.optional(),
  }),
});
const events: Readonly<Record<string, z.ZodType>> = {
  app_mention: z.looseObject({ user: userIdSchema.optional(), text, channel: place, ts: place }),
  app_home_opened: z.looseObject({ user: userIdSchema }),
  // Joins, edits and posts of other bots are messages too.
  message: z.looseObject({ user: userIdSchema.optional(), text: text.optional(), channel: place }),
};

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
      channel: z.looseObject({ id: place }).optional(),
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

/** What Bolt itself takes for granted of everything that somebody does. */
const anyGesture = z.looseObject({
  user: somebody,
  channel: z.looseObject({ id: place }).optional(),
  team: object.nullish(),
  enterprise: object.nullish(),
});

/** Slack's own checks of the address and of its certificate. */
const check = z.union([z.looseObject({ type: z.literal('url_verification') }), z.looseObject({ ssl_check: text })]);

const gestures: ReadonlySet<unknown> = new Set(interaction.options.map((option) => option.shape.type.value));

/** Bolt tells what a body is by what it holds. */
function schemaOf(body: Record<string, unknown>): z.ZodType {
  if ('event' in body) return event.refine(({ event }) => events[event.type]?.safeParse(event).success ?? true);
  if ('command' in body) return command;
  const ours = 'actions' in body || 'view' in body || 'callback_id' in body || gestures.has(body.type);
  return ours ? anyGesture.and(interaction) : z.union([check, anyGesture]);
}

/** Whether a body has the form that Slack gives to one of its kind; what nobody listens to needs no more than somebody who does it. */
export function isSound(body: Record<string, unknown>): boolean {
  return schemaOf(body).safeParse(body).success;
}
