import type { ModalView } from '@slack/types';
import type { Absence } from '../../notice/absence.ts';
import type { Day } from '../../report/day.ts';
import { actionIds, callbackIds } from '../action-ids.ts';
import { actions, button, type Part, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { formModal } from '../desk/desk-modal.ts';
import { dayText } from '../desk/report-text.ts';
import { dateInput, userInput } from '../inputs.ts';
import { encode } from '../values.ts';

/** The fields, by the ids of their blocks. */
export const absenceFields = { from: 'absence-from', to: 'absence-to', standIn: 'absence-stand-in' } as const;

/** «不在　5月1日から…　代わりの人 …», with the button that ends it. */
export function absenceParts({ from, to, standIn }: Absence, context: ViewContext): Part[] {
  const { wording } = context;
  const text = wording.mrkdwn('absence.state', {
    from: dayText(from, context),
    to: to && dayText(to, context),
    standIn,
  });
  const back = button({
    id: actionIds.noticePresent,
    text: wording.plain('notice.button', { button: 'present' }),
    value: encode({}),
  });
  return [...section(text), ...actions([back])];
}

interface Beginning {
  today: Day;
  absence: Absence | null;
  version: number;
}

/** 不在にする: from when until when, and who stands in. */
export function absenceForm({ today, absence, version }: Beginning, context: ViewContext): ModalView {
  const { wording } = context;
  const words = (field: keyof typeof absenceFields) => ({
    id: absenceFields[field],
    label: wording.plain('absence.field', { field }),
    hint: wording.plain('absence.hint', { field }),
  });
  return formModal(
    {
      callback: callbackIds.noticeAbsence,
      title: wording.plain('absence.title', {}),
      submit: wording.plain('absence.submit', {}),
      metadata: { version },
      parts: [
        ...section(wording.mrkdwn('absence.intro', {})),
        ...(absence ? absenceParts(absence, context) : []),
        dateInput({ ...words('from'), initial: absence?.from ?? today }),
        dateInput({ ...words('to'), optional: true, initial: absence?.to ?? undefined }),
        userInput({ ...words('standIn'), optional: true, initial: absence?.standIn ?? null }),
      ],
    },
    context,
  );
}
