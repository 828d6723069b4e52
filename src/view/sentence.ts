import type { MessageKey, Messages } from '../wording/messages.ts';
import { section } from './blocks.ts';
import type { ViewContext } from './context.ts';
import type { View } from './lay-out.ts';

/** One message as a view of its own, or to stand on top of another. */
export function sentence<K extends MessageKey>(key: K, values: Messages[K], { wording }: ViewContext): View {
  return { text: wording.plain(key, values), parts: section(wording.mrkdwn(key, values)) };
}

/** What the bot has put into words by itself, without anything that a person typed: a refusal, or a fault with its token. */
export function said(text: string): View {
  return { text, parts: section(text) };
}
