import type { RosterPage, RosterRow } from '../../report/desk/roster-page.ts';
import { actionIds, numbered } from '../action-ids.ts';
import { actions, button, type Part, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import type { View } from '../lay-out.ts';
import { sentence } from '../sentence.ts';
import { encode } from '../values.ts';
import { dayText } from './day-words.ts';
import type { RosterEditValue } from './desk-values.ts';

type ButtonName = 'add' | 'change' | 'transfer' | 'confirm' | 'next' | 'previous';

function rowText(
  { section: name, entry, next, needsConfirmation, named, absent }: RosterRow,
  context: ViewContext,
): string {
  const { wording } = context;
  return wording.mrkdwn('roster.row', {
    section: name,
    post: entry?.post ?? null,
    head: entry?.head ?? null,
    deputies: named.deputies,
    staff: named.staff,
    more: named.more,
    channel: entry?.channel ?? null,
    from: entry && dayText(entry.from, context, { withYear: true }),
    to: entry?.to ? dayText(entry.to, context, { withYear: true }) : null,
    confirmed: entry?.confirmedOn && !needsConfirmation ? dayText(entry.confirmedOn, context) : null,
    unconfirmed: needsConfirmation,
    absent: absent.map(({ user, why }) => ({ user, why: wording.plain('roster.absent', { why }) })),
    next: next.map(({ from, post, head }) => ({ from: dayText(from, context), post, head })),
  });
}

function rowParts(row: RosterRow, index: number, mayEdit: boolean, context: ViewContext): Part[] {
  const { section: name, entry, mayConfirm, needsConfirmation } = row;
  const pressed = (id: string, text: ButtonName, value: object) =>
    button({
      id,
      text: context.wording.plain('roster.button', { button: text }),
      label: `${name} ${context.wording.plain('roster.button', { button: text })}`,
      value: encode(value),
    });
  const edit = (place: number, text: 'add' | 'change' | 'transfer', value: RosterEditValue) =>
    pressed(numbered(actionIds.rosterEdit, index * 2 + place), text, value);
  const confirm = { section: name, entry: entry?.id, version: entry?.version };
  return [
    ...section(rowText(row, context)),
    ...actions([
      ...(mayConfirm && needsConfirmation
        ? [pressed(numbered(actionIds.rosterConfirm, index), 'confirm', confirm)]
        : []),
      ...(mayEdit && entry
        ? [
            edit(0, 'change', { kind: 'change', entry: entry.id }),
            edit(1, 'transfer', { kind: 'transfer', entry: entry.id }),
          ]
        : []),
      ...(mayEdit && !entry ? [edit(0, 'add', { kind: 'add', section: name })] : []),
    ]),
  ];
}

/** 名簿: who answers for which section, what is wrong with it, and what can be done about it. */
export function rosterView(page: RosterPage, context: ViewContext, note?: View): View {
  const { wording } = context;
  const { rows, total, from, mayEdit } = page;
  const words = page.words.trim() === '' ? null : page.words.trim();
  const head =
    total === 0
      ? sentence('roster.none', { words }, context)
      : sentence('roster.head', { words, total, from: from + 1, to: from + rows.length }, context);
  const turn = (name: 'next' | 'previous', to: number) =>
    button({
      id: numbered(actionIds.rosterPage, name === 'next' ? 1 : 0),
      text: wording.plain('roster.button', { button: name }),
      value: encode({ words: page.words, from: to }),
    });
  const before = Math.max(0, from - page.length);
  return {
    text: note ? `${note.text} ${head.text}` : head.text,
    parts: [
      ...(note?.parts ?? []),
      ...head.parts,
      ...actions([
        ...(mayEdit
          ? [
              button({
                id: actionIds.rosterEdit,
                text: wording.plain('roster.button', { button: 'add' }),
                value: encode({ kind: 'add', section: null }),
                primary: true,
              }),
            ]
          : []),
        ...(from > 0 ? [turn('previous', before)] : []),
        ...(from + rows.length < total ? [turn('next', from + rows.length)] : []),
      ]),
      ...rows.flatMap((row, index) => rowParts(row, index, mayEdit, context)),
    ],
  };
}
