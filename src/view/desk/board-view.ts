import { longEraYear } from '../../plan/fiscal-year.ts';
import type { Day } from '../../report/day.ts';
import type { Board } from '../../report/desk/board.ts';
import { type Stage, stages } from '../../report/progress.ts';
import { actionIds } from '../action-ids.ts';
import { chart, header, type Part, section, select } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { planName } from '../describe.ts';
import type { View } from '../lay-out.ts';
import { boardButtons } from './board-buttons.ts';
import { boardRows, boardTable } from './board-rows.ts';
import { countsText, dayText, derivationText, leftText, roundStateText } from './day-words.ts';
import { exclusionsPart } from './exclusions-part.ts';
import { scopeParts } from './scope-part.ts';

export interface ShownBoard {
  board: Board;
  today: Day;
  /** Only the sections at this stage; all where there is none. */
  stage?: Stage | null;
  /** The first section of the page. */
  from?: number;
  /** What has just been done, or why not. */
  note?: View | undefined;
}

function headText(board: Board, today: Day, context: ViewContext): string {
  const { wording, catalog } = context;
  const { round, due, adjustment, scope } = board;
  return wording.mrkdwn('board.head', {
    plan: planName(catalog.plan(round.plan), context),
    year: longEraYear(round.year),
    state: roundStateText(round, context),
    due: dayText(due, context, { withYear: true }),
    left: leftText(board, today, context),
    derivation: adjustment.passed.length > 0 ? derivationText(adjustment, round.closedDays, context) : null,
    sections: scope.sections.length,
    kpis: scope.sections.reduce((sum, { kpis }) => sum + kpis.length, 0),
  });
}

/** How many sections are at each stage; the figures stand in text above it. */
function stageChart({ progress }: Board, { wording }: ViewContext): Part[] {
  return chart({
    title: wording.plain('board.chart', { part: 'title' }),
    categories: stages.map((stage) => wording.plain('round.stage', { stage })),
    series: [
      { name: wording.plain('board.chart', { part: 'series' }), values: stages.map((stage) => progress.counts[stage]) },
    ],
  });
}

/** The list of stages to filter by; its block names the round. */
function stageFilter({ round, progress }: Board, { wording }: ViewContext): Part[] {
  const options = stages
    .filter((stage) => progress.counts[stage] > 0)
    .map((stage) => ({ text: wording.plain('round.stage', { stage }), value: stage as string }));
  if (options.length < 2) return [];
  const list = select({
    id: actionIds.boardStage,
    placeholder: wording.plain('board.filter', { part: 'placeholder' }),
    groups: [
      {
        label: wording.plain('board.filter', { part: 'group' }),
        options: [{ text: wording.plain('board.filter', { part: 'all' }), value: 'all' }, ...options],
      },
    ],
  });
  return [{ type: 'actions', block_id: `${actionIds.boardStage}:${round.id}`, elements: [list] }];
}

/** The board of a round: where each section stands, and what can be done about it. */
export function boardView({ board, today, stage = null, from = 0, note }: ShownBoard, context: ViewContext): View {
  const { wording } = context;
  const { round, progress } = board;
  const title = wording.plain('board.title', { title: round.title });
  const isDraft = round.state === 'draft';
  return {
    text: note ? `${note.text} ${title}` : title,
    parts: [
      ...(note?.parts ?? []),
      header(title),
      ...section(headText(board, today, context)),
      ...(isDraft ? section(wording.mrkdwn('board.draft', {})) : section(`*${countsText(progress, context)}*`)),
      ...(round.paused && round.state === 'open' ? section(wording.mrkdwn('board.paused', {})) : []),
      ...boardButtons(board, context),
      ...exclusionsPart(round, context),
      ...(isDraft ? scopeParts(board, round.grace, context) : []),
      ...(isDraft
        ? []
        : [...stageChart(board, context), ...boardTable(board, context), ...stageFilter(board, context)]),
      ...boardRows(board, { stage, from }, context),
    ],
  };
}
