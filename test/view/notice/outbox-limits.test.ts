import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outboxFilters } from '../../../src/notice/desk/outbox-desk.ts';
import { keyOf } from '../../../src/notice/notice.ts';
import { type Outgoing, outgoingStates } from '../../../src/notice/outbox.ts';
import { day } from '../../../src/report/day.ts';
import { layOut } from '../../../src/view/lay-out.ts';
import { outboxView } from '../../../src/view/notice/outbox-view.ts';
import { scheduleView } from '../../../src/view/notice/schedule-view.ts';
import { arbitraryContent } from '../../support/arbitrary-notices.ts';
import { hostileText } from '../../support/arbitrary-words.ts';
import { realCatalog } from '../../support/catalog.ts';
import { channel, nine, placed, reminderTo } from '../../support/notices.ts';
import { head, roundId, user } from '../../support/rounds.ts';
import { breaches } from '../../support/slack-limits.ts';
import { viewContextOf } from '../../support/view-context.ts';

const context = viewContextOf(realCatalog());
const runs = { numRuns: 40 };
const to = fc.constantFrom(head.user, user('W0OTHER'), channel('C0SECTION'));
const text = hostileText(300);

const row: fc.Arbitrary<Outgoing> = fc
  .record({
    to,
    state: fc.constantFrom(...outgoingStates),
    attempts: fc.nat(50),
    trouble: fc.option(fc.oneof(fc.constantFrom('is_archived', 'unclear-and-unseen'), text), { nil: null }),
  })
  .map(({ to: recipient, ...rest }) => {
    const notice = reminderTo(recipient);
    const unsent = { unclearSince: null, place: null, settledAt: null, shown: null, sequence: 1 };
    return { ...placed({ notice }), ...unsent, ...rest, key: keyOf(notice) };
  });
const planned = fc.tuple(arbitraryContent, to).map(([content, recipient]) => {
  const notice = reminderTo(recipient);
  return { ...placed({ notice }), key: keyOf(notice), day: day('2026-05-22'), content };
});

describe('what coordinators see of notices', () => {
  test('fits into a message: the record', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...outboxFilters),
        fc.array(row, { maxLength: 10 }),
        fc.nat(100),
        fc.boolean(),
        (filter, rows, failed, paused) => {
          const page = { filter, rows, next: failed === 0 ? null : 7, failed, pausedUntil: paused ? nine : null };
          expect(
            breaches('message', layOut(outboxView(page, context), { surface: 'message', newerBlocks: true })),
          ).toEqual([]);
        },
      ),
      runs,
    );
  });

  test('fits into a message: what is to come', () => {
    fc.assert(
      fc.property(
        fc.array(planned, { maxLength: 30 }),
        fc.array(row, { maxLength: 12 }),
        fc.option(text, { nil: null }),
        fc.nat(29),
        (all, held, title, from) => {
          const schedule = {
            reach: 'rounds' as const,
            round: title === null ? null : roundId('r6-results'),
            until: day('2026-06-03'),
            planned: all,
            held,
          };
          const view = scheduleView({ schedule, title, from }, context);
          expect(breaches('message', layOut(view, { surface: 'message', newerBlocks: true }))).toEqual([]);
        },
      ),
      runs,
    );
  });
});
