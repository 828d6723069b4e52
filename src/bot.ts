/** The bot put together: from Slack's side of the settings to a program that listens and can be stopped. Only main.ts starts one. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Dispatcher } from 'undici';
import type { Ask } from './ask/ask.ts';
import type { Config, SlackConfig } from './config.ts';
import { absenteesOf } from './notice/absence.ts';
import type { Calendar } from './notice/calendar.ts';
import { createNoticeDesk } from './notice/desk/desk.ts';
import { createDigestDesk } from './notice/digest/desk.ts';
import type { NoticeParts } from './notice/parts.ts';
import { createNotices, createPlans } from './notices.ts';
import { createOperations } from './operations.ts';
import type { Catalog } from './plan/catalog.ts';
import { announcing } from './report/announcing.ts';
import { epochSeconds, type Moment } from './report/day.ts';
import { createDesk } from './report/desk/desk.ts';
import type { DeskParts } from './report/desk/parts.ts';
import { userIdSchema } from './report/person.ts';
import type { ReportStore } from './report/store.ts';
import { createSlackApp, interactionClient } from './slack/app.ts';
import type { SlackRefused } from './slack/connection/refused.ts';
import { createNextDigest } from './slack/digest/next-digest.ts';
import { createLook } from './slack/people.ts';
import { createAnswering } from './slack/question/answering.ts';
import { createReading } from './slack/question/reading.ts';
import { createScreens } from './slack/question/screens.ts';
import { isUnavailable, openStore } from './store/store.ts';
import type { ViewContext } from './view/context.ts';

/** What a bot is made of. */
export interface BotParts {
  slack: SlackConfig;
  config: Config;
  catalog: Catalog;
  calendar: Calendar;
  ask: Ask;
  /** Resolves when the search's index is there. */
  ready: Promise<unknown>;
  viewContext: () => ViewContext;
  /** Now by the program's clock. */
  now: () => Moment;
  log: Logger;
  /** Milliseconds between two looks at what is due; half a minute unless said otherwise. Whatever changes in between leads to a look of its own. */
  beat?: number;
  /** Milliseconds between two looks whether the database can be used; five seconds unless said otherwise. */
  pulse?: number;
  /** Stops the bot; also one that still waits for Slack to answer at its start. */
  signal?: AbortSignal;
  /** Hears it when Slack does not accept a token any more. */
  onRefused: (refusal: SlackRefused) => void;
  /** What a new database begins with; nothing but in the local workspace. */
  prepare?: (store: ReportStore) => Promise<void>;
}

export interface Bot {
  /** The port it listens on for Slack; null in Socket Mode. */
  port: number | null;
  /** Takes no more requests, waits for those under way, and lets go of everything. Once, however often it is called. */
  stop: () => Promise<void>;
  /** Looks at once at what is due: the time is another than it was. */
  wake: () => void;
}

/** The way to Slack through a proxy, which whatever the process fetches takes too. */
async function throughProxy(proxy: string): Promise<Dispatcher> {
  const { EnvHttpProxyAgent, setGlobalDispatcher } = await import('undici');
  const dispatcher = new EnvHttpProxyAgent({ httpsProxy: proxy, httpProxy: proxy });
  setGlobalDispatcher(dispatcher);
  return dispatcher;
}

/**
 * The database first, then what an operator asks, then Slack; nobody waits for the dictionary, which has `ready` for itself.
 * @throws SlackRefused when Slack does not accept the tokens, StoreNotOpened when the database cannot be opened.
 */
