import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../../src/report/day.ts';
import { stages } from '../../../src/report/progress.ts';
import { boardView } from '../../../src/view/desk/board-view.ts';
import { boardsView } from '../../../src/view/desk/boards-view.ts';
import { screenModal } from '../../../src/view/desk/desk-modal.ts';
import { excludeForm, extendForm, includeForm } from '../../../src/view/desk/round-changes.ts';
import { layOut, type View } from '../../../src/view/lay-out.ts';
import { arbitraryBoard } from '../../support/arbitrary-boards.ts';
import { hostileText } from '../../support/arbitrary-words.ts';
import { realCatalog } from '../../support/catalog.ts';
import { liveMarkup, mrkdwnTexts } from '../../support/live-markup.ts';
import { breaches } from '../../support/slack-limits.ts';
import { viewContextOf } from '../../support/view-context.ts';

const catalog = realCatalog();
const context = viewContextOf(catalog);
const today = day('2026-05-20');
const boards = arbitraryBoard(catalog);
const runs = { numRuns: 40 };

/** What Slack would refuse of a view, wherever it may be shown. */
function refused(view: View) {
  return [
    ...breaches('message', layOut(view, { surface: 'message', newerBlocks: true })),
    ...breaches('message', layOut(view, { surface: 'message', newerBlocks: false })),
    ...breaches('modal', screenModal(view, context)),
  ];
}

describe('a board of up to sixty sections with any names', () => {
  const shown = fc.tuple(boards, fc.constantFrom(null, ...stages), fc.constantFrom(0, 10, 50, 5_000));

  test('is a message and a modal that Slack takes', () => {
    fc.assert(
      fc.property(shown, ([board, stage, from]) => {
        expect(refused(boardView({ board, today, stage, from }, context))).toEqual([]);
      }),
      runs,
    );
  });

  test('mentions nobody and links nowhere', () => {
    fc.assert(
      fc.property(shown, ([board, stage, from]) => {
        const { parts } = boardView({ board, today, stage, from }, context);
        expect(mrkdwnTexts(parts).flatMap(liveMarkup)).toEqual([]);
      }),
      runs,
    );
  });

  test('has forms that keep nothing of what was typed into another', () => {
    fc.assert(
      fc.property(boards, ({ round, scope, adjustment }) => {
        const forms = [
          extendForm({ round, present: adjustment, extended: adjustment }, context),
          excludeForm(round, scope, context),
          includeForm(round, context),
        ];
        const fields = forms.flatMap(({ blocks }) =>
          blocks.flatMap((block) => ('element' in block ? block.block_id : [])),
        );
        expect(new Set(fields).size).toBe(fields.length);
      }),
      runs,
    );
  });

  test('has forms that Slack takes', () => {
    fc.assert(
      fc.property(boards, ({ round, scope, adjustment }) => {
        const extension = extendForm({ round, present: adjustment, extended: adjustment }, context);
        expect(breaches('modal', extension)).toEqual([]);
        expect(breaches('modal', excludeForm(round, scope, context))).toEqual([]);
        expect(breaches('modal', includeForm(round, context))).toEqual([]);
      }),
      runs,
    );
  });
});

describe('a list of rounds', () => {
  test('is one that Slack takes, whatever words it was asked with', () => {
    const list = fc.array(boards, { maxLength: 25 });
    fc.assert(
      fc.property(list, hostileText(290), fc.constantFrom(0, 10, 300), (all, words, from) => {
        expect(refused(boardsView({ boards: all, today, from }, words, context))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});
