import { type Day, daysBetween } from '../../report/day.ts';
import type { Duty } from '../../report/desk/board.ts';
import type { Stage } from '../../report/progress.ts';
import { actions, context as contextBlock, divider, type Part, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import type { View } from '../lay-out.ts';
import { sentence } from '../sentence.ts';
import { type ReportButton, reportButton } from './report-buttons.ts';
import { dayText, momentText, nameText, personText, quoteText } from './report-text.ts';

/** Three blocks each, and the first ones are the most urgent. */
const mostShown = 12;

const mainButton: Readonly<Record<Stage, ReportButton | null>> = {
  'not-started': 'fill',
  draft: 'continue',
  submitted: 'edit',
  confirmed: null,
  accepted: null,
  returned: 'correct',
};

const owed: ReadonlySet<Stage> = new Set(['not-started', 'draft', 'returned']);

function dutyParts({ round, due, section: id, progress, kpis }: Duty, today: Day, context: ViewContext): Part[] {
  const { wording } = context;
  const { stage, since, report, late } = progress;
  const by = report && report.state !== 'open' ? report[report.state] : null;
  const text = wording.mrkdwn('report.duty', {
    title: nameText(round.title),
    section: id,
    due: dayText(due, context),
    days: daysBetween(today, due),
    late,
    owed: owed.has(stage),
    stage: wording.plain('report.stage', { stage }),
    who: by ? personText(by.by, context) : null,
    when: since === null ? null : momentText(since, context),
    reason: report?.returned ? quoteText(report.returned.reason) : null,
    kpis,
  });
  const at = { round: round.id, section: id, version: report?.version ?? 0 };
  const main = mainButton[stage];
  const buttons: ReportButton[] = [...(main ? [main] : []), 'look'];
  return [divider(), ...section(text), ...actions(buttons.map((name) => reportButton(name, at, round, context)))];
}

/** What the reader's sections are asked, the most urgent first. */
export function dutiesView(duties: readonly Duty[], today: Day, context: ViewContext): View {
  const { wording, command } = context;
  if (duties.length === 0) return sentence('report.duties_empty', { command }, context);
  const counts = { count: duties.length, late: duties.filter(({ progress }) => progress.late).length };
  const hidden = duties.length - mostShown;
  return {
    text: wording.plain('report.duties_text', counts),
    parts: [
      ...section(wording.mrkdwn('report.duties_headline', counts)),
      ...duties.slice(0, mostShown).flatMap((duty) => dutyParts(duty, today, context)),
      ...(hidden > 0 ? contextBlock(wording.mrkdwn('report.duties_more', { count: hidden })) : []),
    ],
  };
}
