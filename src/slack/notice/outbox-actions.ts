import type { z } from 'zod';
import type { OutboxFilter, Steering } from '../../notice/desk/outbox-desk.ts';
import type { NoticeKey } from '../../notice/notice.ts';
import type { UserId } from '../../report/person.ts';
import type { Part } from '../../view/blocks.ts';
import { screenModal } from '../../view/desk/desk-modal.ts';
import type { View } from '../../view/lay-out.ts';
import { retryValue } from '../../view/notice/notice-values.ts';
import { noticeView } from '../../view/notice/notice-view.ts';
import { outboxPageValue, plannedValue, scheduleValue, steerValue } from '../../view/notice/outbox-values.ts';
import { outboxView } from '../../view/notice/outbox-view.ts';
import { scheduleView } from '../../view/notice/schedule-view.ts';
import { refusalView } from '../../view/refusal-view.ts';
import { sentence } from '../../view/sentence.ts';
import { createDeskListeners } from '../desk-listeners.ts';
import type { Services } from '../services.ts';

/** As its reader will see it, with nothing to press: what is pressed here would be the coordinator's own deed. */
function withoutButtons({ text, parts }: View): View {
  return {
    text,
    parts: parts.flatMap((part): Part[] => {
      if (!('type' in part)) return [part];
      if (part.type === 'actions') return [];
      if (part.type !== 'section') return [part];
      const { accessory: _, ...rest } = part;
      return [rest];
    }),
  };
}

/** 送信記録 and お知らせの予定: looking, and steering single notices. */
export function createOutboxActions(services: Services) {
  const { desk, noticeDesk, viewContext } = services;
  const { onClick } = createDeskListeners(services);

  async function outbox(user: UserId, filter: OutboxFilter, before: number | null, note?: View): Promise<View> {
    const opened = await noticeDesk.openOutbox(user, { filter, before });
    return opened.ok ? outboxView(opened.page, viewContext(), note) : refusalView(opened, viewContext());
  }

  async function schedule(
    user: UserId,
    { round, reach, from }: z.infer<typeof scheduleValue>,
    note?: View,
  ): Promise<View> {
    const opened = await noticeDesk.openSchedule(user, { round, reach });
    if (!opened.ok) return refusalView(opened, viewContext());
    const board = round === null ? null : await desk.openBoard(user, round);
    const title = board?.ok ? board.board.round.title : null;
    return scheduleView({ schedule: opened.schedule, title, from }, viewContext(), note);
  }

  /** What became of it; what is shown beside it refuses those who may not look. */
  async function steered(user: UserId, key: NoticeKey, steering: Steering): Promise<View> {
    const context = viewContext();
    const done = await noticeDesk.steerNotice(user, key, steering);
    if (done.ok) return sentence('outbox.steered', { steering }, context);
    return 'whoCan' in done ? refusalView(done, context) : sentence('outbox.gone', {}, context);
  }

  return {
    onOutbox: onClick('outbox', outboxPageValue, async ({ filter, before }, { user }) => ({
      kind: 'screen',
      view: await outbox(user, filter, before),
    })),

    onSchedule: onClick('schedule', scheduleValue, async (value, { user }) => ({
      kind: 'screen',
      view: await schedule(user, value),
    })),

    /** One notice as it would be sent; in a modal, so that the list stays. */
    onLook: onClick('schedule-look', plannedValue, async ({ key }, { user }) => {
      const context = viewContext();
      const opened = await noticeDesk.openSchedule(user, { round: null, reach: 'rounds' });
      if (!opened.ok) return { kind: 'form', modal: screenModal(refusalView(opened, context), context) };
      const planned = opened.schedule.planned.find((one) => one.key === key);
      const view = planned
        ? withoutButtons(noticeView(planned.content, context))
        : sentence('outbox.gone', {}, context);
      return { kind: 'form', modal: screenModal(view, context) };
    }),

    /** «もう一度送る» under the news that a notice could not be sent; the news itself is edited once it has gone. */
    onRetry: onClick('notice-retry', retryValue, async ({ key }, { user }) => ({
      kind: 'aside',
      view: await steered(user, key, 'retry'),
    })),

    onSteer: onClick('notice-steer', steerValue, async ({ key, steering, back }, { user }) => {
      const note = await steered(user, key, steering);
      const view = 'outbox' in back ? outbox(user, back.outbox, null, note) : schedule(user, back.schedule, note);
      return { kind: 'screen', view: await view };
    }),
  };
}
