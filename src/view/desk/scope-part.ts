import type { Catalog } from '../../plan/catalog.ts';
import type { KpiId } from '../../plan/kpi.ts';
import type { CalendarWarning } from '../../report/open-days.ts';
import type { Ladder, ReminderDay } from '../../report/reminders.ts';
import type { AskedSection, RoundScope } from '../../report/scope.ts';
import { context as contextBlock, lines, type Part, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { dayText } from './day-words.ts';

/** More than this many of a kind are counted, not listed. */
const mostListed = 60;

/** A KPI's name; its id where the plan no longer has it. */
export function kpiName(id: KpiId, catalog: Catalog): string {
  const all = catalog.items.flatMap(({ kpis }) => kpis);
  return all.find((kpi) => kpi.id === id)?.name ?? id;
}

function askedLine({ section: name, kpis, askCoordinators }: AskedSection, { wording }: ViewContext): string {
  return wording.mrkdwn('round.asked', {
    section: name,
    kpis: kpis.length,
    coordinators: askCoordinators,
    formerly: [...new Set(kpis.flatMap(({ formerly }) => formerly))],
    inferred: kpis.some(({ inferred }) => inferred),
  });
}

/** The first of some, and how many more there are. */
function listed<T>(all: readonly T[], line: (one: T) => string, { wording }: ViewContext): string[] {
  const rest = all.length - mostListed;
  return [...all.slice(0, mostListed).map(line), ...(rest > 0 ? [wording.mrkdwn('round.more', { count: rest })] : [])];
}

interface Planned extends Ladder {
  warning: CalendarWarning | null;
  scope: RoundScope;
}

/** That a holiday may still move a day which lies far ahead. */
export function warningPart(warning: CalendarWarning | null, { wording }: ViewContext): Part[] {
  return warning === null ? [] : contextBlock(wording.mrkdwn('round.calendar_warning', { warning }));
}

/** Who will be asked for how much, what nobody is asked for, and when they are reminded. */
export function scopeParts(
  { scope, reminders, graceEnds, escalation, warning }: Planned,
  grace: number,
  context: ViewContext,
): Part[] {
  const { wording, catalog } = context;
  const words = ({ day, step }: ReminderDay) => ({
    day: dayText(day, context),
    step: wording.plain('round.step', { step }),
  });
  const unassigned = scope.unassigned.map((id) => kpiName(id, catalog));
  return [
    ...lines(listed(scope.sections, (one) => askedLine(one, context), context)),
    ...(unassigned.length > 0 ? section(wording.mrkdwn('round.unassigned', { kpis: unassigned })) : []),
    ...(scope.unknown.length > 0 ? section(wording.mrkdwn('round.unknown', { ids: scope.unknown })) : []),
    ...section(
      wording.mrkdwn('round.reminders', {
        reminders: reminders.map((one) => ({ ...words(one), tooEarly: one.tooEarly })),
        graceEnds: grace > 0 ? dayText(graceEnds, context) : null,
        escalation: words(escalation),
      }),
    ),
    ...warningPart(warning, context),
  ];
}
