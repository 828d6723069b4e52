import type { Deadline, Deadlines } from '../../notice/desk/deadlines.ts';
import { isPerson } from '../../notice/recipient.ts';
import type { Day } from '../../report/day.ts';
import { owes } from '../../report/progress.ts';
import { context as contextBlock, divider, lines, type Part, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { dayText, derivationText, leftText, roundStateText } from '../desk/day-words.ts';
import { reportButton } from '../desk/report-buttons.ts';
import { nameText } from '../desk/report-text.ts';
import { warningPart } from '../desk/scope-part.ts';
import type { View } from '../lay-out.ts';
import { sentence } from '../sentence.ts';
import { reminderWords } from './reminder-days.ts';

/** Rounds shown, and sections of each; coordinators have the boards for the rest. */
const mostRounds = 5;
const mostSections = 6;
/** People named for one section. */
const mostPeople = 6;

type Row = Deadline['rows'][number];

function rowParts({ ask, addressees }: Row, all: boolean, context: ViewContext): Part[] {
  const { wording } = context;
  const { board, asked, progress } = ask;
  const owed = owes(progress.stage);
  const at = { round: board.round.id, section: asked.section, version: progress.report?.version ?? 0 };
  const name =
    progress.stage === 'returned' ? 'correct' : progress.stage === 'draft' ? 'continue' : owed ? 'fill' : 'look';
  return section(
    wording.mrkdwn('deadlines.row', {
      section: nameText(asked.section),
      stage: wording.plain('round.stage', { stage: progress.stage }),
      late: progress.late,
      owed,
      users: addressees.flatMap(({ to }) => (isPerson(to) ? [to] : [])).slice(0, mostPeople),
      channel: addressees.map(({ to }) => to).find((to) => !isPerson(to)) ?? null,
    }),
    all ? undefined : reportButton(name, at, board.round, context),
  );
}

/** When who still owes is told. */
function comingParts({ board, rows, coming }: Deadline, today: Day, context: ViewContext): Part[] {
  const { wording } = context;
  if (board.round.paused) return section(wording.mrkdwn('deadlines.paused', {}));
  if (rows.every(({ ask }) => !owes(ask.progress.stage)))
    return contextBlock(wording.mrkdwn('deadlines.nobody_owes', {}));
  return lines([
    wording.mrkdwn('deadlines.coming', {}),
    ...coming.map((reminder) =>
      wording.mrkdwn('deadlines.day', { ...reminderWords(reminder, context), today: reminder.day === today }),
    ),
  ]);
}

function deadlineParts(deadline: Deadline, { today, all }: Deadlines, context: ViewContext): Part[] {
  const { wording } = context;
  const { board, rows } = deadline;
  const { round, due, adjustment, graceEnds } = board;
  // Coordinators look for who is missing.
  const shown = rows.filter(({ ask }) => !all || owes(ask.progress.stage));
  const hidden = shown.length - mostSections;
  return [
    divider(),
    ...section(
      wording.mrkdwn('deadlines.round', {
        title: nameText(round.title),
        state: roundStateText(round, context),
        due: dayText(due, context, { withYear: true }),
        left: leftText(board, today, context),
        derivation: derivationText(adjustment, round.closedDays, context),
        graceEnds: graceEnds > due ? dayText(graceEnds, context) : null,
      }),
    ),
    ...shown.slice(0, mostSections).flatMap((row) => rowParts(row, all, context)),
    ...(hidden > 0 ? contextBlock(wording.mrkdwn('deadlines.more', { count: hidden })) : []),
    ...comingParts(deadline, today, context),
    ...warningPart(board.warning, context),
  ];
}

/** 期限: when what is due and why, what is owed, and when who will be told of it. */
export function deadlinesView(opened: Deadlines, context: ViewContext): View {
  const { all, deadlines } = opened;
  const count = deadlines.length;
  if (count === 0) return sentence('deadlines.none', { all, command: context.command }, context);
  const hidden = count - mostRounds;
  return {
    text: context.wording.plain('deadlines.text', { count, all }),
    parts: [
      ...section(context.wording.mrkdwn('deadlines.head', { count, all })),
      ...deadlines.slice(0, mostRounds).flatMap((deadline) => deadlineParts(deadline, opened, context)),
      ...(hidden > 0 ? contextBlock(context.wording.mrkdwn('notice.more', { count: hidden })) : []),
    ],
  };
}
