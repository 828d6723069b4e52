import type { Day } from '../../report/day.ts';
import type { ReportSheet } from '../../report/desk/report-desk.ts';
import { isPreliminary, type Report, type ReportLine } from '../../report/report.ts';
import type { NewsPurpose } from '../../report/report-notices.ts';
import type { Round } from '../../report/round.ts';
import { actions, context as contextBlock, lines as lineBlocks, type Part, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import type { View } from '../lay-out.ts';
import { type ReportButton, reportButton } from './report-buttons.ts';
import {
  dayText,
  kpiOf,
  lastStepText,
  lineText,
  nameText,
  personText,
  quoteText,
  saidText,
  stepTexts,
} from './report-text.ts';

/** Beside a field, and in a notification. */
const longestText = 500;
/** Lines shown in a message; the sheet has them all. */
const mostLines = 10;

const buttonsOf: Readonly<Record<NewsPurpose, readonly ReportButton[]>> = {
  receipt: ['edit', 'look'],
  'please-confirm': ['confirm', 'return', 'look'],
  'nobody-confirms': ['confirm', 'return', 'look'],
  'please-accept': ['accept', 'return', 'look'],
  confirmed: ['look'],
  returned: ['correct', 'look'],
  accepted: ['look'],
};

/** The first lines of a report and how many more there are, marked 速報 or 決裁済. */
function valueParts(report: Report, context: ViewContext): Part[] {
  const { wording } = context;
  const hidden = report.lines.length - mostLines;
  const said = (line: ReportLine): string => saidText(line, kpiOf(line.kpi, context)?.unit ?? null, context);
  return [
    ...section(wording.mrkdwn('report.sheet_lines', { preliminary: isPreliminary(report) })),
    ...lineBlocks(report.lines.slice(0, mostLines).map((line) => lineText(line, said(line), context))),
    ...(hidden > 0 ? contextBlock(wording.mrkdwn('report.news_more', { count: hidden })) : []),
  ];
}

interface News {
  purpose: NewsPurpose;
  round: Round;
  due: Day;
  report: Report;
}

/** What somebody is told once a report has moved: what happened, what was reported, what comes next and what they can do. */
export function newsView({ purpose, round, due, report }: News, context: ViewContext): View {
  const { wording } = context;
  const by = report.submitted?.by;
  const about = {
    purpose,
    title: nameText(round.title),
    section: report.section,
    who: by ? personText(by, context) : '',
  };
  // What a head hands in is confirmed with it and can no longer be changed by the section.
  const buttons = buttonsOf[purpose].filter((name) => name !== 'edit' || report.state === 'submitted');
  return {
    text: wording.plain('report.news_text', about),
    parts: [
      ...section(
        wording.mrkdwn('report.news', {
          ...about,
          due: dayText(due, context),
          step: purpose === 'receipt' ? (stepTexts(report, context)[0] ?? '') : lastStepText(report, context),
        }),
      ),
      ...valueParts(report, context),
      ...contextBlock(
        wording.mrkdwn('report.news_next', { purpose, state: report.state, preliminary: isPreliminary(report) }),
      ),
      ...actions(buttons.map((name) => reportButton(name, report, round, context))),
    ],
  };
}

/** How a message came to be out of date: the reader decided, somebody else had, or the report was handed in anew. */
export type Outdated = 'done' | 'meanwhile' | 'newer';

function about(how: Outdated, { round, report }: ReportSheet, context: ViewContext) {
  return { how, title: nameText(round.title), section: report.section, step: lastStepText(report, context) };
}

/** What became of a report in a few plain words, where no message can be drawn. */
export function currentText(how: Outdated, sheet: ReportSheet, context: ViewContext): string {
  return quoteText(context.wording.plain('report.current_text', about(how, sheet, context)), longestText);
}

/** A message brought up to date: who decided and when; buttons only where the reader has to look again and decide. */
export function currentView(how: Outdated, sheet: ReportSheet, context: ViewContext): View {
  const { wording } = context;
  const { round, report, actions: allowed } = sheet;
  const decisions = (['confirm', 'accept', 'return'] as const).filter(
    (one) => how === 'newer' && allowed.includes(one),
  );
  const buttons: ReportButton[] = [...decisions, 'look'];
  return {
    text: currentText(how, sheet, context),
    parts: [
      ...section(wording.mrkdwn('report.current', about(how, sheet, context))),
      ...valueParts(report, context),
      ...actions(buttons.map((name) => reportButton(name, report, round, context))),
    ],
  };
}
