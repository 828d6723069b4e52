import type { Button } from '@slack/types';
import type { DueItem } from '../../notice/reminder.ts';
import type { Day } from '../../report/day.ts';
import { type Part, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { dayText } from '../desk/day-words.ts';
import { type ReportButton, reportButton } from '../desk/report-buttons.ts';
import { kpiName, momentText, nameText, personText, quoteText } from '../desk/report-text.ts';
import { shortenMrkdwn } from '../limits.ts';
import { takeBackButton } from './notice-buttons.ts';

/** As much of one item as leaves room for others, and for the buttons below. */
const longestItem = 900;
/** KPIs listed where there is one item, and where there are several. */
const mostKpis = { alone: 6, among: 3 } as const;

/** Whether something is still to be done about it by the reader. */
export function isOwed({ state }: DueItem): boolean {
  return state.kind === 'owed' || state.kind === 'returned';
}

/** «あと3開庁日», «きょうまで», «遅れ 2開庁日». */
export function urgencyText({ left, late }: Pick<DueItem, 'left' | 'late'>, { wording }: ViewContext): string {
  return wording.plain('notice.urgency', { left, late });
}

/** The due date; with the year where it is not that of the message. */
export function dueText(due: Day, on: Day, context: ViewContext): string {
  return dayText(due, context, { withYear: due.slice(0, 4) !== on.slice(0, 4) });
}

function headText(item: DueItem, context: ViewContext): string {
  const { wording } = context;
  const { state } = item;
  const about = { title: nameText(item.title), section: nameText(item.section) };
  switch (state.kind) {
    case 'owed':
      return wording.mrkdwn('notice.item_owed', { ...about, urgency: urgencyText(item, context), begun: state.begun });
    case 'returned':
      return wording.mrkdwn('notice.item_returned', {
        ...about,
        urgency: urgencyText(item, context),
        when: momentText(state.at, context),
        who: personText(state.by, context),
        reason: quoteText(state.reason),
      });
    case 'done':
      return wording.mrkdwn('notice.item_done', {
        ...about,
        stage: state.stage,
        when: momentText(state.at, context),
        who: personText(state.by, context),
      });
    case 'lifted':
      return wording.mrkdwn('notice.item_lifted', { ...about, why: state.why });
    case 'handed-over':
      return wording.mrkdwn('notice.item_handed_over', { ...about, to: state.to });
  }
}

/** The parts of a date: on which day of the week something was measured says nothing. */
function dateOf(on: Day): { year: number; month: number; day: number } {
  const [year = 0, month = 0, day = 0] = on.split('-').map(Number);
  return { year, month, day };
}

function kpiLines({ kpis }: DueItem, most: number, context: ViewContext): string[] {
  const { wording } = context;
  const hidden = kpis.length - most;
  return [
    ...kpis.slice(0, most).map(({ kpi, last }) =>
      wording.mrkdwn('notice.item_kpi', {
        name: kpiName(kpi, context),
        last: last && nameText(last.text),
        measured: last?.measuredOn ? dateOf(last.measuredOn) : null,
      }),
    ),
    ...(hidden > 0 ? [wording.mrkdwn('notice.item_kpis_more', { count: hidden })] : []),
  ];
}

/** The button that leads on: the form while it is owed, the report once it is there, and back where it was handed over. */
function itemButton(item: DueItem, context: ViewContext): Button | undefined {
  const { state } = item;
  const report = (name: ReportButton): Button => reportButton(name, item, item, context);
  switch (state.kind) {
    case 'owed':
      return report(state.begun ? 'continue' : 'fill');
    case 'returned':
      return report('correct');
    case 'done':
      return report('look');
    case 'handed-over':
      return takeBackButton(item, context);
    case 'lifted':
      return undefined;
  }
}

interface Standing {
  on: Day;
  /** Whether it is the only item. */
  alone: boolean;
}

/** One item: where it stands first; what is asked, until when and how long it takes, while it is owed. */
export function itemParts(item: DueItem, { on, alone }: Standing, context: ViewContext): Part[] {
  const { wording } = context;
  const facts = {
    due: dueText(item.due, on, context),
    kpis: item.kpis.length,
    minutes: item.minutes,
    asking: item.exclusionAsked,
  };
  const lines = isOwed(item)
    ? [
        headText(item, context),
        wording.mrkdwn('notice.item_facts', facts),
        ...kpiLines(item, alone ? mostKpis.alone : mostKpis.among, context),
      ]
    : [headText(item, context)];
  return section(shortenMrkdwn(lines.join('\n'), longestItem), itemButton(item, context));
}
