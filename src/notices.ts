/** The clock's side of the bot put together: from what is due to what people read. Only bot.ts starts it. */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { compose, follow, isSettled } from './notice/compose.ts';
import { createDeliver } from './notice/deliver.ts';
import { createRunDigests } from './notice/digest/run-digests.ts';
import { due } from './notice/due.ts';
import { mayGo } from './notice/may-go.ts';
import type { NoticeParts } from './notice/parts.ts';
import { readCircumstances } from './notice/read-circumstances.ts';
import { createRefresh } from './notice/refresh.ts';
import { createTick, type Tick } from './notice/tick.ts';
import { createPlaceTroubles } from './notice/trouble.ts';
import type { Operations } from './operations.ts';
import { createMessenger, deliveryClient } from './slack/notice/messenger.ts';
import type { ViewContext } from './view/context.ts';
import { noticeView } from './view/notice/notice-view.ts';

interface NoticesOptions {
  parts: NoticeParts;
  botToken: string;
  slackApiUrl: string;
  newerBlocks: boolean;
  viewContext: () => ViewContext;
  observe: Operations['tried'];
  log: Logger;
}

/** Plans what is due, delivers it and keeps it up to date, whenever it is run. */
export function createNotices({
  parts,
  botToken,
  slackApiUrl,
  newerBlocks,
  viewContext,
  observe,
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
    plans: {
      due: async () => outbox.place(due(await readCircumstances(parts))),
      digests: createRunDigests(parts),
      troubles: createPlaceTroubles({ outbox, coordinators, now }),
    },
    deliver: createDeliver({
      outbox,
      messenger,
      compose: async (notice) => compose(notice, await readCircumstances(parts)),
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
    wait: (milliseconds) => delay(milliseconds),
    log,
  });
}
