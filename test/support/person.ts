import { z } from 'zod';
import type { Recorder } from './recorder.ts';
import { signedHeaders } from './signed.ts';

const element = z.looseObject({
  type: z.string(),
  action_id: z.string().optional(),
  value: z.string().optional(),
  /** An object on a button, a string in a context line. */
  text: z.union([z.string(), z.looseObject({ text: z.string() })]).optional(),
});
type Element = z.infer<typeof element>;

function labelOf({ text }: Element): string {
  return typeof text === 'object' ? text.text : '';
}

const block = z.looseObject({
  type: z.string(),
  elements: z.array(element).optional(),
  accessory: element.optional(),
});
/** A message as Slack receives it. */
export const messageSchema = z.looseObject({
  text: z.string().default(''),
  blocks: z.array(block).default([]),
  response_type: z.string().optional(),
  replace_original: z.boolean().optional(),
  /** Where it was posted, if it was not an answer to a command or a click. */
  channel: z.string().optional(),
  thread_ts: z.string().optional(),
});
export type Message = z.infer<typeof messageSchema>;

const viewSchema = z.looseObject({
  type: z.string(),
  blocks: z.array(block),
  private_metadata: z.string().optional(),
  callback_id: z.string().optional(),
});
/** A modal or an App Home as Slack receives it. */
export type View = z.infer<typeof viewSchema>;

/** Everything a person would read in a message or view, in order, one line a block. */
export function textOf({ blocks }: { blocks: readonly unknown[] }): string {
  const texts = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(texts);
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === 'string' ? (['text', 'title', 'name'].includes(key) ? [inner] : []) : texts(inner),
    );
  };
  return blocks.map((one) => texts(one).join(' ')).join('\n');
}

/** The labels of all buttons, in order. */
export function buttonsOf({ blocks }: { blocks: readonly unknown[] }): string[] {
  return z
    .array(block)
    .parse(blocks)
    .flatMap(({ elements = [], accessory }) => [...elements, ...(accessory ? [accessory] : [])])
    .filter(({ type }) => type === 'button')
    .map(labelOf);
}

interface PersonOptions {
  user: string;
  channel: string;
  eventsUrl: string;
  recorder: Recorder;
  newTrigger: (user: string) => Promise<string>;
}

/** How the bot was reached over HTTP: status and acknowledgement body. */
interface Acknowledged {
  status: number;
  body: string;
}

/** What someone does in Slack, as the signed requests Slack makes of it. */
export interface Person {
  user: string;
  /** Types `/plan <text>`; the private answer. */
  plan: (text: string) => Promise<Message>;
  /** Presses a button of a private message; the message that takes its place or stands beside it. */
  press: (on: Message, label: string) => Promise<Message>;
  /** Presses a button that opens a modal. */
  open: (on: Message, label: string) => Promise<View>;
  /** Presses a button in a modal; the modal's new content. */
  pressInModal: (view: View, label: string) => Promise<View>;
  /** Presses a button on the App Home; the modal it opens. */
  pressOnHome: (home: View, label: string) => Promise<View>;
  /** Chooses an option of a list on the App Home; the modal it opens. */
  chooseOnHome: (home: View, actionId: string, value: string) => Promise<View>;
  /** Chooses an option of the list with this action id in a message. */
  choose: (on: Message, actionId: string, value: string) => Promise<Message>;
  /** Submits the open modal. */
  submit: (view: View) => Promise<Acknowledged>;
  /** Writes «@計画ナビ <text>» in a channel, in a thread where one is named. */
  mention: (text: string, channel: string, thread?: string) => Promise<Message>;
  /** Writes to the bot directly; in the conversation of an earlier answer where one is given. */
  directMessage: (text: string, after?: Message) => Promise<Message>;
  /** Chooses the message shortcut on a text somebody wrote. */
  lookUp: (text: string) => Promise<View>;
  openHome: () => Promise<View>;
  /** Posts any interaction payload, for what no honest client sends. */
  interact: (payload: Record<string, unknown>) => Promise<Acknowledged>;
  event: (event: Record<string, unknown>, id?: string) => Promise<Acknowledged>;
  command: (fields: Record<string, string>) => Promise<Acknowledged>;
}

const form = 'application/x-www-form-urlencoded';
let gestures = 0;
/** Ids that no other gesture of this run has. */
function unique(prefix: string): string {
  gestures += 1;
  return `${prefix}${gestures}`;
}

