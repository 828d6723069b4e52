import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Content } from '../../../src/notice/content.ts';
import { layOut } from '../../../src/view/lay-out.ts';
import { noticeView } from '../../../src/view/notice/notice-view.ts';
import { arbitraryContent, arbitraryReminder } from '../../support/arbitrary-notices.ts';
import { realCatalog } from '../../support/catalog.ts';
import { liveMarkup, mrkdwnTexts } from '../../support/live-markup.ts';
import { buttonsOf } from '../../support/person.ts';
import { breaches } from '../../support/slack-limits.ts';
import { viewContextOf } from '../../support/view-context.ts';

const context = viewContextOf(realCatalog());
const runs = { numRuns: 60 };

function messageOf(content: Content) {
  return layOut(noticeView(content, context), { surface: 'message', newerBlocks: false });
}
/** People and channels are named on purpose; everything else that Slack would act on came from outside. */
function strange(text: string): string[] {
  return liveMarkup(text).filter((markup) => !/^<(?:@[UW]|#[CG])[A-Z0-9]+>$/u.test(markup));
}

describe('whatever a notice tells', () => {
  test('Slack takes it', () => {
    fc.assert(
      fc.property(arbitraryContent, (content) => {
        expect(breaches('message', messageOf(content))).toEqual([]);
      }),
      runs,
    );
  });

  test('names nobody and links nowhere by what others typed', () => {
    fc.assert(
      fc.property(arbitraryContent, (content) => {
        const { text, blocks } = messageOf(content);
        expect([text, ...mrkdwnTexts(blocks)].flatMap(strange)).toEqual([]);
      }),
      runs,
    );
  });

  test('says it in a full sentence for notifications', () => {
    fc.assert(
      fc.property(arbitraryContent, (content) => {
        expect(messageOf(content).text).toMatch(/。$/u);
      }),
      runs,
    );
  });
});

test('a reminder of however much keeps its buttons', () => {
  fc.assert(
    fc.property(arbitraryReminder, (reminder) => {
      const owed = reminder.items.some(({ state: { kind } }) => kind === 'owed' || kind === 'returned');
      const buttons = buttonsOf(messageOf(reminder));
      expect(buttons).toContain('なぜ届いた？');
      expect(buttons.includes('明日もう一度')).toBe(owed);
      expect(buttons.includes('担当を替える')).toBe(owed);
    }),
    runs,
  );
});
