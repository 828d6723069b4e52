import { aboutOf } from '../../notice/about.ts';
import type { Schedule } from '../../notice/desk/outbox-desk.ts';
import { actionIds, numbered } from '../action-ids.ts';
import { actions, button, context as contextBlock, type Part, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { dayText, momentText } from '../desk/day-words.ts';
import type { View } from '../lay-out.ts';
import { sentence } from '../sentence.ts';
import { encode } from '../values.ts';
import type { SteerValue } from './outbox-values.ts';
import { recipientWords } from './outbox-view.ts';

/** Notices on a page: two blocks each, and a heading for each day. */
const pageLength = 12;
/** Those kept back, at the top. */
const mostHeld = 8;

interface Shown {
  schedule: Schedule;
  /** The title of the round it is of; null for all. */
  title: string | null;
  from: number;
}

type Planned = Schedule['planned'][number];

function rowParts(planned: Planned, index: number, { schedule, from }: Shown, context: ViewContext): Part[] {
  const { wording } = context;
  const { reach, round } = schedule;
  const [first, ...more] = aboutOf(planned.content);
  const value: SteerValue = { key: planned.key, steering: 'hold', back: { schedule: { round, reach, from } } };
  return [
    ...section(
      wording.mrkdwn('outbox.schedule_row', {
        kind: wording.plain('outbox.kind', { kind: planned.notice.kind }),
        ...recipientWords(planned.notice.to),
        first: first?.section ?? '',
        more: more.length,
      }),
    ),
    ...actions([
      button({
        id: numbered(actionIds.scheduleLook, index),
        text: wording.plain('outbox.button', { button: 'look' }),
        value: encode({ key: planned.key }),
      }),
      button({
        id: numbered(actionIds.noticeSteer, index),
        text: wording.plain('outbox.button', { button: 'hold' }),
        value: encode(value),
      }),
    ]),
  ];
}

/** What is kept back, which no plan shows any more. */
function heldParts({ schedule, from }: Shown, context: ViewContext): Part[] {
  const { wording } = context;
  const { reach, round, held } = schedule;
  if (held.length === 0) return [];
  return [
    ...section(wording.mrkdwn('outbox.held_head', { count: held.length })),
    ...held.slice(0, mostHeld).flatMap((row, index) => {
      const value: SteerValue = { key: row.key, steering: 'release', back: { schedule: { round, reach, from } } };
      return section(
        wording.mrkdwn('outbox.held_row', {
          kind: wording.plain('outbox.kind', { kind: row.notice.kind }),
          ...recipientWords(row.notice.to),
          when: momentText(row.notBefore, context),
        }),
        button({
          id: numbered(actionIds.noticeSteer, 100 + index),
          text: wording.plain('outbox.button', { button: 'release' }),
          value: encode(value),
        }),
      );
    }),
  ];
}

/** お知らせの予定: day by day, what will go to whom unless it is reported before; each can be read and kept back. */
export function scheduleView(shown: Shown, context: ViewContext, note?: View): View {
  const { wording } = context;
  const { schedule, title, from } = shown;
  const { planned, reach, round } = schedule;
  const until = dayText(schedule.until, context);
  const page = planned.slice(from, from + pageLength);
  const head =
    planned.length === 0
      ? sentence('outbox.schedule_none', { title, until }, context)
      : sentence('outbox.schedule_head', { title, reach, until, count: planned.length }, context);
  const turn = (name: 'next' | 'previous', to: number) =>
    button({
      id: numbered(actionIds.schedule, name === 'next' ? 2 : 3),
      text: wording.plain('outbox.button', { button: name }),
      value: encode({ round, reach, from: to }),
    });
  const other = reach === 'next-day' ? 'rounds' : 'next-day';
  return {
    text: note ? `${note.text} ${head.text}` : head.text,
    parts: [
      ...(note?.parts ?? []),
      ...head.parts,
      ...(planned.length > 0 ? contextBlock(wording.mrkdwn('outbox.schedule_note', {})) : []),
      ...heldParts(shown, context),
      ...page.flatMap((one, index) => [
        ...(page[index - 1]?.day === one.day
          ? []
          : section(wording.mrkdwn('outbox.schedule_day', { day: dayText(one.day, context) }))),
        ...rowParts(one, index, shown, context),
      ]),
      ...(planned.length > pageLength
        ? contextBlock(
            wording.mrkdwn('outbox.schedule_shown', { from: from + 1, to: from + page.length, total: planned.length }),
          )
        : []),
      ...actions([
        ...(from > 0 ? [turn('previous', Math.max(0, from - pageLength))] : []),
        ...(planned.length > from + pageLength ? [turn('next', from + pageLength)] : []),
        button({
          id: numbered(actionIds.schedule, 1),
          text: wording.plain('outbox.button', { button: other }),
          value: encode({ round, reach: other, from: 0 }),
        }),
        button({
          id: numbered(actionIds.outboxPage, 20),
          text: wording.plain('outbox.button', { button: 'outbox' }),
          value: encode({ filter: 'failed', before: null }),
        }),
      ]),
    ],
  };
}
