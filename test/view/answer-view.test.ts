import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerView } from '../../src/view/answer-view.ts';
import { layOut, type View } from '../../src/view/lay-out.ts';
import { modalView } from '../../src/view/modal-view.ts';
import { sharedView } from '../../src/view/share-view.ts';
import { arbitraryAnswer } from '../support/arbitrary-answers.ts';
import { arbitraryCatalog } from '../support/arbitrary-catalog.ts';
import { liveMarkup, mrkdwnTexts } from '../support/live-markup.ts';
import { breaches } from '../support/slack-limits.ts';
import { viewContextOf } from '../support/view-context.ts';

const sharer = 'U0SHARER';
/** An answer with what shows it: a question's page may lie anywhere, since a button names it. */
const shown = fc
  .tuple(
    arbitraryCatalog.chain((catalog) =>
      arbitraryAnswer(catalog).map((answer) => ({ answer, context: viewContextOf(catalog) })),
    ),
    fc.nat({ max: 200 }),
  )
  .map(([{ answer, context }, from]) => ({ answer, context, view: answerView(answer, context, { from, length: 5 }) }));
const newerBlocks = fc.boolean();
const runs = { numRuns: 60 };

function asMessage(view: View, newer: boolean) {
  return layOut(view, { surface: 'message', newerBlocks: newer });
}

describe('any answer, over plans that hold any text', () => {
  test('is a message that Slack takes, with newer blocks and without', () => {
    fc.assert(
      fc.property(shown, newerBlocks, ({ view }, newer) => {
        expect(breaches('message', asMessage(view, newer))).toEqual([]);
      }),
      runs,
    );
  });

  test('is a modal that Slack takes', () => {
    fc.assert(
      fc.property(shown, newerBlocks, ({ view, answer, context }, newer) => {
        expect(breaches('modal', modalView(view, { q: answer.question }, newer, context))).toEqual([]);
      }),
      runs,
    );
  });

  test('is a message that Slack takes when it is shared', () => {
    fc.assert(
      fc.property(shown, newerBlocks, ({ view, answer, context }, newer) => {
        const shared = sharedView(view, sharer, answer.question, context);
        expect(breaches('message', asMessage(shared, newer))).toEqual([]);
      }),
      runs,
    );
  });

  test('mentions nobody, links nowhere and cuts no entity, whatever the texts hold', () => {
    fc.assert(
      fc.property(shown, newerBlocks, ({ view }, newer) => {
        expect(mrkdwnTexts(asMessage(view, newer)).flatMap(liveMarkup)).toEqual([]);
      }),
      runs,
    );
  });

  test('mentions only the sharer when it is shared', () => {
    fc.assert(
      fc.property(shown, newerBlocks, ({ view, answer, context }, newer) => {
        const shared = asMessage(sharedView(view, sharer, answer.question, context), newer);
        expect(mrkdwnTexts(shared).flatMap(liveMarkup)).toEqual([`<@${sharer}>`]);
      }),
      runs,
    );
  });

  test('has no button that a click by others could change for all when it is shared', () => {
    fc.assert(
      fc.property(shown, newerBlocks, ({ view, answer, context }, newer) => {
        const shared = asMessage(sharedView(view, sharer, answer.question, context), newer);
        expect(JSON.stringify(shared.blocks)).not.toContain('action_id');
      }),
      runs,
    );
  });

  test('uses no newer block where they are turned off', () => {
    fc.assert(
      fc.property(shown, ({ view }) => {
        const types: string[] = asMessage(view, false).blocks.map(({ type }) => type);
        expect(types.filter((type) => type.startsWith('data_'))).toEqual([]);
      }),
      runs,
    );
  });

  test('says in one sentence what it is, for notifications and screen readers', () => {
    fc.assert(
      fc.property(shown, ({ view }) => {
        expect(view.text.trim()).not.toBe('');
      }),
      runs,
    );
  });

  test('says first that a long question was cut, where it was', () => {
    fc.assert(
      fc.property(shown, ({ view, answer }) => {
        const [first] = mrkdwnTexts(asMessage(view, true).blocks);
        expect(first === '質問が長いため、先頭の300文字だけを読みました。').toBe(answer.shortenedTo === 300);
      }),
      runs,
    );
  });
});
