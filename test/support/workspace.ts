import { join } from 'node:path';
import { pino } from 'pino';
import { z } from 'zod';
import type { Ask } from '../../src/ask/ask.ts';
import type { NoticeDesk } from '../../src/notice/desk/desk.ts';
import type { NoticeParts } from '../../src/notice/parts.ts';
import type { NoticeStore } from '../../src/notice/store.ts';
import type { Catalog } from '../../src/plan/catalog.ts';
import { fiscalYear } from '../../src/plan/fiscal-year.ts';
import type { Moment } from '../../src/report/day.ts';
import type { Desk } from '../../src/report/desk/desk.ts';
import type { ReportStore } from '../../src/report/store.ts';
import { createSlackApp, interactionClient } from '../../src/slack/app.ts';
import { createNextDigest } from '../../src/slack/digest/next-digest.ts';
import { createLook } from '../../src/slack/people.ts';
import { createAnswering } from '../../src/slack/question/answering.ts';
import { createReading } from '../../src/slack/question/reading.ts';
import { createScreens } from '../../src/slack/question/screens.ts';
import { loadWording } from '../../src/wording/wording.ts';
import { createDelivering } from './delivering.ts';
import { openDesk } from './desk.ts';
import { botToken, type EmulatedSlack, startEmulatedSlack } from './emulated-slack.ts';
import { createPerson, type Person } from './person.ts';
import { type Fault, type Recorder, startRecorder } from './recorder.ts';
import { signingSecret } from './signed.ts';

/** A Slack workspace with the real Bolt app installed, driven by signed HTTP. */
export interface Workspace {
  recorder: Recorder;
  /** Where Slack posts to. */
  eventsUrl: string;
  log: Record<string, unknown>[];
  person: (name: string) => Promise<Person>;
  channel: (name: string) => Promise<string>;
  isReady: () => boolean;
  /** Resolves when the bot does nothing more about what it was sent. */
  idle: () => Promise<void>;
  /** The database behind the bot. */
  store: ReportStore;
  notices: NoticeStore;
  /** What notices are made from, over the same database. */
  parts: NoticeParts;
  /** What people do, without the screens that lead there. */
  decide: Desk['decide'];
  noticeDesk: NoticeDesk;
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
  /** False where a test delivers by itself; otherwise people hear at once of what is done. */
  delivers?: boolean;
  /** The clock of rounds and reports; 20 November 2026, 10:00 in Japan, unless said otherwise. */
  now?: () => Moment;
  /** What stands for Slack, and what writes down how the bot calls it; the emulated one unless said otherwise. */
  around?: { slack: EmulatedSlack; recorder: Recorder };
}

const triggerSchema = z.looseObject({ trigger_id: z.string() });

export async function openWorkspace({
  catalog,
  ask,
  newerBlocks = true,
  patience = 2_000,
  faults = [],
  untilReady = true,
  delivers = true,
  now,
  around,
}: WorkspaceOptions): Promise<Workspace> {
  const slack = around?.slack ?? (await startEmulatedSlack());
  const recorder = around?.recorder ?? (await startRecorder(slack.url));
  for (const fault of faults) recorder.failNext(fault);
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
  const {
    desk,
    noticeDesk,
    digest,
    store,
    notices,
    parts,
    close: closeDesk,
  } = await openDesk({
    catalog,
    look,
    coordinators: [await slack.user('coordinator')],
    ...(now ? { now } : {}),
    changed: () => {
      app.changed();
      if (delivers) tick.kick();
    },
  });
  const slackApiUrl = recorder.apiUrl;
  const tick = createDelivering({ parts, botToken, slackApiUrl, newerBlocks, viewContext, log: logger });
  const screens = createScreens({ desk, noticeDesk, digest, viewContext });
  const app = await createSlackApp({
    botToken,
    transport: { mode: 'http', signingSecret, host: '127.0.0.1', port: 0 },
    slackApiUrl,
    command: '/plan',
    newerBlocks,
    dispatcher: null,
    desk,
    noticeDesk,
    digest,
    answering: createAnswering({
      ask,
      screens,
      reading: createReading(desk, noticeDesk, logger),
      viewContext,
      observe: () => undefined,
      nextDigest: createNextDigest({ digest, viewContext, log: logger }),
      patience,
    }),
    viewContext,
    isOutage: () => false,
    onRefused: (refusal) => {
      throw refusal;
    },
    log: logger,
  });
  const started = app.start();
  while (app.port() === null) await new Promise((resolve) => setImmediate(resolve));
  if (untilReady) await started;
  const eventsUrl = `http://127.0.0.1:${app.port()}/slack/events`;

  return {
    recorder,
    eventsUrl,
    log,
    store,
    notices,
    parts,
    decide: desk.decide,
    noticeDesk,
    lookUp: slack.lookUp,
    channel: slack.channel,
    isReady: app.isReady,
    idle: app.idle,
    person: async (name) =>
      createPerson({
        user: await slack.user(name),
        channel: await slack.channel('general'),
        eventsUrl,
        recorder,
        newTrigger: async (user) =>
          triggerSchema.parse(await slack.lookUp('views.generateTriggerId', { user_id: user })).trigger_id,
      }),
    close: async () => {
      await app.stop();
      await tick.stop();
      await closeDesk();
      await started;
      await recorder.close();
      await slack.close();
    },
  };
}
