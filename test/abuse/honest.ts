import { z } from 'zod';
import { actionIds, routeOf } from '../../src/view/action-ids.ts';
import { digital } from '../support/rounds.ts';
import type { Office } from './office.ts';
import { command, interaction, type Request, send } from './send.ts';

/** An action that the bot itself has offered to somebody. */
export interface Offered {
  type: string;
  actionId: string;
  value: string;
}

/** A modal that the bot itself has opened, filled in with what it began with. */
export interface Form {
  callbackId: string;
  metadata: string;
  values: Record<string, Record<string, unknown>>;
}

/** All that the bot offers to an honest person: what a forger begins with. */
export interface Honest {
  actions: readonly Offered[];
  forms: readonly Form[];
}

const optionSchema = z.looseObject({ value: z.string() });
const elementSchema = z.looseObject({
  type: z.string(),
  action_id: z.string(),
  value: z.string().optional(),
  options: z.array(optionSchema).optional(),
  option_groups: z.array(z.looseObject({ options: z.array(optionSchema) })).optional(),
  initial_value: z.string().optional(),
  initial_date: z.string().optional(),
  initial_option: optionSchema.optional(),
  initial_options: z.array(optionSchema).optional(),
});
const inputSchema = z.looseObject({ block_id: z.string(), element: elementSchema });
const modalSchema = z.looseObject({
  type: z.literal('modal'),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  blocks: z.array(z.unknown()),
});

/** Every object of some form, at any depth. */
function every<T>(schema: z.ZodType<T>, value: unknown): T[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = schema.safeParse(value);
  return [...(own.success ? [own.data] : []), ...Object.values(value).flatMap((inner) => every(schema, inner))];
}

const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value });

function firstOf({ options, option_groups }: z.infer<typeof elementSchema>): string {
  return [...(options ?? []), ...(option_groups ?? []).flatMap((group) => group.options)][0]?.value ?? '';
}

/** What Slack would report of a field that somebody has filled in. */
function stateOf({ element }: z.infer<typeof inputSchema>): Record<string, unknown> {
  const first = element.initial_option ?? option(firstOf(element));
  const several = element.initial_options ?? [first];
  const all: Readonly<Record<string, Record<string, unknown>>> = {
    plain_text_input: { value: element.initial_value ?? '357' },
    datepicker: { selected_date: element.initial_date ?? '2026-12-04' },
    static_select: { selected_option: first },
    external_select: { selected_option: first },
    radio_buttons: { selected_option: first },
    checkboxes: { selected_options: several },
    multi_static_select: { selected_options: several },
    users_select: { selected_user: 'U0STAFF' },
    multi_users_select: { selected_users: ['U0STAFF'] },
    conversations_select: { selected_conversation: 'C0GENERAL' },
  };
  return { type: element.type, ...all[element.type] };
}

function formOf(modal: z.infer<typeof modalSchema>): Form {
  const fields = every(inputSchema, modal.blocks);
  return {
    callbackId: modal.callback_id,
    metadata: modal.private_metadata,
    values: Object.fromEntries(fields.map((field) => [field.block_id, { [field.element.action_id]: stateOf(field) }])),
  };
}

function offeredBy(payload: unknown): Offered[] {
  return every(elementSchema, payload).map((element) => ({
    type: element.type,
    actionId: element.action_id,
    value: element.value ?? firstOf(element),
  }));
}

const words = [
  '',
  '報告',
  '照会',
  '期限',
  '週報',
  '名簿',
  '出力',
  '記録',
  '送信記録',
  '指標',
  '4-2-1',
  '担当 情報政策課',
  '電子申請',
];

/** What stands on messages that the bot sends by itself, and on screens that honest people do not come by in a day. */
const others: readonly unknown[] = [
  {},
  { at: null },
  { at: { round: 'asked', section: digital } },
  { round: 'asked', section: digital },
  { round: 'asked', section: digital, version: 0 },
  { round: 'answered', section: digital, version: 1 },
  { round: 'confirmed', section: digital, version: 1 },
  { round: 'accepted', section: digital, version: 1 },
  { to: 'U0STAFF', wait: 'tomorrow' },
  { to: 'U0STAFF', on: '2026-11-20' },
  { key: 'reminder/U0STAFF/2026-11-20' },
  { file: 'F0SHEET' },
];

function button(actionId: string, value: unknown): Offered {
  return { type: 'button', actionId, value: JSON.stringify(value) };
}

/** What an action looks like as a request, pressed on a message that only its reader sees. */
export function pressed(user: string, { type, actionId, value }: Offered, responseUrl: string): Request {
  const chosen = type === 'button' ? { value } : { selected_option: option(value) };
  return interaction(user, {
    type: 'block_actions',
    container: { type: 'message', is_ephemeral: true, channel_id: 'C0GENERAL', message_ts: '1.1' },
    channel: { id: 'C0GENERAL', name: 'general' },
    response_url: responseUrl,
    actions: [{ type, action_id: actionId, block_id: 'b', ...chosen }],
  });
}

/** What a form looks like as a request. */
export function submitted(user: string, { callbackId, metadata, values }: Form, type = 'view_submission'): Request {
  const view = { type: 'modal', id: 'V1', hash: 'h1', callback_id: callbackId, blocks: [], private_metadata: metadata };
  return interaction(user, { type, view: { ...view, state: { values } } });
}

/** The name under which an action or a form counts as another: not each of a hundred KPIs. */
function kindOf(id: string, value: string): string {
  return `${id.replace(/:.*$/u, '')} ${value.replace(/[\p{L}\p{N}]+/gu, 'x').slice(0, 60)}`;
}

/** Asks for everything and presses everything that is offered, as those who may do most, until nothing new comes. */
export async function learnHonestly({ workspace, lenient }: Office): Promise<Honest> {
  const actions = new Map<string, Offered>();
  const forms = new Map<string, Form>();
  const { eventsUrl, recorder } = workspace;
  const waiting: Request[] = [];

  async function go(request: Request): Promise<void> {
    const { body } = await send(eventsUrl, request);
    await workspace.idle();
    const seen: unknown[] = lenient.taken().map((call) => call.body);
    if (body.startsWith('{')) seen.push(JSON.parse(body));
    for (const offered of offeredBy(seen)) {
      const kind = kindOf(offered.actionId, offered.value);
      if (actions.has(kind)) continue;
      actions.set(kind, offered);
      waiting.push(pressed(request.user, offered, recorder.responseUrl));
    }
    for (const modal of every(modalSchema, seen)) {
      const one = formOf(modal);
      const kind = kindOf(one.callbackId, one.metadata);
      if (forms.has(kind)) continue;
      forms.set(kind, one);
      waiting.push(submitted(request.user, one));
    }
  }

  /** What nobody was offered so far, with every value that such an action could have. */
  const seldom = (): Offered[] =>
    Object.values(actionIds)
      .filter((id) => ![...actions.values()].some(({ actionId }) => routeOf(actionId) === id))
      .flatMap((id) => others.map((value) => button(id, value)));

  // A coordinator comes last, and ends much of what the others could do.
  for (const user of ['U0STAFF', 'U0HEAD', 'U0COORDINATOR']) {
    for (const text of words) await go(command(user, text, recorder.responseUrl));
    for (const one of seldom()) await go(pressed(user, one, recorder.responseUrl));
    for (let next = waiting.shift(); next; next = waiting.shift()) await go(next);
  }
  return { actions: [...actions.values(), ...seldom()], forms: [...forms.values()] };
}
