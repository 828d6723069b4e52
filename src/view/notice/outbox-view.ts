import type { OutboxFilter, OutboxPage } from '../../notice/desk/outbox-desk.ts';
import { outboxFilters } from '../../notice/desk/outbox-desk.ts';
import type { Outgoing } from '../../notice/outbox.ts';
import { isPerson } from '../../notice/recipient.ts';
import { actionIds, numbered } from '../action-ids.ts';
import { actions, button, context as contextBlock, type Part, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { momentText } from '../desk/day-words.ts';
import { nameText } from '../desk/report-text.ts';
import type { View } from '../lay-out.ts';
import { sentence } from '../sentence.ts';
import { encode } from '../values.ts';
import type { SteerValue } from './outbox-values.ts';
import { troubleCause } from './trouble-cause.ts';

/** A recipient as the templates take it: a mention of a person or of a channel. */
export function recipientWords(to: Outgoing['notice']['to']): { user: string | null; channel: string | null } {
  return isPerson(to) ? { user: to, channel: null } : { user: null, channel: to };
}

/** What a coordinator can do to a row as it is. */
function steeringOf({ state }: Outgoing): SteerValue['steering'] | null {
  switch (state) {
    case 'waiting':
      return 'hold';
    case 'held':
      return 'release';
    case 'failed':
      return 'retry';
    case 'sent':
    case 'dropped':
      return null;
  }
}

function whyText(code: string, { wording }: ViewContext): string {
  return wording.plain('notice.trouble_why', { cause: troubleCause(code), code: nameText(code) });
}

function rowParts(row: Outgoing, index: number, filter: OutboxFilter, context: ViewContext): Part[] {
  const { wording } = context;
  const steering = steeringOf(row);
  const text = wording.mrkdwn('outbox.row', {
    kind: wording.plain('outbox.kind', { kind: row.notice.kind }),
    ...recipientWords(row.notice.to),
    state: wording.plain('outbox.state', { state: row.state }),
    when: momentText(row.settledAt ?? row.notBefore, context),
    trouble: row.trouble === null || row.state === 'sent' ? null : whyText(row.trouble, context),
    attempts: row.attempts,
  });
  if (!steering) return section(text);
  const value: SteerValue = { key: row.key, steering, back: { outbox: filter } };
  return section(
    text,
    button({
      id: numbered(actionIds.noticeSteer, index),
      text: wording.plain('outbox.button', { button: steering }),
      value: encode(value),
    }),
  );
}

/** 送信記録: what was sent, waits or failed; with what can be done about it. */
export function outboxView(
  { filter, rows, next, failed, pausedUntil }: OutboxPage,
  context: ViewContext,
  note?: View,
): View {
  const { wording } = context;
  const paused = pausedUntil && momentText(pausedUntil, context);
  const head = sentence('outbox.head', { filter, failed, paused }, context);
  const choose = (one: OutboxFilter, index: number) =>
    button({
      id: numbered(actionIds.outboxPage, index),
      text: wording.plain('outbox.filter', { filter: one }),
      value: encode({ filter: one, before: null }),
    });
  const turn = (name: 'earlier' | 'newest', before: number | null) =>
    button({
      id: numbered(actionIds.outboxPage, name === 'earlier' ? 10 : 11),
      text: wording.plain('outbox.button', { button: name }),
      value: encode({ filter, before }),
    });
  return {
    text: note ? `${note.text} ${head.text}` : head.text,
    parts: [
      ...(note?.parts ?? []),
      ...head.parts,
      ...actions([
        ...outboxFilters.filter((one) => one !== filter).map(choose),
        button({
          id: numbered(actionIds.schedule, 0),
          text: wording.plain('outbox.button', { button: 'schedule' }),
          value: encode({ round: null, reach: 'next-day', from: 0 }),
        }),
      ]),
      ...(rows.length === 0 ? contextBlock(wording.mrkdwn('outbox.none', { filter })) : []),
      ...rows.flatMap((row, index) => rowParts(row, index, filter, context)),
      ...actions([...(next === null ? [] : [turn('earlier', next)]), turn('newest', null)]),
    ],
  };
}
