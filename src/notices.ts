/** The clock's side of the bot put together: from what is due to what people read. Only bot.ts starts it. */
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Dispatcher } from 'undici';
import { follow, isSettled } from './notice/compose.ts';
import { createDeliver } from './notice/deliver.ts';
import { createRunDigests } from './notice/digest/run-digests.ts';
import { due } from './notice/due.ts';
import { mayGo } from './notice/may-go.ts';
import type { NoticeParts } from './notice/parts.ts';
import { readCircumstances } from './notice/read-circumstances.ts';
import { readContent } from './notice/read-content.ts';
import { createRecent } from './notice/recent.ts';
import { createRefresh } from './notice/refresh.ts';
import { aboutRequests } from './notice/request-content.ts';
import { createTick, type Plans, type Tick } from './notice/tick.ts';
import { createPlaceTroubles } from './notice/trouble.ts';
import type { Operations } from './operations.ts';
import { createMessenger, deliveryClient } from './slack/notice/messenger.ts';
import type { ViewContext } from './view/context.ts';
import { noticeView } from './view/notice/notice-view.ts';

/**
 * Milliseconds for which what was read holds for the notices that go meanwhile. Less than the second between two messages to one
 * reader, whose earlier one must be known; what changes in this process is read at once.
 */
const lasts = 500;

/** Everything that the clock places by itself. News of a report needs none: it is placed with the change it tells of. */
export function createPlans(parts: NoticeParts) {
  const { outbox } = parts.notices;
  const { coordinators, now } = parts.report;
  return {
    due: async () => outbox.place(due(await readCircumstances(parts))),
    requests: async () => outbox.place(aboutRequests(await readCircumstances(parts))),
    digests: createRunDigests(parts),
    troubles: createPlaceTroubles({ outbox, coordinators, now }),
  } satisfies Plans;
}

interface NoticesOptions {
  parts: NoticeParts;
  plans: Plans;
  botToken: string;
  slackApiUrl: string;
  newerBlocks: boolean;
  /** The way to Slack; null for the straight one. */
  dispatcher: Dispatcher | null;
  viewContext: () => ViewContext;
  observe: Operations['tried'];
  /** Resolves so many milliseconds later. */
  wait: (milliseconds: number) => Promise<void>;
  log: Logger;
}

/** Plans what is due, delivers it and keeps it up to date, whenever it is run. */
export function createNotices({
  parts,
  plans,
  botToken,
  slackApiUrl,
  newerBlocks,
  dispatcher,
  viewContext,
  observe,
  wait,
  log,
}: NoticesOptions): Tick {
  const { calendar, notices, report } = parts;
  const { outbox } = notices;
  const { coordinators, now } = report;
  const messenger = createMessenger({
    botToken,
    clientOptions: deliveryClient(slackApiUrl, log),
    newerBlocks,
    render: (content) => noticeView(content, viewContext()),
    dispatcher,
    log,
  });
  const circumstances = createRecent({ read: () => readCircumstances(parts), lasts, now: () => performance.now() });
  const tick = createTick({
    plans,
    deliver: createDeliver({
      outbox,
      messenger,
      compose: async (notice) => {
        const told = await readContent(parts, notice, circumstances.read);
        if (told !== null) return told;
        // Dropped for good: not by what was read before the notice, or what it is about, was there.
        circumstances.forget();
        return readContent(parts, notice, circumstances.read);
      },
      mayGo: (notice, at) => mayGo(notice, at, calendar),
      coordinators,
      by: randomUUID(),
      now,
      observe,
      log,
    }),
    refresh: createRefresh({
      outbox,
      messenger,
      readFollow: async () => {
        const present = await circumstances.read();
        return (content) => follow(content, present);
      },
      isSettled,
      now,
      log,
    }),
    now,
    wait,
    log,
  });
  return {
    ...tick,
    kick: () => {
      circumstances.forget();
      tick.kick();
    },
  };
}
