import type { Directory } from './blocks/context.ts';
import { withBlockIds } from './blocks/placed.ts';
import { stateValues } from './blocks/submitted.ts';
import type { Acknowledged } from './bot-client.ts';
import type { GestureParts } from './gestures.ts';
import { appId, type Persona, teamId, userIds } from './people.ts';
import type { Message, View } from './state.ts';
import type { Form } from './views.ts';

/** A view as interaction payloads hold it, with what its form holds. */
export function viewPayload(view: View, form: Form, directory: Directory) {
  const blocks = withBlockIds(view.blocks);
  return { ...view, team_id: teamId, app_id: appId, blocks, state: { values: stateValues(blocks, form, directory) } };
}

/** A message as interaction payloads hold it. */
export function messagePayload(message: Message) {
  return {
    type: 'message',
    user: message.author,
    ts: message.ts,
    text: message.text,
    blocks: withBlockIds(message.blocks),
    ...(message.thread === null ? {} : { thread_ts: message.thread }),
  };
}

/** Slack calls direct messages so. */
export function conversationPayload(id: string) {
  return { id, name: id.startsWith('D') ? 'directmessage' : 'channel' };
}

/** Posts an interaction payload (https://docs.slack.dev/reference/interaction-payloads) in somebody's name. */
export async function interact(
  { bot, trigger }: Pick<GestureParts, 'bot' | 'trigger'>,
  persona: Persona,
  payload: Record<string, unknown>,
): Promise<Acknowledged> {
  const user = { id: userIds[persona], username: persona, name: persona, team_id: teamId };
  const common = { team: { id: teamId, domain: 'miyagi' }, user, api_app_id: appId, is_enterprise_install: false };
  return bot.form({ payload: JSON.stringify({ ...common, trigger_id: await trigger(persona), ...payload }) });
}
