import type { ModalView } from '@slack/types';
import type { ReportSheet } from '../../report/desk/report-desk.ts';
import { type LineDifference, reportDifference } from '../../report/difference.ts';
import { isPreliminary, type Report, type ReportLine } from '../../report/report.ts';
import { callbackIds } from '../action-ids.ts';
import { actions, context as contextBlock, divider, lines as lineBlocks, type Part, section } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { actionButtons, reportButton } from './report-buttons.ts';
import { modal } from './report-modal.ts';
import {
  dayText,
  kpiName,
  kpiOf,
  lastStepText,
  lineText,
  nameText,
  outcomeCounts,
  quoteLength,
  quoteText,
  saidText,
  stepTexts,
} from './report-text.ts';

/** A word-level difference is cut where it says nothing new: in long texts that stayed. */
const longestPart = 600;

function said(line: ReportLine, context: ViewContext, longest?: number): string {
  return saidText(line, kpiOf(line.kpi, context)?.unit ?? null, context, longest);
}

/** Everything of a line that a version may change besides its words. */
function briefly(line: ReportLine, context: ViewContext): string {
  const measured = line.measuredOn === null ? '' : dayText(line.measuredOn, context);
  return [said(line, context), measured, line.mark ?? ''].filter((text) => text !== '').join(' ');
}

function changeTexts(difference: LineDifference, context: ViewContext): string[] {
  const { wording } = context;
  const name = kpiName(difference.kpi, context);
  switch (difference.kind) {
    case 'same':
      return [];
    case 'added':
    case 'removed': {
      const text = briefly(difference.line, context);
      return [wording.mrkdwn('report.sheet_change', { kind: difference.kind, name, before: text, after: text })];
    }
    case 'changed': {
      const { before, after, text } = difference;
      const [was, is] = [briefly(before, context), briefly(after, context)];
      const kind = was === is ? 'words' : 'changed';
      const change = wording.mrkdwn('report.sheet_change', { kind, name, before: was, after: is });
      const parts = text.map(({ kind, text: words }) => ({ kind, text: quoteText(words, longestPart) }));
      return parts.length === 0 ? [change] : [change, wording.mrkdwn('report.sheet_difference', { parts })];
    }
  }
}

/** Every version, the newest first, with what changed from the one before. */
function historyParts(versions: readonly Report[], context: ViewContext): Part[] {
  const { wording } = context;
  const told = versions.map((version, index): string => {
    const step = version.approval === null ? lastStepText(version, context) : approvalText(version, context);
    const before = versions[index - 1]?.lines ?? [];
    // What the first answer says stands above; only later ones differ from something.
    const changes = index === 0 ? [] : reportDifference(before, version.lines);
    const title = wording.mrkdwn('report.sheet_version', { number: index + 1, step });
    return [title, ...changes.flatMap((change) => changeTexts(change, context))].join('\n');
  });
  if (told.length === 0) return [];
  return [divider(), ...section(wording.mrkdwn('report.sheet_history', {})), ...lineBlocks(told.toReversed())];
}

function approvalText({ approval }: Report, context: ViewContext): string {
  if (!approval) return '';
  return context.wording.plain('report.approval', {
    day: dayText(approval.on, context),
    by: quoteText(approval.by),
    document: quoteText(approval.document),
  });
}

function stageText({ state }: Report, { wording }: ViewContext): string {
  return wording.plain('report.stage', { stage: state === 'open' ? 'not-started' : state });
}

/** «内容を見る»: a section's report with all that is known of it, and buttons for what this reader may do. */
export function sheetModal(sheet: ReportSheet, notice: string, context: ViewContext): ModalView {
  const { wording } = context;
  const { round, due, report, versions, asked } = sheet;
  const answered = report.lines.length > 0;
  const longest = quoteLength(report.lines.length);
  const head = wording.mrkdwn('report.sheet_head', {
    title: nameText(round.title),
    section: report.section,
    due: dayText(due, context),
    stage: stageText(report, context),
    preliminary: answered ? isPreliminary(report) : null,
    ...outcomeCounts(report.lines, context),
  });
  const steps = [...stepTexts(report, context), approvalText(report, context)].filter((text) => text !== '');
  const buttons = actionButtons(sheet.actions, report.state);
  return modal({
    callback: callbackIds.reportPage,
    title: wording.plain('report.sheet_title', {}),
    close: wording.plain('desk.close', {}),
    parts: [
      ...section(notice),
      ...section(head),
      ...actions(buttons.map((name) => reportButton(name, report, round, context))),
      ...contextBlock(...steps.map((step) => wording.mrkdwn('report.escaped', { text: step }))),
      divider(),
      ...(answered
        ? section(wording.mrkdwn('report.sheet_lines', { preliminary: isPreliminary(report) }))
        : section(wording.mrkdwn('report.sheet_empty', { count: asked.length }))),
      ...lineBlocks(report.lines.map((line) => lineText(line, said(line, context, longest), context, longest))),
      ...historyParts(versions, context),
    ],
  });
}
