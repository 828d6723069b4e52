import type { ModalView } from '@slack/types';
import type { Ask, AskAt } from '../../notice/desk/asks.ts';
import type { ExclusionRequest } from '../../report/exclusion-request.ts';
import type { Round } from '../../report/round.ts';
import { callbackIds } from '../action-ids.ts';
import { section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { formModal } from '../desk/desk-modal.ts';
import { nameText, quoteText } from '../desk/report-text.ts';
import { textInput } from '../inputs.ts';
import { askChoice } from './ask-choice.ts';

/** The fields of both forms, by the ids of their blocks. */
export const exclusionFields = { ask: 'exclusion-ask', reason: 'exclusion-reason' } as const;

/** 今回は対象外と申し出る: which round, and why. */
export function exclusionForm(asks: readonly Ask[], at: AskAt | null, context: ViewContext): ModalView {
  const { wording } = context;
  const label = (field: keyof typeof exclusionFields): string => wording.plain('exclusion.field', { field });
  return formModal(
    {
      callback: callbackIds.noticeExclusion,
      title: wording.plain('exclusion.title', {}),
      submit: wording.plain('exclusion.submit', {}),
      metadata: {},
      parts: [
        ...section(wording.mrkdwn('exclusion.intro', {})),
        ...askChoice({ id: exclusionFields.ask, label: label('ask'), asks, at }, context),
        textInput({
          id: exclusionFields.reason,
          label: label('reason'),
          hint: wording.plain('exclusion.hint', {}),
          multiline: true,
        }),
      ],
    },
    context,
  );
}

/** 対象のままとする: the coordinator's reason, which the section reads. */
export function declineForm(
  { title }: Pick<Round, 'title'>,
  request: ExclusionRequest,
  { wording, ...context }: ViewContext,
): ModalView {
  const { round, section: id, version, reason } = request;
  return formModal(
    {
      callback: callbackIds.noticeDecline,
      title: wording.plain('exclusion.decline_title', {}),
      submit: wording.plain('exclusion.decline_submit', {}),
      metadata: { round, section: id, version },
      parts: [
        ...section(
          wording.mrkdwn('exclusion.decline_intro', {
            title: nameText(title),
            section: nameText(id),
            reason: quoteText(reason, 1_000),
          }),
        ),
        textInput({
          id: exclusionFields.reason,
          label: wording.plain('exclusion.decline_field', {}),
          multiline: true,
        }),
      ],
    },
    { wording, ...context },
  );
}
