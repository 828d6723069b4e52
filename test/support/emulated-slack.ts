import { createEmulator } from 'emulate';
import { z } from 'zod';
import { botScopes } from './manifest.ts';

export const botToken = 'xoxb-test-bot';
const adminToken = 'xoxp-test-admin';
const app = { app_id: 'A000000001', bot_id: 'B000000001', bot_user_id: 'U00000NAVI' };
const adminScopes = [
  'users:read',
  'channels:read',
  'channels:history',
  'im:read',
  'im:history',
  'im:write',
  'chat:write',
];

/** The Web API of a workspace in which the bot is installed, by the registry's emulator. */
export interface EmulatedSlack {
  /** Without a slash at its end. */
  url: string;
  /** The id of somebody: staff, head or coordinator. */
  user: (name: string) => Promise<string>;
  /** The id of a channel: general or digital. */
  channel: (name: string) => Promise<string>;
  /** A call as an administrator, with scopes of its own, to look at the workspace. */
  lookUp: (method: string, body: Record<string, unknown>) => Promise<Record<string, unknown>>;
  close: () => Promise<void>;
}

const listSchema = z.looseObject({
  members: z.array(z.looseObject({ id: z.string(), name: z.string() })).default([]),
  channels: z.array(z.looseObject({ id: z.string(), name: z.string().optional() })).default([]),
});

export async function startEmulatedSlack(scopes: readonly string[] = botScopes): Promise<EmulatedSlack> {
  const granted = [...scopes];
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      slack: {
        strict_scopes: true,
        team: { name: '宮城県', domain: 'miyagi' },
        users: [{ name: 'staff' }, { name: 'head' }, { name: 'coordinator' }],
        channels: [{ name: 'general' }, { name: 'digital' }],
        oauth_apps: [
          {
            ...app,
            client_id: '1.2',
            client_secret: 'x',
            name: '計画ナビ',
            redirect_uris: [],
            scopes: granted,
            bot_name: 'navi',
          },
        ],
        tokens: [
          { ...app, token: botToken, type: 'bot', user: app.bot_user_id, scopes: granted },
          { token: adminToken, user: 'admin', app_id: app.app_id, scopes: adminScopes },
        ],
      },
    },
  });
  const lookUp: EmulatedSlack['lookUp'] = async (method, body) => {
    const response = await fetch(`${emulator.url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return z.record(z.string(), z.unknown()).parse(await response.json());
  };
  const named = (list: readonly { id: string; name?: string | undefined }[], name: string): string => {
    const found = list.find((one) => one.name === name);
    if (!found) throw new Error(`the workspace has no ${name}`);
    return found.id;
  };
  return {
    url: emulator.url,
    user: async (name) => named(listSchema.parse(await lookUp('users.list', {})).members, name),
    channel: async (name) => named(listSchema.parse(await lookUp('conversations.list', {})).channels, name),
    lookUp,
    close: () => emulator.close(),
  };
}
