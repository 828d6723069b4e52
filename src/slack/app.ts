/** slack/: the Bolt app. Slack payloads come in, acknowledgements and Web API calls go out; what is said is made elsewhere. */
import { App, type webApi } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Dispatcher } from 'undici';
import type { NoticeDesk } from '../notice/desk/desk.ts';
import type { DigestDesk } from '../notice/digest/desk.ts';
import type { Desk } from '../report/desk/desk.ts';
import type { ViewContext } from '../view/context.ts';
import { boltLogger } from './bolt-logger.ts';
import { createIdentity } from './connection/identity.ts';
import { ownWorkspaceOnly } from './connection/own-workspace.ts';
import { createConnection, type Transport } from './connection/receiver.ts';
import type { SlackRefused } from './connection/refused.ts';
import { createLater } from './later.ts';
import { createOnce } from './once.ts';
import type { Answering } from './question/answering.ts';
import { createHomes } from './question/homes.ts';
import { register } from './register.ts';
import { createFiles } from './report/files.ts';
import { createRim } from './rim.ts';

interface SlackAppOptions {
  botToken: string;
  transport: Transport;
  slackApiUrl: string;
  command: string;
  newerBlocks: boolean;
  dispatcher: Dispatcher | null;
  answering: Answering;
  desk: Desk;
  noticeDesk: NoticeDesk;
  digest: DigestDesk;
  viewContext: () => ViewContext;
  /** Whether an error means that the database cannot be used now. */
  isOutage: (error: unknown) => boolean;
  /** Hears it when Slack does not accept a token any more. */
  onRefused: (refusal: SlackRefused) => void;
  log: Logger;
}

export interface SlackApp {
  /** Something stored has changed: what people have open is brought up to date. */
  changed: () => void;
  /** The database can be used again: what waited for it is stored. */
  recovered: () => void;
  /**
   * Begins to listen, and asks Slack who the bot is. Resolves when Slack has answered, or when it is stopped before.
   * @throws SlackRefused when Slack does not accept the tokens.
   */
  start: () => Promise<void>;
  /** Resolves when nothing is under way. */
  idle: () => Promise<void>;
  /** Takes no more requests and waits for those under way; a start that still waits for Slack ends. */
  stop: () => Promise<void>;
  /** Whether Slack reaches the bot and has told it who it is. */
  isReady: () => boolean;
  /** The port listened on; null in Socket Mode. */
  port: () => number | null;
}

/** Calls made while a person waits: no retries, and never longer than a trigger lives. */
const interactionTimeout = 2_500;

/** How Slack's Web API is asked while a person waits. */
export function interactionClient(slackApiUrl: string, log: Logger): webApi.WebClientOptions {
  return {
    slackApiUrl,
    allowAbsoluteUrls: false,
    retryConfig: { retries: 0 },
    timeout: interactionTimeout,
    rejectRateLimitedCalls: true,
    logger: boltLogger(log),
  };
}

export async function createSlackApp(options: SlackAppOptions): Promise<SlackApp> {
  const {
    botToken,
    transport,
    slackApiUrl,
    command,
    newerBlocks,
    dispatcher,
    answering,
    desk,
    noticeDesk,
    digest,
    viewContext,
    isOutage,
    onRefused,
    log,
  } = options;
  const clientOptions = interactionClient(slackApiUrl, log);
  const connection = await createConnection(transport, { clientOptions, dispatcher, log });
  const identity = createIdentity(botToken, new WebClient(botToken, clientOptions), log);
  const app = new App({
    receiver: connection.receiver,
    authorize: identity.authorize,
    clientOptions,
    convoStore: false,
    logger: boltLogger(log),
  });
  const { wording } = viewContext();
  const once = createOnce(() => performance.now());
  const rim = createRim(log, wording, isOutage);
  const later = createLater(log, isOutage);
  const client = new WebClient(botToken, clientOptions);
  const homes = createHomes({
    draw: answering.home,
    publish: (user_id, blocks) => client.views.publish({ user_id, view: { type: 'home', blocks } }),
    newerBlocks,
    now: () => performance.now(),
    log,
  });
  app.use(ownWorkspaceOnly({ identity, rim, viewContext }));
  register(app, command, {
    answering,
    desk,
    noticeDesk,
    homes,
    digest,
    files: createFiles({ botToken, slackApiUrl, clientOptions }),
    viewContext,
    newerBlocks,
    once,
    later,
    rim,
    log,
  });

  const stopping = new AbortController();
  const idle = async (): Promise<void> => {
    await rim.idle();
    await homes.idle();
  };
  return {
    changed: homes.changed,
    recovered: () => void later.retry(),
    start: async () => {
      await connection.start(onRefused);
      await identity.settle(stopping.signal);
      identity.watch(stopping.signal).catch(onRefused);
    },
    stop: async () => {
      stopping.abort();
      await connection.stop(idle);
      const lost = await later.retry();
      if (lost > 0) log.error({ forms: lost }, 'what was typed into closed forms could not be stored before the end');
    },
    idle,
    isReady: () => connection.isConnected() && identity.isSettled(),
    port: connection.port,
  };
}
