import { pino } from 'pino';
import { follow, isSettled } from '../../src/notice/compose.ts';
import { createDeliver } from '../../src/notice/deliver.ts';
import { createRunDigests } from '../../src/notice/digest/run-digests.ts';
import { mayGo } from '../../src/notice/may-go.ts';
import { readCircumstances } from '../../src/notice/read-circumstances.ts';
import { readContent } from '../../src/notice/read-content.ts';
import { createRefresh } from '../../src/notice/refresh.ts';
import { createMessenger, deliveryClient } from '../../src/slack/notice/messenger.ts';
import { noticeView } from '../../src/view/notice/notice-view.ts';
import { botToken } from './emulated-slack.ts';
import { viewContextOf } from './view-context.ts';
import type { Workspace } from './workspace.ts';

/**
 * One beat of the clock in a workspace, with the real parts from the rules to Slack's Web API: places what is due of digests,
 * delivers until nothing is left, and brings up to date what was sent. `pass` lets some seconds go by after each message.
 */
export function createBeat({ parts, recorder }: Workspace, pass: (seconds: number) => void): () => Promise<void> {
  const { report, notices, calendar } = parts;
  const { outbox } = notices;
  const { now, coordinators, catalog } = report;
  const log = pino({ level: 'silent' });
  const messenger = createMessenger({
    botToken,
    clientOptions: deliveryClient(recorder.apiUrl, log),
    newerBlocks: true,
    render: (content) => noticeView(content, viewContextOf(catalog)),
    log,
  });
  const deliver = createDeliver({
    outbox,
    messenger,
    compose: (notice) => readContent(parts, notice),
    mayGo: (notice, at) => mayGo(notice, at, calendar),
    coordinators,
    by: 'test',
    now,
    observe: () => undefined,
    log,
  });
  const readFollow = async () => {
    const circumstances = await readCircumstances(parts);
    return (content: Parameters<typeof follow>[0]) => follow(content, circumstances);
  };
  const refresh = createRefresh({ outbox, messenger, readFollow, isSettled, now, log });
  const run = createRunDigests(parts);
  return async () => {
    await run();
    while (await deliver()) pass(2);
    await refresh();
  };
}
