import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEmulator } from 'emulate';
import { pino } from 'pino';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Ask } from '../../src/ask/ask.ts';
import type { Catalog } from '../../src/plan/catalog.ts';
import { fiscalYear } from '../../src/plan/fiscal-year.ts';
import type { Moment } from '../../src/report/day.ts';
import type { ReportStore } from '../../src/report/store.ts';
import { createAnswering } from '../../src/slack/answering.ts';
import { createSlackApp, interactionClient } from '../../src/slack/app.ts';
import { createLook } from '../../src/slack/people.ts';
import { createReading } from '../../src/slack/reading.ts';
import { createScreens } from '../../src/slack/screens.ts';
import { loadWording } from '../../src/wording/wording.ts';
import { openDesk } from './desk.ts';
import { createPerson, type Person } from './person.ts';
import { type Fault, type Recorder, startRecorder } from './recorder.ts';
import { signingSecret } from './signed.ts';

/** The parts of the manifest a workspace is set up from: what it does not grant, the bot cannot do. */
const manifestSchema = z.looseObject({
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
});

export const manifestText = readFileSync(join(process.cwd(), 'manifest.yml'), 'utf8');
const botToken = 'xoxb-test-bot';
const adminToken = 'xoxp-test-admin';
const appId = 'A000000001';

/** A Slack workspace with the real Bolt app installed, driven by signed HTTP. */
export interface Workspace {
  recorder: Recorder;
  /** Where Slack posts to. */
  eventsUrl: string;
  log: readonly Record<string, unknown>[];
  person: (name: string) => Promise<Person>;
  channel: (name: string) => Promise<string>;
  isReady: () => boolean;
  /** The database behind the bot. */
  store: ReportStore;
  /** A call as an administrator, with scopes of its own, to look at the workspace. */
  lookUp: (method: string, body: Record<string, unknown>) => Promise<Record<string, unknown>>;
  close: () => Promise<void>;
}

interface WorkspaceOptions {
  catalog: Catalog;
  ask: Ask;
  newerBlocks?: boolean;
  /** Milliseconds to wait for the dictionary. */
  patience?: number;
  /** What goes wrong from the very first call on. */
  faults?: readonly Fault[];
  /** False to go on as soon as the bot listens, though Slack has not told it who it is. */
  untilReady?: boolean;
  /** The clock of rounds and reports; 20 November 2026, 10:00 in Japan, unless said otherwise. */
  now?: () => Moment;
}

const idsSchema = z.looseObject({
  members: z.array(z.looseObject({ id: z.string(), name: z.string() })).optional(),
  channels: z.array(z.looseObject({ id: z.string(), name: z.string().optional() })).optional(),
  trigger_id: z.string().optional(),
});

export async function openWorkspace({
  catalog,
  ask,
  newerBlocks = true,
  patience = 2_000,
  faults = [],
  untilReady = true,
  now,
}: WorkspaceOptions): Promise<Workspace> {
  const scopes = manifestSchema.parse(parse(manifestText)).oauth_config.scopes.bot;
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
            app_id: appId,
            client_id: '1.2',
            client_secret: 'x',
            name: '計画ナビ',
            redirect_uris: [],
            scopes,
            bot_id: 'B000000001',
            bot_user_id: 'U00000NAVI',
            bot_name: 'navi',
          },
        ],
        tokens: [
          {
            token: botToken,
            type: 'bot',
            user: 'U00000NAVI',
            scopes,
            app_id: appId,
            bot_id: 'B000000001',
            bot_user_id: 'U00000NAVI',
          },
          {
            token: adminToken,
            user: 'admin',
            app_id: appId,
            scopes: [
              'users:read',
              'channels:read',
              'channels:history',
              'im:read',
              'im:history',
              'im:write',
              'chat:write',
            ],
          },
        ],
      },
    },
  });
  const recorder = await startRecorder(emulator.url);
  for (const fault of faults) recorder.failNext(fault);
  const lookUp: Workspace['lookUp'] = async (method, body) => {
    const response = await fetch(`${emulator.url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return z.record(z.string(), z.unknown()).parse(await response.json());
  };
  const find = (list: readonly { id: string; name?: string | undefined }[] | undefined, name: string): string => {
    const found = list?.find((one) => one.name === name);
    if (!found) throw new Error(`the workspace has no ${name}`);
    return found.id;
  };
  const wording = loadWording(join(process.cwd(), 'prompts', 'messages'));
  const viewContext = () => ({ wording, catalog, command: '/plan', thisYear: fiscalYear(2026) });
  const log: Record<string, unknown>[] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => log.push(JSON.parse(line)) });
  // The calls that look somebody up are Slack's; their ids are known only once it runs.
  const look = createLook({
    botToken,
    clientOptions: interactionClient(recorder.apiUrl, logger),
    now: () => performance.now(),
  });
  const userNamed = async (name: string): Promise<string> =>
    find(idsSchema.parse(await lookUp('users.list', {})).members, name);
  const {
    desk,
    store,
    close: closeDesk,
  } = await openDesk({
    catalog,
    look,
    coordinators: [await userNamed('coordinator')],
    ...(now ? { now } : {}),
  });
  const screens = createScreens({ desk, viewContext });
  const app = createSlackApp({
    botToken,
    transport: { mode: 'http', signingSecret, host: '127.0.0.1', port: 0 },
    slackApiUrl: recorder.apiUrl,
    command: '/plan',
    newerBlocks,
    dispatcher: null,
    desk,
    answering: createAnswering({
      ask,
      screens,
      reading: createReading(desk, logger),
      viewContext,
      observe: () => undefined,
      patience,
    }),
    viewContext,
    log: logger,
  });
  const started = app.start();
  while (app.port() === null) await new Promise((resolve) => setImmediate(resolve));
  if (untilReady) await started;
  const eventsUrl = `http://127.0.0.1:${app.port()}/slack/events`;

  const channel = async (name: string): Promise<string> =>
    find(idsSchema.parse(await lookUp('conversations.list', {})).channels, name);
  return {
    recorder,
    eventsUrl,
    log,
    store,
    lookUp,
    channel,
    isReady: app.isReady,
    person: async (name) =>
      createPerson({
        user: await userNamed(name),
        channel: await channel('general'),
        eventsUrl,
        recorder,
        newTrigger: async (user) =>
          idsSchema.parse(await lookUp('views.generateTriggerId', { user_id: user })).trigger_id ?? '',
      }),
    close: async () => {
      await app.stop();
      await closeDesk();
      await started;
      await recorder.close();
      await emulator.close();
    },
  };
}
