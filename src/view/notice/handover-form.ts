import type { ModalView } from '@slack/types';
import type { Ask, AskAt } from '../../notice/desk/asks.ts';
import type { Handover } from '../../report/handover.ts';
import type { Round } from '../../report/round.ts';
import { callbackIds } from '../action-ids.ts';
import { actions, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { formModal } from '../desk/desk-modal.ts';
import { nameText } from '../desk/report-text.ts';
import { textInput, userInput } from '../inputs.ts';
import type { View } from '../lay-out.ts';
import { sentence } from '../sentence.ts';
import { askChoice } from './ask-choice.ts';
import { takeBackButton } from './notice-buttons.ts';

/** The fields, by the ids of their blocks. */
export const handoverFields = { ask: 'handover-ask', to: 'handover-to', reason: 'handover-reason' } as const;

/** 担当を替える: which round, to whom, and why. */
export function handoverForm(asks: readonly Ask[], at: AskAt | null, context: ViewContext): ModalView {
  const { wording } = context;
  const label = (field: keyof typeof handoverFields): string => wording.plain('handover.field', { field });
  return formModal(
    {
      callback: callbackIds.noticeHandOver,
      title: wording.plain('handover.title', {}),
      submit: wording.plain('handover.submit', {}),
      metadata: {},
      parts: [
        ...section(wording.mrkdwn('handover.intro', {})),
        ...askChoice({ id: handoverFields.ask, label: label('ask'), asks, at }, context),
        userInput({
          id: handoverFields.to,
          label: label('to'),
          hint: wording.plain('handover.hint', { field: 'to' }),
          initial: null,
        }),
        textInput({
          id: handoverFields.reason,
          label: label('reason'),
          hint: wording.plain('handover.hint', { field: 'reason' }),
          multiline: true,
        }),
      ],
    },
    context,
  );
}

/** Who has it now, with the button that undoes it while it is with somebody else. */
export function handedOverView({ title }: Pick<Round, 'title'>, handover: Handover, context: ViewContext): View {
  const { wording } = context;
  const { from, to } = handover;
  const about = { title: nameText(title), section: nameText(handover.section) };
  if (from === to) return sentence('handover.returned', about, context);
  const text = wording.mrkdwn('handover.done', { ...about, to });
  return { text, parts: [...section(text), ...actions([takeBackButton(handover, context)])] };
}
