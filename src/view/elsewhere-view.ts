import type { ScreenAnswer } from '../ask/answer.ts';
import { section } from './blocks.ts';
import type { ViewContext } from './context.ts';
import type { View } from './lay-out.ts';

/** Where nobody in particular asks (the terminal, a channel's thread), a screen says where it can be seen. */
export function elsewhereView({ screen }: ScreenAnswer, { wording, command }: ViewContext): View {
  const text = wording.plain('desk.elsewhere', { screen, command });
  return { text, parts: section(wording.mrkdwn('desk.elsewhere', { screen, command })) };
}
