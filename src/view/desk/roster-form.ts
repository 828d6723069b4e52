import type { ModalView } from '@slack/types';
import type { Section, SectionId } from '../../plan/section.ts';
import type { Day } from '../../report/day.ts';
import type { RosterEntry } from '../../report/roster.ts';
import { callbackIds } from '../action-ids.ts';
import { section as sectionBlock } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { channelInput, dateInput, type OptionGroup, selectInput, textInput, userInput, usersInput } from '../inputs.ts';
import { formModal } from './desk-modal.ts';

/** The fields of the form, by the ids of their blocks. */
export const rosterFields = {
  section: 'roster-section',
  post: 'roster-post',
  head: 'roster-head',
  deputies: 'roster-deputies',
  staff: 'roster-staff',
  channel: 'roster-channel',
  from: 'roster-from',
  to: 'roster-to',
} as const;

/** A post as it stands on a door. */
const longestPost = 60;

interface RosterBeginning {
  kind: 'add' | 'change' | 'transfer';
  entry: RosterEntry | null;
  /** Chosen already, for a section without an entry. */
  section: SectionId | null;
  sections: readonly Section[];
  today: Day;
}

function sectionGroups(sections: readonly Section[], { wording }: ViewContext): OptionGroup[] {
  const groups = new Map<string, OptionGroup['options'][number][]>();
  for (const { id, spans } of sections) {
    const department = spans.at(-1)?.department ?? wording.plain('roster.no_department', {});
    groups.set(department, [...(groups.get(department) ?? []), { text: id, value: id }]);
  }
  return [...groups].map(([label, options]) => ({ label, options }));
}

/** The next 1 April, when posts move. */
function nextApril(today: Day): string {
  const year = Number(today.slice(0, 4));
  return `${today.slice(5) < '04-01' ? year : year + 1}-04-01`;
}

/** Writes an entry of the roster, changes one, or lets another follow it. A new head is never filled in for the writer. */
export function rosterForm(beginning: RosterBeginning, context: ViewContext): ModalView {
  const { wording } = context;
  const { kind, entry, sections, today } = beginning;
  const section = entry?.section ?? beginning.section;
  const isTransfer = kind === 'transfer';
  const named = (field: keyof typeof rosterFields) => ({
    id: rosterFields[field],
    label: wording.plain('roster.field', { field }),
    hint: wording.plain('roster.hint', { field }),
  });
  const from = isTransfer ? nextApril(today) : (entry?.from ?? today);
  return formModal(
    {
      callback: callbackIds.rosterEntry,
      title: wording.plain('roster.form_title', { kind }),
      submit: wording.plain('roster.form_submit', {}),
      metadata: { kind, at: entry && { id: entry.id, version: entry.version } },
      parts: [
        ...sectionBlock(wording.mrkdwn('roster.form_intro', { kind, section: section ?? '' })),
        // The section of an entry never changes: it would be another one.
        ...(entry
          ? []
          : selectInput({
              ...named('section'),
              groups: sectionGroups(sections, context),
              initial: section ?? undefined,
            })),
        textInput({ ...named('post'), initial: entry?.post, longest: longestPost }),
        userInput({ ...named('head'), optional: true, initial: isTransfer ? null : (entry?.head ?? null) }),
        usersInput({ ...named('deputies'), optional: true, initial: entry?.deputies ?? [] }),
        usersInput({ ...named('staff'), optional: true, initial: entry?.staff ?? [] }),
        channelInput({ ...named('channel'), optional: true, initial: entry?.channel ?? null }),
        dateInput({ ...named('from'), initial: from }),
        dateInput({ ...named('to'), optional: true, initial: isTransfer ? undefined : (entry?.to ?? undefined) }),
      ],
    },
    context,
  );
}
