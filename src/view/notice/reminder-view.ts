import type { DueItem, Reminder } from '../../notice/reminder.ts';
import { actions, context as contextBlock, divider, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { momentText, nameText } from '../desk/report-text.ts';
import type { View } from '../lay-out.ts';
import { noticeButton, reminderButtons, whyButton } from './notice-buttons.ts';
import { dueText, isOwed, itemParts, urgencyText } from './reminder-item.ts';

/** Items in one message; the rest is told by number. */
const mostItems = 8;
/** People greeted by name in a channel. */
const mostPeople = 10;

/** What is owed before what is done, each as urgent as it came. */
function inOrder(items: readonly DueItem[]): DueItem[] {
  return [...items.filter(isOwed), ...items.filter((item) => !isOwed(item))];
}

/** One full sentence, for notifications: Slack reads it as mrkdwn too. */
function sentenceOf(reminder: Reminder, items: readonly DueItem[], { context, users }: Told): string {
  const { wording } = context;
  const [first] = items;
  const owed = items.filter(isOwed).length;
  const about = { title: nameText(first?.title ?? ''), section: nameText(first?.section ?? '') };
  if (!first || owed === 0) return wording.mrkdwn('notice.reminder_text_settled', { ...about, count: items.length });
  return wording.mrkdwn('notice.reminder_text', {
    ...about,
    due: dueText(first.due, reminder.on, context),
    urgency: urgencyText(first, context),
    more: owed - 1,
    again: reminder.again,
    users,
  });
}

interface Told {
  context: ViewContext;
  users: readonly string[];
}

/** 督促: everything its reader owes, the most urgent first, with what can be done about it. */
export function reminderView(reminder: Reminder, context: ViewContext): View {
  const { wording } = context;
  const { to, on, again, standsInFor, snoozedUntil } = reminder;
  const items = inOrder(reminder.items);
  const owed = items.filter(isOwed);
  const users = reminder.people.slice(0, mostPeople);
  const hidden = items.length - mostItems;
  const head =
    owed.length > 0
      ? wording.mrkdwn('notice.reminder_head', {
          owed: owed.length,
          late: owed.filter(({ late }) => late).length,
          users,
        })
      : wording.mrkdwn('notice.reminder_settled', { users });
  return {
    text: sentenceOf(reminder, items, { context, users }),
    parts: [
      ...section(head),
      ...(again || standsInFor ? contextBlock(wording.mrkdwn('notice.reminder_why', { again, standsInFor })) : []),
      divider(),
      ...items.slice(0, mostItems).flatMap((item) => itemParts(item, { on, alone: items.length === 1 }, context)),
      ...(hidden > 0
        ? [
            ...contextBlock(wording.mrkdwn('notice.more', { count: hidden })),
            ...actions([noticeButton('all', context)]),
          ]
        : []),
      ...(snoozedUntil && owed.length > 0
        ? contextBlock(wording.mrkdwn('notice.snoozed', { when: momentText(snoozedUntil, context) }))
        : []),
      ...(owed.length > 0 ? reminderButtons(to, on, context) : actions([whyButton(to, on, context)])),
    ],
  };
}
