import { follow } from '../../src/notice/compose.ts';
import type { Content } from '../../src/notice/content.ts';
import type { Notice } from '../../src/notice/notice.ts';
import { readCircumstances } from '../../src/notice/read-circumstances.ts';
import { readContent } from '../../src/notice/read-content.ts';
import type { Recipient } from '../../src/notice/recipient.ts';
import { layOut } from '../../src/view/lay-out.ts';
import { noticeView } from '../../src/view/notice/notice-view.ts';
import { realCatalog } from './catalog.ts';
import type { Message } from './person.ts';
import { viewContextOf } from './view-context.ts';
import type { Workspace } from './workspace.ts';

/** A notice as it stands in a conversation, with what it tells. */
export interface ToldMessage extends Message {
  content: Content;
}

/** A notice in the direct messages, unless another conversation is named. */
function messageOf(content: Content, channel = 'D1'): ToldMessage {
  const { text, blocks } = layOut(noticeView(content, viewContextOf(realCatalog())), {
    surface: 'message',
    newerBlocks: false,
  });
  // Blocks as Slack receives them.
  return { text, blocks: JSON.parse(JSON.stringify(blocks)), channel, content };
}

/** What a notice would say now; null where it would not be sent. */
export async function told({ parts }: Workspace, notice: Notice): Promise<ToldMessage | null> {
  const content = await readContent(parts, notice);
  return content && messageOf(content);
}

/** Today's reminder to somebody; null where there is nothing to remind of. */
export async function reminderTo(workspace: Workspace, to: Recipient): Promise<ToldMessage | null> {
  const { today } = await readCircumstances(workspace.parts);
  return told(workspace, { kind: 'reminder', to, on: today });
}

/** A message brought up to date. */
export async function refreshed({ parts }: Workspace, { content }: ToldMessage): Promise<ToldMessage> {
  return messageOf(follow(content, await readCircumstances(parts)));
}

/** Writes down that a reminder went out, as delivery does once Slack has taken it. */
export async function markSent({ parts }: Workspace, { content }: ToldMessage): Promise<void> {
  if (content.kind !== 'reminder') throw new Error('a reminder goes out');
  const { outbox } = parts.notices;
  const now = parts.report.now();
  const notice: Notice = { kind: 'reminder', to: content.to, on: content.on };
  await outbox.place([{ notice, notBefore: now, inThreadOf: null }]);
  const claimed = await outbox.claim({ by: 'test', now, until: now });
  if (!claimed) throw new Error('it may go');
  const place = { channel: 'D1', ts: '1700000000.000100' };
  await outbox.settle({ key: claimed.key, by: 'test', at: now }, { kind: 'sent', place, shown: content }, []);
}
