import { z } from 'zod';
import { userIdSchema } from '../../src/report/person.ts';
import { buttonIn, type Modal, modalSchema, stateOf } from './modal.ts';
import type { Message, Person } from './person.ts';
import type { Call } from './recorder.ts';
import type { Workspace } from './workspace.ts';

const replySchema = z.looseObject({
  ok: z.boolean(),
  channel: z.string().optional(),
  ts: z.string().optional(),
  view: z.looseObject({ id: z.string(), hash: z.string() }).optional(),
});

const messageSchema = z.looseObject({
  text: z.string(),
  blocks: z.array(z.looseObject({ type: z.string() })).default([]),
});

/** What became of sending a modal's form. */
interface Sent {
  /** By block. */
  errors: Record<string, string>;
  /** What the modal shows next; null where it closed, or stays because of errors. */
  modal: Modal | null;
}

/** A message the bot posted, with where it is. */
type Posted = Message & { channel: string; ts: string };

/** Somebody who reports or decides in Slack. */
export interface Reporter {
  user: ReturnType<typeof userIdSchema.parse>;
  person: Person;
  /** `/plan 報告` */
  duties: () => Promise<Message>;
  /** Presses a button that opens a modal; `about` is part of its value where several have the label. */
  open: (on: Message | Posted, label: string, about?: string) => Promise<Modal>;
  /** Presses a button in a modal that opens another on top of it. */
  openOnTop: (on: Modal, label: string) => Promise<Modal>;
  /** Presses a button of a message, which is edited in its place or answered beside. */
  press: (on: Message | Posted, label: string, about?: string) => Promise<Message>;
  /** Presses a button in a modal, or leaves a field, having typed: the modal's new content. */
  typeAnd: (
    modal: Modal,
    typed: Record<string, string>,
    action: { label: string } | { block: string },
  ) => Promise<Modal>;
  /** Sends a modal's form: what it holds, and what is typed over it, by block. */
  send: (modal: Modal, typed?: Record<string, string>) => Promise<Sent>;
  /** Closes a modal, having typed. */
  close: (modal: Modal, typed: Record<string, string>) => Promise<void>;
  /** The text of a message of the bot to this person that is about no round. */
  told: (text: RegExp) => Promise<string>;
  /** The next message of the bot to this person about a round of that title. */
  news: (title: string) => Promise<Posted>;
  /** What a message of the bot shows once it has been edited. */
  edited: (message: Posted) => Promise<Message>;
}

/** What somebody needs of the workspace they are in. */
type Place = Pick<Workspace, 'recorder' | 'person' | 'lookUp'>;

/** Where the bot's posts and edits wait until whom they are for asks for them. */
const mailboxes = new WeakMap<Place, Call[]>();

export async function reporter(workspace: Place, name: string): Promise<Reporter> {
  const person = await workspace.person(name);
  const { recorder } = workspace;
  const mailbox = mailboxes.get(workspace) ?? [];
  mailboxes.set(workspace, mailbox);

  async function trigger(view?: unknown): Promise<string> {
    const made = await workspace.lookUp('views.generateTriggerId', {
      user_id: person.user,
      ...(view === undefined ? {} : { view_id: view }),
    });
    return z.looseObject({ trigger_id: z.string() }).parse(made).trigger_id;
  }
  async function act(action: Record<string, unknown>, place: Record<string, unknown>, view?: string): Promise<void> {
    await person.interact({ type: 'block_actions', trigger_id: await trigger(view), actions: [action], ...place });
  }
  const inMessage = (on: Message | Posted): Record<string, unknown> => ({
    container: {
      type: 'message',
      is_ephemeral: on.response_type === 'ephemeral',
      channel_id: on.channel ?? 'C1',
      message_ts: 'ts' in on ? on.ts : '1.1',
    },
    channel: { id: on.channel ?? 'C1', name: 'directmessage' },
    response_url: recorder.responseUrl,
  });
  const inModal = (modal: Modal, typed: Record<string, string>) => ({ ...modal, state: stateOf(modal, typed) });
  async function opened(method: string): Promise<Modal> {
    const { body, reply } = await recorder.next(method);
    const { ok, view } = replySchema.parse(reply.body);
    if (!ok) throw new Error(`Slack refused ${method}: ${JSON.stringify(reply.body)}`);
    return { ...modalSchema.parse(body.view), id: view?.id ?? '', hash: view?.hash ?? '' };
  }

  /** The next call of a method of which something holds; others wait until they are asked for. */
  async function nextOf(method: string, holds: (body: Call['body']) => boolean): Promise<Call> {
    for (;;) {
      const at = mailbox.findIndex((call) => call.method === method && holds(call.body));
      const [call] = at === -1 ? [] : mailbox.splice(at, 1);
      if (call) return call;
      mailbox.push(await recorder.next(method));
    }
  }
  const letter = (holds: (body: Call['body']) => boolean): Promise<Call> =>
    nextOf('chat.postMessage', (body) => body.channel === person.user && holds(body));

  return {
    user: userIdSchema.parse(person.user),
    person,
    duties: () => person.plan('報告'),
    open: async (on, label, about) => {
      await act(buttonIn(on, label, about), inMessage(on));
      return opened('views.open');
    },
    openOnTop: async (on, label) => {
      await act(buttonIn(on, label), { container: { type: 'view', view_id: on.id }, view: inModal(on, {}) }, on.id);
      return { ...(await opened('views.push')), previous_view_id: on.id };
    },
    press: async (on, label, about) => {
      await act(buttonIn(on, label, about), inMessage(on));
      const { body } = await recorder.next('response');
      return messageSchema.parse(body);
    },
    typeAnd: async (modal, typed, how) => {
      const action =
        'label' in how
          ? buttonIn(modal, how.label)
          : { type: 'plain_text_input', action_id: 'report-field', block_id: how.block };
      await act(action, { container: { type: 'view', view_id: modal.id }, view: inModal(modal, typed) });
      return opened('views.update');
    },
    send: async (modal, typed = {}) => {
      const { body } = await person.interact({
        type: 'view_submission',
        trigger_id: await trigger(),
        view: { previous_view_id: null, ...inModal(modal, typed) },
      });
      if (body === '') return { errors: {}, modal: null };
      const answer = z
        .looseObject({ errors: z.record(z.string(), z.string()).default({}), view: z.unknown().optional() })
        .parse(JSON.parse(body));
      const next = answer.view === undefined ? null : modalSchema.parse(answer.view);
      // Slack keeps the modal's id where a submission is answered with new content.
      return { errors: answer.errors, modal: next && { ...next, id: modal.id, hash: modal.hash } };
    },
    close: async (modal, typed) => {
      await person.interact({ type: 'view_closed', view: inModal(modal, typed), is_cleared: false });
    },
    told: async (text) => String((await letter((body) => text.test(String(body.text)))).body.text),
    news: async (title) => {
      const call = await letter(({ text }) => String(text).includes(`照会 ${title}」`));
      const { channel = '', ts = '' } = replySchema.parse(call.reply.body);
      const { text, blocks } = messageSchema.parse(call.body);
      return { text, blocks, channel, ts };
    },
    edited: async ({ channel, ts }) =>
      messageSchema.parse((await nextOf('chat.update', (body) => body.channel === channel && body.ts === ts)).body),
  };
}
