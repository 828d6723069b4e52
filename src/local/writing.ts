import { randomUUID } from 'node:crypto';
import { type GestureParts, type Problem, parsed, problemOf, type SentFile } from './gestures.ts';
import { appId, botUserId, conversationAt, directIds, type Persona, type Place, teamId, userIds } from './people.ts';
import { responseSchema } from './responses.ts';

/** What a person types or opens; null when the bot took it. */
export interface Writing {
  /** Sends what the composer holds: a slash command, a mention, a direct message, or words to nobody. */
  send(persona: Persona, place: Place, text: string): Promise<Problem | null>;
  /** Sends a file to the bot, or to a channel. */
  sendFile(persona: Persona, place: Place, file: SentFile): Promise<Problem | null>;
  openHome(persona: Persona): Promise<Problem | null>;
}

/** Slack escapes what people type (https://docs.slack.dev/messaging/formatting-message-text). */
function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}

const mentionTyped = /@(?:計画ナビ|navi)(?=\s|$)/iu;

export function createWriting(parts: GestureParts): Writing {
  const { bot, responses, command, state, record, trigger, post, upload, responseUrl, now } = parts;

  async function event(inner: Record<string, unknown>): Promise<Problem | null> {
    const answer = await bot.json({
      type: 'event_callback',
      team_id: teamId,
      api_app_id: appId,
      event_id: `Ev${randomUUID()}`,
      authorizations: [{ team_id: teamId, user_id: botUserId, is_bot: true }],
      event: inner,
    });
    return problemOf(answer);
  }

  async function slash(persona: Persona, place: Place, typed: string): Promise<Problem | null> {
    const [, name = '', text = ''] = /^(\S+)\s*(.*)$/su.exec(typed) ?? [];
    if (name !== command) return 'unknown-command';
    const conversation = conversationAt(place, persona);
    const origin = { user: userIds[persona], conversation, source: null };
    const answer = await bot.form({
      command,
      text,
      team_id: teamId,
      team_domain: 'miyagi',
      user_id: userIds[persona],
      user_name: persona,
      channel_id: conversation,
      channel_name: conversation.startsWith('D') ? 'directmessage' : place,
      api_app_id: appId,
      is_enterprise_install: 'false',
      response_url: responseUrl(responses.token(origin)),
      trigger_id: await trigger(persona),
    });
    if (!answer.ok) return answer.error;
    if (answer.body === '') return null;
    const body = parsed(answer.body);
    const response = responseSchema.safeParse(typeof body === 'string' ? { text: body } : body);
    if (!response.success) return 'not-understood';
    responses.show(origin, response.data);
    return null;
  }

  async function write(persona: Persona, place: Place, typed: string): Promise<Problem | null> {
    const conversation = conversationAt(place, persona);
    const text = escaped(typed).replace(mentionTyped, `<@${botUserId}>`);
    const ts = await post(persona, conversation, text);
    const author = userIds[persona];
    const shown = { conversation, ts, at: now(), author, onlyFor: null, thread: null, text, blocks: [], edited: false };
    record({ kind: 'posted', message: shown });
    const inner = { user: author, text, channel: conversation, ts, event_ts: ts };
    if (conversation.startsWith('D')) return event({ type: 'message', channel_type: 'im', ...inner });
    return text.includes(`<@${botUserId}>`) ? event({ type: 'app_mention', ...inner }) : null;
  }

  return {
    async send(persona, place, typed) {
      const text = typed.trim();
      if (text === '') return null;
      record({ kind: 'typed', user: userIds[persona], text });
      return text.startsWith('/') ? slash(persona, place, text) : write(persona, place, text);
    },
    async sendFile(persona, place, { name, bytes }) {
      const conversation = conversationAt(place, persona);
      const author = userIds[persona];
      const id = await upload(persona, conversation, { name, bytes });
      const ts = `${Date.parse(now()) / 1000}.${id}`;
      const shown = {
        conversation,
        ts,
        at: now(),
        author,
        onlyFor: null,
        thread: null,
        text: '',
        blocks: [],
        edited: false,
      };
      const file = { id, name, size: bytes.length };
      record({ kind: 'posted', message: { ...shown, files: [file] } });
      if (!conversation.startsWith('D')) return null;
      const filetype = /\.([A-Za-z0-9]{1,10})$/u.exec(name)?.[1]?.toLowerCase() ?? '';
      const shared = { user: author, text: '', channel: conversation, ts, event_ts: ts, upload: true };
      const files = [{ ...file, filetype, user: author }];
      return event({ type: 'message', subtype: 'file_share', channel_type: 'im', ...shared, files });
    },
    openHome(persona) {
      const view = state().home(userIds[persona]);
      const where = { channel: directIds[persona], tab: 'home', event_ts: String(Date.parse(now()) / 1000) };
      return event({ type: 'app_home_opened', user: userIds[persona], ...where, ...(view ? { view } : {}) });
    },
  };
}
