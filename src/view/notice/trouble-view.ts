import type { Trouble } from '../../notice/content.ts';
import { keyOf, type Notice } from '../../notice/notice.ts';
import { isPerson } from '../../notice/recipient.ts';
import { type Day, dayOf } from '../../report/day.ts';
import { actionIds } from '../action-ids.ts';
import { actions, button, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { dayText } from '../desk/day-words.ts';
import { nameText } from '../desk/report-text.ts';
import type { View } from '../lay-out.ts';
import { encode } from '../values.ts';
import { troubleCause } from './trouble-cause.ts';

/** The day a notice is for; null where it is for none. */
function dayOfNotice(notice: Notice): Day | null {
  if ('on' in notice) return notice.on;
  if ('week' in notice) return notice.week;
  return 'at' in notice ? dayOf(notice.at) : null;
}

/** «5月7日（木）の報告のお願い（宛先 @…）», as mrkdwn. */
function subjectText(notice: Notice, context: ViewContext): string {
  const on = dayOfNotice(notice);
  return context.wording.mrkdwn('notice.subject', {
    kind: notice.kind,
    user: isPerson(notice.to) ? notice.to : null,
    channel: isPerson(notice.to) ? null : notice.to,
    day: on && dayText(on, context),
  });
}

/** A notice that could not be sent: what and to whom, why, and what to do about it. */
export function troubleView({ notice, trouble, settled }: Trouble, context: ViewContext): View {
  const { wording, command } = context;
  const cause = troubleCause(trouble);
  const retry = button({
    id: actionIds.noticeRetry,
    text: wording.plain('notice.button', { button: 'retry' }),
    value: encode({ key: keyOf(notice) }),
  });
  return {
    text: wording.mrkdwn('notice.trouble_text', { kind: notice.kind, settled }),
    parts: [
      ...section(`${wording.mrkdwn('notice.trouble', { settled })}　${subjectText(notice, context)}`),
      ...section(
        settled
          ? wording.mrkdwn('notice.trouble_settled', {})
          : [
              wording.mrkdwn('notice.trouble_why', { cause, code: nameText(trouble) }),
              wording.mrkdwn('notice.trouble_next', { cause, command }),
            ].join('\n'),
      ),
      ...(settled ? [] : actions([retry])),
    ],
  };
}