export function createPerson({ user, channel, eventsUrl, recorder, newTrigger }: PersonOptions): Person {
  async function post(body: string, type: string): Promise<Acknowledged> {
    const response = await fetch(eventsUrl, { method: 'POST', headers: signedHeaders(body, type), body });
    return { status: response.status, body: await response.text() };
  }
  const team = { id: 'T000000001', domain: 'miyagi' };
  const interact: Person['interact'] = (payload) =>
    post(
      new URLSearchParams({
        payload: JSON.stringify({ team, user: { id: user, team_id: team.id }, ...payload }),
      }).toString(),
      form,
    );
  const command: Person['command'] = (fields) =>
    post(
      new URLSearchParams({
        command: '/plan',
        team_id: team.id,
        user_id: user,
        channel_id: channel,
        response_url: recorder.responseUrl,
        trigger_id: unique('trigger'),
        ...fields,
      }).toString(),
      form,
    );
  const event: Person['event'] = (inner, id = unique('Ev')) =>
    post(
      JSON.stringify({
        type: 'event_callback',
        team_id: team.id,
        api_app_id: 'A000000001',
        event_id: id,
        event: inner,
      }),
      'application/json',
    );

  function buttonOf({ blocks }: Pick<Message, 'blocks'>, label: string) {
    const all = blocks.flatMap(({ elements = [], accessory }) => [...elements, ...(accessory ? [accessory] : [])]);
    const found = all.find((one) => one.type === 'button' && labelOf(one) === label);
    if (!found) throw new Error(`no button «${label}» among ${buttonsOf({ blocks }).join(', ')}`);
    return {
      type: 'button',
      action_id: found.action_id,
      value: found.value,
      text: found.text,
      block_id: 'b',
      action_ts: '1.1',
    };
  }
  async function act(action: Record<string, unknown>, place: Record<string, unknown>): Promise<void> {
    await interact({
      type: 'block_actions',
      trigger_id: await newTrigger(user),
      api_app_id: 'A000000001',
      actions: [action],
      ...place,
    });
  }
  const inMessage = (message: Message): Record<string, unknown> => {
    const where = message.channel ?? channel;
    return {
      container: {
        type: 'message',
        is_ephemeral: message.response_type === 'ephemeral',
        channel_id: where,
        message_ts: '1.1',
      },
      channel: { id: where, name: 'general' },
      response_url: recorder.responseUrl,
    };
  };
  const inView = (view: View): Record<string, unknown> => ({
    container: { type: 'view', view_id: view.id },
    view: { ...view, team_id: team.id },
  });
  const choice = (actionId: string, value: string): Record<string, unknown> => ({
    type: 'static_select',
    action_id: actionId,
    block_id: 'b',
    selected_option: { text: { type: 'plain_text', text: value }, value },
  });
  /** A message by chat.postMessage, with the conversation that Slack put it in. */
  const posted = async (): Promise<Message> => {
    const { body, reply } = await recorder.next('chat.postMessage');
    const { channel: where } = z.looseObject({ channel: z.string().optional() }).parse(reply.body);
    return messageSchema.parse({ ...body, ...(where === undefined ? {} : { channel: where }) });
  };
  const opened = async (method: string): Promise<View> => {
    const { body, reply } = await recorder.next(method);
    const { ok, view } = z
      .looseObject({ ok: z.boolean(), view: z.looseObject({ id: z.string() }).optional() })
      .parse(reply.body);
    if (!ok) throw new Error(`Slack refused ${method}: ${JSON.stringify(reply.body)}`);
    return { ...viewSchema.parse(body.view), id: view?.id };
  };

  return {
    user,
    interact,
    event,
    command,
    plan: async (text) => messageSchema.parse(JSON.parse((await command({ text })).body)),
    press: async (on, label) => {
      await act(buttonOf(on, label), inMessage(on));
      return messageSchema.parse((await recorder.next('response')).body);
    },
    open: async (on, label) => {
      await act(buttonOf(on, label), inMessage(on));
      return opened('views.open');
    },
    pressInModal: async (view, label) => {
      await act(buttonOf(view, label), inView(view));
      return opened('views.update');
    },
    pressOnHome: async (home, label) => {
      await act(buttonOf(home, label), inView(home));
      return opened('views.open');
    },
    chooseOnHome: async (home, actionId, value) => {
      await act(choice(actionId, value), inView(home));
      return opened('views.open');
    },
    choose: async (on, actionId, value) => {
      await act(choice(actionId, value), inMessage(on));
      return messageSchema.parse((await recorder.next('response')).body);
    },
    submit: async (view) =>
      interact({
        type: 'view_submission',
        trigger_id: await newTrigger(user),
        view: { ...view, team_id: team.id, state: { values: {} } },
        response_urls: [
          { response_url: recorder.responseUrl, channel_id: channel, block_id: 'share-with', action_id: 'share-with' },
        ],
      }),
    mention: async (text, where, thread) => {
      await event({
        type: 'app_mention',
        user,
        text: `<@U00000NAVI> ${text}`,
        channel: where,
        ts: '1700000000.000100',
        event_ts: '1',
        ...(thread === undefined ? {} : { thread_ts: thread }),
      });
      return posted();
    },
    directMessage: async (text, after) => {
      await event({
        type: 'message',
        channel_type: 'im',
        user,
        text,
        channel: after?.channel ?? user,
        ts: '1700000000.000200',
        event_ts: '1',
      });
      return posted();
    },
    lookUp: async (text) => {
      await interact({
        type: 'message_action',
        callback_id: 'look-up',
        trigger_id: await newTrigger(user),
        message_ts: '1.1',
        response_url: recorder.responseUrl,
        channel: { id: channel, name: 'general' },
        message: { type: 'message', user, ts: '1.1', text },
      });
      return opened('views.open');
    },
    openHome: async () => {
      await event({ type: 'app_home_opened', user, channel: 'D1', tab: 'home', event_ts: '1' });
      return opened('views.publish');
    },
  };
}
