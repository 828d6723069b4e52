import type { Button } from '@slack/types';
import type { AskAt } from '../../notice/desk/asks.ts';
import type { Wait } from '../../notice/desk/snooze.ts';
import { isPerson, type Recipient } from '../../notice/recipient.ts';
import type { Day } from '../../report/day.ts';
import { actionIds, numbered } from '../action-ids.ts';
import { actions, button, type Part } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { encode } from '../values.ts';

type Named = 'hand-over' | 'exclusion' | 'absence' | 'present' | 'all';

const ids = {
  'hand-over': actionIds.noticeHandOver,
  exclusion: actionIds.noticeExclusion,
  absence: actionIds.noticeAbsence,
  present: actionIds.noticePresent,
  all: actionIds.noticeAll,
} as const;

/** A button that opens what the reader can do about all that comes to them. */
export function noticeButton(name: Named, { wording }: ViewContext): Button {
  const value = name === 'hand-over' || name === 'exclusion' ? { at: null } : {};
  return button({ id: ids[name], text: wording.plain('notice.button', { button: name }), value: encode(value) });
}

function snoozeButton(to: Recipient, wait: Wait, index: number, { wording }: ViewContext): Button {
  const text = wording.plain('notice.button', { button: wait });
  return button({ id: numbered(actionIds.noticeSnooze, index), text, value: encode({ to, wait }) });
}

/** «担当を元に戻す» */
export function takeBackButton({ round, section }: AskAt, { wording }: ViewContext): Button {
  const text = wording.plain('notice.button', { button: 'take-back' });
  return button({ id: actionIds.noticeTakeBack, text, value: encode({ round, section }) });
}

/** «なぜ届いた？» */
export function whyButton(to: Recipient, on: Day, { wording }: ViewContext): Button {
  const text = wording.plain('notice.button', { button: 'why' });
  return button({ id: actionIds.noticeWhy, text, value: encode({ to, on }) });
}

/** What can be done about a reminder while something is owed: not now, and why at all; then, that it is not for the reader. */
export function reminderButtons(to: Recipient, on: Day, context: ViewContext): Part[] {
  return [
    ...actions([
      snoozeButton(to, 'tomorrow', 0, context),
      snoozeButton(to, 'two-hours', 1, context),
      whyButton(to, on, context),
    ]),
    ...actions([
      noticeButton('hand-over', context),
      noticeButton('exclusion', context),
      // In a channel nobody in particular is away.
      ...(isPerson(to) ? [noticeButton('absence', context)] : []),
    ]),
  ];
}
