import type { FoundLedger, LedgerPage } from '../../report/desk/ledger-desk.ts';
import type { LedgerEntry } from '../../report/ledger.ts';
import { type LedgerChange, ledgerChanges } from '../../report/ledger-changes.ts';
import type { Reported } from '../../report/report.ts';
import { actionIds, numbered } from '../action-ids.ts';
import { actions, button, lines } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import type { View } from '../lay-out.ts';
import { sentence } from '../sentence.ts';
import { encode } from '../values.ts';
import { dayText, momentText, personText } from './day-words.ts';
import { kpiName } from './scope-part.ts';

/** Changes of one row that are listed; a report may hold dozens of lines. */
const mostChanges = 5;
/** Things to choose from, each a button. */
const mostChoices = 20;

function reportedText(reported: Reported | null, { wording }: ViewContext): string | null {
  if (reported === null) return null;
  return reported.kind === 'value' ? String(reported.value) : wording.plain('ledger.not_measured', {});
}

/** One change in mrkdwn. */
function changeText(change: LedgerChange, context: ViewContext): string {
  const { wording, catalog } = context;
  const say = (before: string | null, after: string | null, name = ''): string =>
    wording.mrkdwn('ledger.change', { kind: change.kind, name, before, after });
  switch (change.kind) {
    case 'due':
    case 'to':
      return say(change.before && dayText(change.before, context), change.after && dayText(change.after, context));
    case 'title':
    case 'post':
    case 'head':
    case 'handed-over':
      return say(change.before, change.after);
    case 'told-person':
    case 'told-channel':
      return say(null, change.after);
    case 'exclusion':
    case 'inclusion':
      return say(
        null,
        [change.section, change.kpi && kpiName(change.kpi, catalog)].filter((part) => part !== null).join('　'),
      );
    case 'line':
      return say(
        reportedText(change.before, context),
        reportedText(change.after, context),
        kpiName(change.kpi, catalog),
      );
    default:
      return say(null, null);
  }
}

/** What a deed was done to: «照会の名前　課名». */
function subjectText({ round, section }: LedgerEntry, { titles }: LedgerPage): string | null {
  const parts = [round && (titles.get(round) ?? round), section].filter((part) => part !== null);
  return parts.length > 0 ? parts.join('　') : null;
}

/** What somebody did, in a word: «期限や対象を変更». */
export function actionText({ action }: Pick<LedgerEntry, 'action'>, { wording }: ViewContext): string {
  return wording.plain('ledger.action', { action });
}

function rowText(entry: LedgerEntry, page: LedgerPage, context: ViewContext): string {
  const { wording } = context;
  const changes = ledgerChanges(entry);
  const rest = changes.length - mostChanges;
  return [
    wording.mrkdwn('ledger.row', {
      at: momentText(entry.at, context),
      who: entry.by ? personText(entry.by, context) : wording.plain('ledger.bot', {}),
      action: actionText(entry, context),
      subject: subjectText(entry, page),
      via: entry.via === 'form' ? null : wording.plain('ledger.via', { via: entry.via }),
    }),
    ...changes.slice(0, mostChanges).map((change) => `　${changeText(change, context)}`),
    ...(rest > 0 ? [`　${wording.mrkdwn('ledger.more_changes', { count: rest })}`] : []),
    ...(entry.reason === null ? [] : [`　${wording.mrkdwn('ledger.reason', { reason: entry.reason })}`]),
  ].join('\n');
}

/** 記録: who did what and when, the newest last, a page at a time. */
export function ledgerView(page: LedgerPage, context: ViewContext): View {
  const { wording } = context;
  const { subject, entries, more, titles } = page;
  const named = subject.section ?? (subject.round && (titles.get(subject.round) ?? subject.round));
  const head = sentence(entries.length > 0 ? 'ledger.head' : 'ledger.none', { subject: named }, context);
  const turn = (name: 'earlier' | 'newest', before: number | null) =>
    button({
      id: numbered(actionIds.ledgerPage, name === 'earlier' ? 0 : 1),
      text: wording.plain('ledger.button', { button: name }),
      value: encode({ round: subject.round, section: subject.section, before }),
    });
  const first = entries.at(0);
  return {
    text: head.text,
    parts: [
      ...head.parts,
      ...actions([...(more && first ? [turn('earlier', first.sequence)] : []), turn('newest', null)]),
      ...lines(entries.map((entry) => rowText(entry, page, context))),
    ],
  };
}

/** Where words mean several things, or none. */
export function foundLedgerView(
  found: Extract<FoundLedger, { ok: true } | { code: 'several' | 'not-found' }>,
  words: string,
  context: ViewContext,
): View {
  if (found.ok) return ledgerView(found.page, context);
  if (found.code === 'not-found') return sentence('ledger.not_found', { words, command: context.command }, context);
  const choices = [
    ...found.rounds.map(({ id, title }) => ({ text: title, value: { round: id, section: null, before: null } })),
    ...found.sections.map((id) => ({ text: id as string, value: { round: null, section: id, before: null } })),
  ];
  const head =
    words.trim() === ''
      ? sentence('ledger.several_own', {}, context)
      : sentence('ledger.several', { words, count: choices.length }, context);
  return {
    text: head.text,
    parts: [
      ...head.parts,
      ...actions(
        choices
          .slice(0, mostChoices)
          .map(({ text, value }, index) =>
            button({ id: numbered(actionIds.ledgerPage, index), text, value: encode(value) }),
          ),
      ),
    ],
  };
}
