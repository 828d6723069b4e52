/** The clock's side of the bot put together: from what is due to what people read. Only bot.ts starts it. */
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { follow, isSettled } from './notice/compose.ts';
import { createDeliver } from './notice/deliver.ts';
import { createRunDigests } from './notice/digest/run-digests.ts';
import { due } from './notice/due.ts';
import { mayGo } from './notice/may-go.ts';
import type { NoticeParts } from './notice/parts.ts';
import { readCircumstances } from './notice/read-circumstances.ts';
import { readContent } from './notice/read-content.ts';
import { createRefresh } from './notice/refresh.ts';
import { aboutRequests } from './notice/request-content.ts';
import { createTick, type Plans, type Tick } from './notice/tick.ts';
import { createPlaceTroubles } from './notice/trouble.ts';
import type { Operations } from './operations.ts';
import { createMessenger, deliveryClient } from './slack/notice/messenger.ts';
import type { ViewContext } from './view/context.ts';
import { noticeView } from './view/notice/notice-view.ts';

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
    log,
  });
  return createTick({
    plans,
    deliver: createDeliver({
      outbox,
      messenger,
      compose: (notice) => readContent(parts, notice),
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
        const circumstances = await readCircumstances(parts);
        return (content) => follow(content, circumstances);
      },
      isSettled,
      now,
      log,
    }),
    now,
    wait,
    log,
  });
}
