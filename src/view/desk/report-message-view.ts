import type { News } from '../../notice/news.ts';
import { isHandedInAnew } from '../../notice/news-content.ts';
import type { ReportSheet } from '../../report/desk/report-desk.ts';
import { isPreliminary, type Report, type ReportLine } from '../../report/report.ts';
import type { NewsPurpose } from '../../report/report-notices.ts';
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

/** What a message shows once it is out of date: how it came to be, the newest step and figures, and what can still be done. */
function outdatedParts(
  how: Outdated | 'anew',
  { title, report }: { title: string; report: Report },
  buttons: readonly ReportButton[],
  context: ViewContext,
): Part[] {
  const { section: id } = report;
  const step = lastStepText(report, context);
  return [
    ...section(context.wording.mrkdwn('report.current', { how, title: nameText(title), section: nameText(id), step })),
    ...valueParts(report, context),
    ...actions(buttons.map((name) => reportButton(name, report, { title }, context))),
  ];
}

/** What news was about has moved on: who took the next step, and when. */
function movedView({ title, report: told }: News, report: Report, context: ViewContext): View {
  const { state, section: id } = report;
  const who = state === 'open' ? null : report[state]?.by;
  return {
    text: context.wording.mrkdwn('report.moved_text', {
      ...{ title: nameText(title), section: nameText(id), state },
      who: who ? personText(who, context) : '',
    }),
    parts: outdatedParts(isHandedInAnew(told, report) ? 'anew' : 'done', { title, report }, ['look'], context),
  };
}

/** What comes next; or, below a receipt, what has come since. */
function nextText({ purpose, report, state }: News, context: ViewContext): string {
  const { wording } = context;
  switch (state.kind) {
    case 'current':
      return wording.mrkdwn('report.news_next', { purpose, state: report.state, preliminary: isPreliminary(report) });
    case 'moved':
      return wording.mrkdwn('report.news_since', {
        since: isHandedInAnew(report, state.report) ? 'anew' : 'moved',
        step: lastStepText(state.report, context),
      });
    case 'over':
      return wording.mrkdwn('report.news_since', { since: 'over', step: '' });
  }
}

/**
 * What somebody is told once a report has moved: what happened, what was reported, what comes next and what they can do. A
 * receipt stays what it is when the report moves on; everything else then says who took the next step.
 */
export function newsView(news: News, context: ViewContext): View {
  const { purpose, title, due, report, state } = news;
  if (state.kind === 'moved' && purpose !== 'receipt') return movedView(news, state.report, context);
  const { wording } = context;
  const by = report.submitted?.by;
  const about = {
    purpose,
    title: nameText(title),
    section: nameText(report.section),
    who: by ? personText(by, context) : '',
  };
  // What a head hands in is confirmed with it and can no longer be changed by the section.
  const offered = buttonsOf[purpose].filter((name) => name !== 'edit' || report.state === 'submitted');
  const buttons: readonly ReportButton[] = state.kind === 'current' ? offered : ['look'];
  return {
    text: wording.mrkdwn('report.news_text', about),
    parts: [
      ...section(
        wording.mrkdwn('report.news', {
          ...about,
          due: dayText(due, context),
          step: purpose === 'receipt' ? (stepTexts(report, context)[0] ?? '') : lastStepText(report, context),
        }),
      ),
      ...valueParts(report, context),
      ...contextBlock(nextText(news, context)),
      ...actions(buttons.map((name) => reportButton(name, report, { title }, context))),
    ],
  };
}

/** How a message came to be out of date: the reader decided, somebody else had, or the report was handed in anew. */
export type Outdated = 'done' | 'meanwhile' | 'newer';

/** What became of a report in a few plain words, where no message can be drawn. */
export function currentText(how: Outdated, { round, report }: ReportSheet, context: ViewContext): string {
  const { section: id } = report;
  const about = { how, title: nameText(round.title), section: id, step: lastStepText(report, context) };
  return quoteText(context.wording.plain('report.current_text', about), longestText);
}

/** A message brought up to date: who decided and when; buttons only where the reader has to look again and decide. */
export function currentView(how: Outdated, sheet: ReportSheet, context: ViewContext): View {
  const { round, report, actions: allowed } = sheet;
  const decisions = (['confirm', 'accept', 'return'] as const).filter(
    (one) => how === 'newer' && allowed.includes(one),
  );
  return {
    text: currentText(how, sheet, context),
    parts: outdatedParts(how, { title: round.title, report }, [...decisions, 'look'], context),
  };
}
