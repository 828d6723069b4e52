import type { ModalView } from '@slack/types';
import type { Adjustment } from '../../report/open-days.ts';
import type { Round } from '../../report/round.ts';
import type { RoundScope } from '../../report/scope.ts';
import { actionIds, callbackIds } from '../action-ids.ts';
import { section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { dateInput, selectInput, textInput } from '../inputs.ts';
import { dayText, derivationText } from './day-words.ts';
import { formModal } from './desk-modal.ts';
import { exclusionName } from './exclusions-part.ts';

/** The fields of the forms, by the ids of their blocks. A reason is one form's own: what was typed into a block stays with its id. */
export const changeFields = {
  due: actionIds.roundDue,
  section: 'exclude-section',
  kpi: 'exclude-kpi',
  exclusion: 'include-exclusion',
  extendReason: 'extend-reason',
  excludeReason: 'exclude-reason',
  includeReason: 'include-reason',
} as const;

interface Extension {
  round: Round;
  present: Adjustment;
  /** Null until another date is chosen. */
  extended: Adjustment | null;
}

/** 延長: a new due date with the day it comes to, and why. */
export function extendForm({ round, present, extended }: Extension, context: ViewContext): ModalView {
  const { wording } = context;
  const words = (adjustment: Adjustment) => ({
    due: dayText(adjustment.day, context, { withYear: true }),
    derivation: derivationText(adjustment, round.closedDays, context),
  });
  return formModal(
    {
      callback: callbackIds.roundExtend,
      title: wording.plain('board.extend_title', {}),
      submit: wording.plain('board.extend_submit', {}),
      metadata: { round: round.id, version: round.version },
      parts: [
        ...section(wording.mrkdwn('board.extend_now', { title: round.title, ...words(present) })),
        dateInput({
          id: changeFields.due,
          label: wording.plain('board.extend_field', { field: 'due' }),
          dispatch: true,
          initial: round.due,
        }),
        ...(extended ? section(wording.mrkdwn('board.extend_then', words(extended))) : []),
        textInput({
          id: changeFields.extendReason,
          label: wording.plain('board.extend_field', { field: 'reason' }),
          hint: wording.plain('board.reason_hint', {}),
          multiline: true,
        }),
      ],
    },
    context,
  );
}

/** 対象から外す: a section, a KPI, or one KPI of one section, with the reason. */
export function excludeForm(round: Round, { sections }: RoundScope, context: ViewContext): ModalView {
  const { wording } = context;
  const label = (field: 'section' | 'kpi' | 'reason'): string => wording.plain('board.exclude_field', { field });
  const kpis = new Map(sections.flatMap((asked) => asked.kpis.map(({ kpi }) => [kpi.id, kpi.name] as const)));
  const bySection = sections.map(({ section: id }) => ({ text: id as string, value: id as string }));
  return formModal(
    {
      callback: callbackIds.roundExclude,
      title: wording.plain('board.exclude_title', {}),
      submit: wording.plain('board.exclude_submit', {}),
      metadata: { round: round.id, version: round.version },
      parts: [
        ...section(wording.mrkdwn('board.exclude_intro', { title: round.title })),
        ...selectInput({
          id: changeFields.section,
          label: label('section'),
          optional: true,
          groups: [{ label: label('section'), options: bySection }],
        }),
        ...selectInput({
          id: changeFields.kpi,
          label: label('kpi'),
          optional: true,
          groups: [{ label: label('kpi'), options: [...kpis].map(([value, text]) => ({ text, value })) }],
        }),
        textInput({
          id: changeFields.excludeReason,
          label: label('reason'),
          hint: wording.plain('board.reason_hint', {}),
          multiline: true,
        }),
      ],
    },
    context,
  );
}

/** 対象に戻す: one of the round's exclusions, with the reason. */
export function includeForm(round: Round, context: ViewContext): ModalView {
  const { wording } = context;
  const label = (field: 'exclusion' | 'reason'): string => wording.plain('board.include_field', { field });
  const options = round.exclusions.map((exclusion, position) => ({
    text: exclusionName(exclusion, context),
    value: String(position),
  }));
  return formModal(
    {
      callback: callbackIds.roundInclude,
      title: wording.plain('board.include_title', {}),
      submit: wording.plain('board.include_submit', {}),
      metadata: { round: round.id, version: round.version },
      parts: [
        ...section(wording.mrkdwn('board.include_intro', { title: round.title })),
        ...selectInput({
          id: changeFields.exclusion,
          label: label('exclusion'),
          groups: [{ label: label('exclusion'), options }],
        }),
        textInput({
          id: changeFields.includeReason,
          label: label('reason'),
          hint: wording.plain('board.reason_hint', {}),
          multiline: true,
        }),
      ],
    },
    context,
  );
}
