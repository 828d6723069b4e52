import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../../src/notice/calendar.ts';
import { day } from '../../../src/report/day.ts';
import type { RoundChoices, RoundPreview } from '../../../src/report/desk/round-plan.ts';
import { ladderOf } from '../../../src/report/reminders.ts';
import { roundForm } from '../../../src/view/desk/round-form.ts';
import { roundPreviewModal } from '../../../src/view/desk/round-preview.ts';
import { arbitraryBoard, sectionIds } from '../../support/arbitrary-boards.ts';
import { arbitraryCatalog } from '../../support/arbitrary-catalog.ts';
import { realCatalog } from '../../support/catalog.ts';
import { liveMarkup, mrkdwnTexts } from '../../support/live-markup.ts';
import { round } from '../../support/rounds.ts';
import { breaches } from '../../support/slack-limits.ts';
import { viewContextOf } from '../../support/view-context.ts';

const catalog = realCatalog();
const context = viewContextOf(catalog);

describe('the form for a round', () => {
  const offered = fc.tuple(arbitraryCatalog, sectionIds(60)).chain(([plans, sections]) =>
    fc.constantFrom(...plans.plans).map((plan) => {
      const kpis = plan.items.flatMap((item) => item.kpis.map((kpi) => ({ item, kpi })));
      const choices: RoundChoices = { plans: plans.plans, plan, kpis, sections, today: day('2026-05-20') };
      return { choices, context: viewContextOf(plans) };
    }),
  );

  test('is one that Slack takes, over plans with any texts and up to sixty sections', () => {
    fc.assert(
      fc.property(offered, ({ choices, context: any }) => {
        expect(breaches('modal', roundForm(choices, {}, any))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the preview of a round', () => {
  const previews = arbitraryBoard(catalog).map(({ round, adjustment, scope, ...ladder }): RoundPreview => {
    const { id, state: _, paused: __, version: ___, ...plan } = round;
    const { reminders, graceEnds, escalation } = ladder;
    return { id, plan, due: adjustment, warning: null, scope, reminders, graceEnds, escalation };
  });

  test('is one that Slack takes', () => {
    fc.assert(
      fc.property(previews, (preview) => {
        expect(breaches('modal', roundPreviewModal(preview, context))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test.each([
    { grace: 0, graceEnds: '2026-05-29', says: null },
    { grace: 2, graceEnds: '2026-06-02', says: '猶予: 6月2日（火）までは遅れとしません。' },
  ])('says how the reminders go on, when the coordinators hear, and the grace of $grace days', (planned) => {
    const made = round({ grace: planned.grace });
    const { id, state: _, paused: __, version: ___, ...plan } = made;
    const ladder = ladderOf(made, made.due, createCalendar([]));
    const preview: RoundPreview = {
      id,
      plan,
      due: { asked: made.due, day: made.due, passed: [] },
      warning: null,
      scope: { sections: [], unassigned: [], unknown: [] },
      ...ladder,
    };
    const text = mrkdwnTexts(roundPreviewModal(preview, context).blocks).join('\n');
    const step = 3 + planned.grace;
    expect(ladder.graceEnds).toBe(planned.graceEnds);
    expect(text).toContain('その後は、提出されるまで毎週');
    expect(text).toContain(`（期限の${step}開庁日後）になっても出していない課・室は、取りまとめ担当にも知らせます。`);
    expect(text.match(/猶予: .*/u)?.[0] ?? null).toBe(planned.says);
  });

  test('mentions nobody and links nowhere', () => {
    fc.assert(
      fc.property(previews, (preview) => {
        const { blocks } = roundPreviewModal(preview, context);
        expect(mrkdwnTexts(blocks).flatMap(liveMarkup)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
