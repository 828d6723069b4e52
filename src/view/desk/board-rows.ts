import type { Board } from '../../report/desk/board.ts';
import type { Person } from '../../report/person.ts';
import { owes, type SectionProgress, type Stage } from '../../report/progress.ts';
import { actionIds, numbered } from '../action-ids.ts';
import { actions, button, type Cell, context as contextBlock, type Part, section, table } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { encode } from '../values.ts';
import { momentText, personText } from './day-words.ts';

/** Sections with buttons on a page: two blocks each. */
const pageLength = 10;

/** Who brought a section to its stage. */
function whoOf({ stage, report }: SectionProgress): Person | null {
  switch (stage) {
    case 'submitted':
      return report?.submitted?.by ?? null;
    case 'confirmed':
      return report?.confirmed?.by ?? null;
    case 'accepted':
      return report?.accepted?.by ?? null;
    case 'returned':
      return report?.returned?.by ?? null;
    case 'not-started':
    case 'draft':
      return null;
  }
}

interface Words {
  stage: string;
  since: string | null;
  who: string | null;
  preliminary: string | null;
  kpis: number;
}

function wordsOf(row: SectionProgress, { scope }: Board, context: ViewContext): Words {
  const { wording } = context;
  const who = whoOf(row);
  return {
    stage: wording.plain('round.stage', { stage: row.stage }),
    since: row.since && momentText(row.since, context),
    who: who && personText(who, context),
    preliminary: row.preliminary === null ? null : wording.plain('board.preliminary', { preliminary: row.preliminary }),
    kpis: scope.sections.find((one) => one.section === row.section)?.kpis.length ?? 0,
  };
}

/** All sections at a glance, sortable; the rows below say the same, ten at a time. */
export function boardTable(board: Board, context: ViewContext): Part[] {
  const { wording } = context;
  const rows = board.progress.sections.map((row): Cell[] => {
    const words = wordsOf(row, board, context);
    return [
      { text: row.section },
      { text: words.stage },
      { text: row.late ? wording.plain('board.late', {}) : '' },
      { text: words.since ?? '' },
      { text: words.who ?? '' },
      { text: words.preliminary ?? '' },
      { text: String(words.kpis), value: words.kpis },
    ];
  });
  if (rows.length === 0) return [];
  const columns = ['section', 'stage', 'late', 'since', 'who', 'preliminary', 'kpis'] as const;
  return [
    table({
      caption: wording.plain('board.caption', {}),
      columns: columns.map((column) => wording.plain('board.column', { column })),
      rows,
      empty: wording.plain('board.empty', {}),
      fallback: [],
    }),
  ];
}

function rowParts(row: SectionProgress, index: number, board: Board, context: ViewContext): Part[] {
  const { wording } = context;
  const { round, scope } = board;
  const values = {
    look: JSON.stringify({ round: round.id, section: row.section, version: row.report?.version ?? 0 }),
    nudge: encode({ round: round.id, section: row.section }),
  };
  const pressed = (name: 'look' | 'nudge') =>
    button({
      id: numbered(name === 'look' ? actionIds.reportLook : actionIds.nudge, index),
      text: wording.plain('board.button', { button: name }),
      label: `${row.section} ${wording.plain('board.button', { button: name })}`,
      value: values[name],
    });
  return [
    ...section(
      wording.mrkdwn('board.row', {
        section: row.section,
        late: row.late,
        ...wordsOf(row, board, context),
        coordinators: scope.sections.find((one) => one.section === row.section)?.askCoordinators ?? false,
      }),
    ),
    ...actions([pressed('look'), ...(round.state === 'open' && owes(row.stage) ? [pressed('nudge')] : [])]),
  ];
}

/** The sections of a stage, or all, ten at a time, with what can be done about each. A draft has none: nobody is asked yet. */
export function boardRows(
  board: Board,
  { stage, from }: { stage: Stage | null; from: number },
  context: ViewContext,
): Part[] {
  const { wording } = context;
  const { round, progress } = board;
  if (round.state === 'draft') return [];
  const fitting = progress.sections.filter((row) => stage === null || row.stage === stage);
  const stageWord = stage && wording.plain('round.stage', { stage });
  const shown = fitting.slice(from, from + pageLength);
  if (shown.length === 0) return section(wording.mrkdwn('board.nobody_here', { stage: stageWord }));
  const turn = (name: 'previous' | 'next', to: number) =>
    button({
      id: numbered(actionIds.board, name === 'previous' ? 1 : 2),
      text: wording.plain('round.button', { button: name }),
      value: encode({ round: round.id, stage, from: to }),
    });
  return [
    ...contextBlock(
      wording.mrkdwn('board.shown', {
        from: from + 1,
        to: from + shown.length,
        total: fitting.length,
        stage: stageWord,
      }),
    ),
    ...shown.flatMap((row, index) => rowParts(row, index, board, context)),
    ...actions([
      ...(from > 0 ? [turn('previous', Math.max(0, from - pageLength))] : []),
      ...(fitting.length > from + pageLength ? [turn('next', from + pageLength)] : []),
    ]),
  ];
}
