import type { Button } from '@slack/types';
import type { DigestPreview } from '../../notice/digest/content.ts';
import { actionIds } from '../action-ids.ts';
import { actions, button, divider, type Part, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { dayText, derivationText, momentText } from '../desk/day-words.ts';
import type { View } from '../lay-out.ts';
import { encode } from '../values.ts';
import { headParts } from './head-parts.ts';

/** Where digests go; a button on its own, since it does not depend on any one of them. */
export function settingsButton({ wording }: ViewContext): Button {
  return button({
    id: actionIds.digestSettings,
    text: wording.plain('digest.button', { button: 'settings' }),
    value: encode({}),
  });
}

/** What can be done with a digest as it is; sending is asked twice, since everybody sees it. */
function previewButtons(
  { week, version, state, adjustment, channels, head }: DigestPreview,
  context: ViewContext,
): Part[] {
  const { wording } = context;
  const at = { week, version };
  const label = (name: 'note' | 'send' | 'skip' | 'unskip' | 'thread'): string =>
    wording.plain('digest.button', { button: name });
  const confirm = (part: 'title' | 'text' | 'yes' | 'no'): string =>
    wording.plain('digest.confirm_send', { part, day: dayText(adjustment.day, context), channels });
  const mayGo = state === 'planned' && channels > 0;
  return actions([
    button({ id: actionIds.digestNote, text: label('note'), value: encode(at) }),
    ...(mayGo
      ? [
          button({
            id: actionIds.digestSend,
            text: label('send'),
            value: encode(at),
            primary: true,
            confirm: { title: confirm('title'), text: confirm('text'), yes: confirm('yes'), no: confirm('no') },
          }),
        ]
      : []),
    button({
      id: actionIds.digestSkip,
      text: label(state === 'skipped' ? 'unskip' : 'skip'),
      value: encode({ ...at, skipped: state !== 'skipped' }),
    }),
    ...(head.parts > 0
      ? [button({ id: actionIds.digestThread, text: label('thread'), value: encode({ part: 1 }) })]
      : []),
    settingsButton(context),
  ]);
}

/** The digest as it would be now, under what will become of it and what can be done. */
export function previewView(preview: DigestPreview, context: ViewContext): View {
  const { wording } = context;
  const { state, adjustment, issues, issuedAt, automatic, channels, head } = preview;
  const day = dayText(adjustment.day, context);
  const isOpen = state === 'planned' || state === 'skipped';
  return {
    text: wording.plain('digest.preview_text', { state, day }),
    parts: [
      ...section(
        wording.mrkdwn('digest.preview', {
          state,
          day,
          issues: momentText(issues, context),
          issuedAt: issuedAt === null ? '' : momentText(issuedAt, context),
          automatic,
          channels,
          derivation: adjustment.passed.length === 0 ? null : derivationText(adjustment, 'next', context),
        }),
      ),
      ...(isOpen ? [...previewButtons(preview, context), divider(), ...headParts(head, context)] : []),
    ],
  };
}
