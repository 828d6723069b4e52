import type { DigestOutlook, DigestPage, EarlierDigest } from '../../notice/digest/desk.ts';
import { actionIds, numbered } from '../action-ids.ts';
import { actions, button, divider, lines, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { dayText, momentText } from '../desk/day-words.ts';
import type { View } from '../lay-out.ts';
import { encode } from '../values.ts';
import { threadView } from './digest-view.ts';
import { previewView, settingsButton } from './preview-view.ts';

function earlierText({ day, issuedAt, ...rest }: EarlierDigest, context: ViewContext): string {
  return context.wording.mrkdwn('digest.earlier', {
    ...rest,
    day: dayText(day, context),
    issuedAt: issuedAt === null ? '' : momentText(issuedAt, context),
  });
}

/** `/plan 週報`: the next digest with what can be done about it, and the last ones; `note` is what has just been done. */
export function digestPageView(page: DigestPage, context: ViewContext, note: View | null = null): View {
  const { wording } = context;
  const { preview, settings, earlier } = page;
  const view = previewView(preview, context);
  const isSetUp = settings.channels.length > 0;
  return {
    text: note ? `${note.text} ${view.text}` : view.text,
    parts: [
      ...(note?.parts ?? []),
      ...(isSetUp ? [] : section(wording.mrkdwn('digest.setup', {}))),
      ...view.parts,
      ...(earlier.length > 0
        ? [
            divider(),
            ...lines([wording.mrkdwn('digest.earlier_head', {}), ...earlier.map((one) => earlierText(one, context))]),
          ]
        : []),
    ],
  };
}

/** A message of the thread as it would be, with the way to the others and back. */
export function threadPageView({ thread }: DigestPage, part: number, context: ViewContext): View {
  const { wording } = context;
  const at = Math.min(part, thread.length);
  const rows = thread[at - 1];
  const turn = (name: 'previous' | 'next', to: number) =>
    button({
      id: numbered(actionIds.digestThread, to),
      text: wording.plain('digest.button', { button: name }),
      value: encode({ part: to }),
    });
  const back = button({
    id: actionIds.digestOpen,
    text: wording.plain('digest.button', { button: 'back' }),
    value: encode({}),
  });
  const shown = rows && threadView({ part: at, rows: [...rows] }, context);
  return {
    text: wording.plain('digest.part_text', { part: at }),
    parts: [
      ...actions([
        ...(at > 1 ? [turn('previous', at - 1)] : []),
        ...(at < thread.length ? [turn('next', at + 1)] : []),
        back,
      ]),
      ...(shown?.parts ?? []),
    ],
  };
}

/** The place of the next digest in a coordinator's App Home: when it goes, and the way to it. */
export function digestSlot({ day, issues, state, settings }: DigestOutlook, context: ViewContext): View {
  const { wording } = context;
  const values = {
    state,
    day: dayText(day, context),
    issues: momentText(issues, context),
    automatic: settings.automatic,
    channels: settings.channels.length,
  };
  const text = wording.mrkdwn('digest.slot', values);
  const open = button({
    id: actionIds.digestOpen,
    text: wording.plain('digest.button', { button: 'open' }),
    value: encode({}),
  });
  const parts =
    settings.channels.length > 0
      ? section(text, open)
      : [...section(text), ...actions([open, settingsButton(context)])];
  return { text: wording.plain('digest.slot', values), parts };
}
