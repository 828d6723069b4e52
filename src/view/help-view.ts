import type { HelpAnswer } from '../ask/answer.ts';
import { actionIds, numbered } from './action-ids.ts';
import { actions, button, context as contextBlock, divider, section } from './blocks.ts';
import type { ViewContext } from './context.ts';
import type { View } from './lay-out.ts';
import { encode } from './values.ts';

/** Questions to try: one of each kind. */
const examples = [
  '電子申請',
  '情報政策課の△',
  '4-2-1',
  'テレワークは目標を達成した？',
  '指標',
  '系譜 電子申請',
] as const;

/** Buttons that ask the examples. */
export function exampleButtons({ wording }: ViewContext) {
  return examples.map((question, index) =>
    button({
      id: numbered(actionIds.ask, index),
      text: wording.plain('home.example', { question }),
      value: encode({ q: question }),
    }),
  );
}

/** How to ask, from the same table that understands it. */
export function helpView({ commands }: HelpAnswer, context: ViewContext): View {
  const { wording, command, catalog } = context;
  const plans = [...new Set(catalog.plans.map(({ title }) => title))].toReversed().join('、');
  return {
    text: wording.plain('help.text', { command }),
    parts: [
      ...section(wording.mrkdwn('help.headline', { command, plans })),
      divider(),
      ...commands.flatMap((id) => section(wording.mrkdwn('help.command', { id, command }))),
      ...section(wording.mrkdwn('help.try', {})),
      ...actions(exampleButtons(context)),
      ...contextBlock(wording.mrkdwn('help.elsewhere', {}), wording.mrkdwn('help.sources', {})),
    ],
  };
}