export async function startBot(parts: BotParts): Promise<Bot> {
  const { slack, config, catalog, calendar, ask, ready, viewContext, now, beat = 30_000, pulse = 5_000, log } = parts;
  const dispatcher = config.proxy === null ? null : await throughProxy(config.proxy);

  let indexed = false;
  const operations = createOperations({
    notReady: () => [
      ...(indexed ? [] : ['search index']),
      ...(app.isReady() ? [] : ['slack']),
      ...(store.health.isWell() ? [] : ['database']),
    ],
    connected: () => app.isReady(),
    stored: () => store.health.isWell(),
    lastTick: () => {
      const last = tick.lastSuccess();
      return last && epochSeconds(last);
    },
    outbox: async () => {
      const { waiting, oldest, failed } = await store.notices.outbox.backlog(now());
      return { waiting, failed, oldestSeconds: oldest ? epochSeconds(now()) - epochSeconds(oldest) : 0 };
    },
    lastDigest: async () => {
      const last = (await store.notices.digests(12)).find(({ issuedAt }) => issuedAt !== null)?.issuedAt;
      return last ? epochSeconds(last) : null;
    },
  });
  const store = await openStore(config.database, (fault) => {
    if (fault !== null) return log.error({ err: fault }, 'the database cannot be used');
    log.info('the database can be used again');
    app.recovered();
    tick.kick();
  });
  await parts.prepare?.(store.reports);
  const changed = (): void => {
    app.changed();
    tick.kick();
  };
  const deskParts: DeskParts = {
    store: announcing(store.reports, changed),
    catalog,
    coordinators: new Set(config.coordinators.map((id) => userIdSchema.parse(id))),
    look: createLook({
      botToken: slack.botToken,
      clientOptions: interactionClient(config.slackApiUrl, log),
      now: () => performance.now(),
    }),
    standsInFor: async (user, on) => absenteesOf(await store.notices.absences(on), user, on),
    now,
    adjust: calendar.adjust,
    addOpenDays: calendar.addOpenDays,
    walkOpenDays: calendar.walkOpenDays,
    warning: calendar.warning,
    openDaysBetween: calendar.openDaysBetween,
  };
  const desk = createDesk(deskParts);
  const noticeParts: NoticeParts = { report: deskParts, notices: store.notices, calendar };
  const noticeDesk = createNoticeDesk({ ...noticeParts, changed });
  const digest = createDigestDesk({ ...noticeParts, changed });
  const tick = createNotices({
    parts: noticeParts,
    plans: createPlans(noticeParts),
    botToken: slack.botToken,
    slackApiUrl: config.slackApiUrl,
    newerBlocks: config.newerBlocks,
    dispatcher,
    viewContext,
    observe: operations.tried,
    wait: (milliseconds) => delay(milliseconds),
    log,
  });
  const answering = createAnswering({
    ask,
    screens: createScreens({ desk, noticeDesk, digest, viewContext }),
    reading: createReading(desk, noticeDesk, log),
    viewContext,
    observe: operations.observe,
    nextDigest: createNextDigest({ digest, viewContext, log }),
    patience: 2_000,
  });
  const app = await createSlackApp({
    botToken: slack.botToken,
    transport: slack,
    slackApiUrl: config.slackApiUrl,
    command: config.command,
    newerBlocks: config.newerBlocks,
    dispatcher,
    answering,
    desk,
    noticeDesk,
    digest,
    viewContext,
    // While it does not answer, whatever else goes wrong comes of that.
    isOutage: (error) => isUnavailable(error) || !store.health.isWell(),
    onRefused: parts.onRefused,
    log,
  });
  const heartbeat = setInterval(() => void store.health.check(), pulse);
  const stopAll = async (): Promise<void> => {
    clearInterval(heartbeat);
    // Side by side, so that neither begins anything new while the other still works.
    await Promise.all([app.stop(), tick.stop()]);
    await operations.close();
    await store.close();
  };
  let stopped: Promise<void> | null = null;
  const stop = (): Promise<void> => {
    stopped ??= stopAll();
    return stopped;
  };
  // Whoever has stopped it awaits `stop` itself.
  parts.signal?.addEventListener('abort', () => stop().catch(() => undefined));

  ready.then(() => {
    indexed = true;
    log.info({ items: catalog.items.length }, 'search index ready');
  });
  if (config.operations) {
    const { port } = await operations.listen(config.operations.host, config.operations.port);
    log.info({ host: config.operations.host, port }, 'operations: /healthz /readyz /metrics');
  }
  await app.start();
  if (!parts.signal?.aborted) {
    log.info({ mode: slack.mode, port: app.port(), command: config.command }, 'listening to Slack');
    tick.start((run) => {
      const timer = setInterval(run, beat);
      return () => clearInterval(timer);
    });
  }
  // Behind those who ask first, but not only with the first message: the program may have been built anew by then, and what is
  // read from its folder would not fit what was read before.
  await import('./slack/notice/written-while.ts');
  return { port: app.port(), wake: tick.kick, stop };
}
