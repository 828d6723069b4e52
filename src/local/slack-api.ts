import { createEmulator } from 'emulate';
import { parse } from 'yaml';
import { z } from 'zod';
import { appId, botId, botUserId, channelIds, channels, directIds, type Persona, personas, userIds } from './people.ts';
import { createTranslation, type Translation } from './translation.ts';

/** The parts of the manifest the workspace is made from: what it does not grant, the bot cannot do. */
const manifestSchema = z.looseObject({
  features: z.looseObject({
    shortcuts: z.array(z.looseObject({ name: z.string(), type: z.string(), callback_id: z.string() })).default([]),
  }),
  oauth_config: z.looseObject({ scopes: z.looseObject({ bot: z.array(z.string()) }) }),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** @throws ZodError when the text is no manifest. */
export function readManifest(text: string): Manifest {
  return manifestSchema.parse(parse(text));
}

const replySchema = z.looseObject({
  ok: z.boolean(),
  ts: z.string().optional(),
  trigger_id: z.string().optional(),
  channel: z.unknown().optional(),
  upload_url: z.string().optional(),
  file_id: z.string().optional(),
  files: z.array(z.looseObject({ id: z.string() })).optional(),
  members: z.array(z.looseObject({ id: z.string(), name: z.string() })).optional(),
  channels: z.array(z.looseObject({ id: z.string(), name: z.string().optional() })).optional(),
});
type Reply = z.infer<typeof replySchema>;

/** The simulated Web API, on a loopback port of its own. */
export interface SlackApi {
  /** Without a slash at its end. */
  url: string;
  translation: Translation;
  /** Calls a method with our ids as a persona or as the bot. @throws Error when it refuses. */
  call(as: Persona | 'bot', method: string, body: Record<string, unknown>): Promise<Reply>;
  /** Puts a person's file into a conversation; its id. */
  upload(persona: Persona, conversation: string, file: { name: string; bytes: Uint8Array }): Promise<string>;
  /** A file's bytes as a person may have them; null where it is gone. */
  download(persona: Persona, id: string): Promise<Response | null>;
  close(): Promise<void>;
}

export const botToken = 'xoxb-local-workspace';
const tokenOf = (as: Persona | 'bot'): string => (as === 'bot' ? botToken : `xoxp-local-${as}`);
/** What a person may do in Slack itself. */
const personScopes = ['users:read', 'channels:read', 'im:read', 'im:write', 'chat:write', 'files:read', 'files:write'];

export async function startSlackApi(manifest: Manifest, names: (persona: Persona) => string): Promise<SlackApi> {
  const { bot: scopes } = manifest.oauth_config.scopes;
  const bot = { app_id: appId, bot_id: botId, bot_user_id: botUserId };
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      slack: {
        strict_scopes: true,
        team: { name: '宮城県', domain: 'miyagi' },
        users: personas.map((name) => ({ name, real_name: names(name) })),
        channels: channels.map((name) => ({ name: `local-${name}` })),
        oauth_apps: [
          {
            ...bot,
            client_id: '1.2',
            client_secret: 'local',
            name: '計画ナビ',
            redirect_uris: [],
            scopes,
            bot_name: 'navi',
          },
        ],
        tokens: [
          { ...bot, token: botToken, type: 'bot', user: botUserId, scopes },
          ...personas.map((name) => ({ token: tokenOf(name), user: name, app_id: appId, scopes: personScopes })),
        ],
      },
    },
  });
  const translation = createTranslation();
  const call: SlackApi['call'] = async (as, method, body) => {
    const response = await fetch(`${emulator.url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${tokenOf(as)}`, 'content-type': 'application/json' },
      body: translation.toSlack(JSON.stringify(body)),
    });
    const reply = replySchema.parse(JSON.parse(translation.fromSlack(await response.text())));
    if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply)}`);
    return reply;
  };

  const { members = [] } = await call('staff', 'users.list', {});
  const { channels: listed = [] } = await call('staff', 'conversations.list', {});
  for (const persona of personas) {
    const member = members.find(({ name }) => name === persona);
    if (member) translation.learn(userIds[persona], member.id);
  }
  for (const channel of channels) {
    const found = listed.find(({ name }) => name === `local-${channel}`);
    if (found) translation.learn(channelIds[channel], found.id);
  }
  for (const persona of personas) {
    const { channel } = await call(persona, 'conversations.open', { users: botUserId });
    translation.learn(directIds[persona], z.looseObject({ id: z.string() }).parse(channel).id);
  }
  return {
    url: emulator.url,
    translation,
    call,
    async upload(persona, conversation, { name, bytes }) {
      const { upload_url: to = '', file_id: id = '' } = await call(persona, 'files.getUploadURLExternal', {
        filename: name,
        length: bytes.length,
      });
      await fetch(to, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: Buffer.from(bytes),
      });
      await call(persona, 'files.completeUploadExternal', { files: [{ id, title: name }], channel_id: conversation });
      return id;
    },
    async download(persona, id) {
      const headers = { authorization: `Bearer ${tokenOf(persona)}` };
      const response = await fetch(`${emulator.url}/files-pri/${encodeURIComponent(id)}/file`, { headers });
      return response.ok ? response : null;
    },
    close: () => emulator.close(),
  };
}
