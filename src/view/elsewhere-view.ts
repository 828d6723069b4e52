import type { ScreenAnswer } from '../ask/answer.ts';
import type { ViewContext } from './context.ts';
import type { View } from './lay-out.ts';
import { sentence } from './sentence.ts';

/** Where nobody in particular asks (the terminal, a channel's thread), a screen says where it can be seen. */
export function elsewhereView({ screen }: ScreenAnswer, context: ViewContext): View {
  return sentence('desk.elsewhere', { screen, command: context.command }, context);
}
