import { pino } from 'pino';
import type { Content } from '../../src/notice/content.ts';
import type { Messenger } from '../../src/notice/messenger.ts';
import { createMessenger, deliveryClient } from '../../src/slack/notice/messenger.ts';
import type { View } from '../../src/view/lay-out.ts';
import { botToken, type EmulatedSlack, startEmulatedSlack } from './emulated-slack.ts';
import { plainView } from './notices.ts';
import { type Recorder, startRecorder } from './recorder.ts';

/** The real messenger, and the emulated Slack it reaches over a border at which faults happen. */
export interface NoticeSlack {
  slack: EmulatedSlack;
  recorder: Recorder;
  messenger: Messenger;
  log: readonly Record<string, unknown>[];
  /** What the bot has said in a conversation, as those who read it see it. */
  said: (conversation: string) => string[];
  close: () => Promise<void>;
}

interface NoticeSlackOptions {
  /** What the bot was granted; everything it asks for unless said otherwise. */
  scopes?: readonly string[];
  render?: (content: Content) => View;
  newerBlocks?: boolean;
}

/** Long enough for an answer on this machine, short enough to wait for one that never comes. */
const patience = 1_000;

export async function openNoticeSlack({
  scopes,
  render = plainView,
  newerBlocks = true,
}: NoticeSlackOptions = {}): Promise<NoticeSlack> {
  const slack = await startEmulatedSlack(scopes);
  const recorder = await startRecorder(slack.url);
  const log: Record<string, unknown>[] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => log.push(JSON.parse(line)) });
  const messenger = createMessenger({
    botToken,
    clientOptions: { ...deliveryClient(recorder.apiUrl, logger), timeout: patience },
    newerBlocks,
    render,
    log: logger,
  });
  return {
    slack,
    recorder,
    messenger,
    log,
    said: (conversation) =>
      recorder.calls
        .filter(
          ({ method, body, accepted }) => method === 'chat.postMessage' && accepted && body.channel === conversation,
        )
        .map(({ body }) => String(body.text)),
    close: async () => {
      await recorder.close();
      await slack.close();
    },
  };
}
