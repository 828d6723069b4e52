import type { ModalView } from '@slack/types';
import type { DigestAt } from '../../notice/digest/desk.ts';
import { type DigestSettings, longestNote } from '../../notice/digest/digest.ts';
import { callbackIds } from '../action-ids.ts';
import type { ViewContext } from '../context.ts';
import { formModal } from '../desk/desk-modal.ts';
import { channelsInput, selectInput, textInput } from '../inputs.ts';

/** The fields of both forms, by the ids of their blocks. */
export const digestFields = {
  note: 'digest-note-text',
  channels: 'digest-channels',
  automatic: 'digest-automatic',
} as const;

function named(field: keyof typeof digestFields, { wording }: ViewContext) {
  return {
    id: digestFields[field],
    label: wording.plain('digest.field', { field }),
    hint: wording.plain('digest.hint', { field, longest: longestNote }),
  };
}

/** 一言: what stands on top of a digest. */
export function noteForm(at: DigestAt, note: string | null, context: ViewContext): ModalView {
  const { wording } = context;
  return formModal(
    {
      callback: callbackIds.digestNote,
      title: wording.plain('digest.note_title', {}),
      submit: wording.plain('digest.submit', {}),
      metadata: { week: at.week, version: at.version },
      parts: [
        textInput({
          ...named('note', context),
          optional: true,
          multiline: true,
          longest: longestNote,
          initial: note ?? undefined,
        }),
      ],
    },
    context,
  );
}

/** Where digests go, and whether they go by themselves. */
export function settingsForm({ channels, automatic, version }: DigestSettings, context: ViewContext): ModalView {
  const { wording } = context;
  const field = named('automatic', context);
  return formModal(
    {
      callback: callbackIds.digestSettings,
      title: wording.plain('digest.settings_title', {}),
      submit: wording.plain('digest.submit', {}),
      metadata: { version },
      parts: [
        channelsInput({ ...named('channels', context), optional: true, initial: channels }),
        ...selectInput({
          ...field,
          groups: [
            {
              label: field.label,
              options: [true, false].map((value) => ({
                text: wording.plain('digest.automatic', { automatic: value }),
                value: String(value),
              })),
            },
          ],
          initial: String(automatic),
        }),
      ],
    },
    context,
  );
}
