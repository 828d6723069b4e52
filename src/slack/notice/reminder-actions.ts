import { z } from 'zod';
import type { Snoozed } from '../../notice/desk/snooze.ts';
import { dayText } from '../../view/desk/day-words.ts';
import { screenModal } from '../../view/desk/desk-modal.ts';
import { dutiesView } from '../../view/desk/duties-view.ts';
import { momentText, nameText } from '../../view/desk/report-text.ts';
import type { View } from '../../view/lay-out.ts';
import { snoozeValue, whyValue } from '../../view/notice/notice-values.ts';
import { whyView } from '../../view/notice/why-view.ts';
import { refusalView } from '../../view/refusal-view.ts';
import { sentence } from '../../view/sentence.ts';
import { createDeskListeners } from '../desk-listeners.ts';
import type { Services } from '../services.ts';

/** «明日もう一度», «2時間後», «なぜ届いた？», and all that did not fit into the message. */
export function createReminderActions(services: Services) {
  const { desk, noticeDesk, viewContext } = services;
  const { onClick } = createDeskListeners(services);

  function snoozed(done: Snoozed): View {
    const context = viewContext();
    if (done.ok) {
      const passing = done.passing.map(({ board: { round, due } }) => ({
        title: nameText(round.title),
        due: dayText(due, context),
      }));
      return sentence('snooze.done', { when: momentText(done.until, context), passing }, context);
    }
    switch (done.code) {
      case 'not-yours':
      case 'nothing-owed':
        return sentence('snooze.refused', { code: done.code }, context);
      default:
        return refusalView(done, context);
    }
  }

  return {
    onSnooze: onClick('notice-snooze', snoozeValue, async ({ to, wait }, { user }) => ({
      kind: 'aside',
      view: snoozed(await noticeDesk.snooze(user, to, wait)),
    })),

    onWhy: onClick('notice-why', whyValue, async ({ to, on }, { user }) => {
      const context = viewContext();
      const found = await noticeDesk.why(user, to, on);
      if (found.ok) return { kind: 'form', modal: screenModal(whyView(found.why, context), context) };
      const view =
        found.code === 'not-yours'
          ? sentence('snooze.refused', { code: found.code }, context)
          : refusalView(found, context);
      return { kind: 'aside', view };
    }),

    onAll: onClick('notice-all', z.strictObject({}), async (_, { user }) => {
      const opened = await desk.duties(user);
      const context = viewContext();
      const view = opened.ok ? dutiesView(opened.duties, desk.today(), context) : refusalView(opened, context);
      return { kind: 'aside', view };
    }),
  };
}
