import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../../src/report/day.ts';
import { newsPurposes } from '../../../src/report/report-notices.ts';
import { dutiesView } from '../../../src/view/desk/duties-view.ts';
import { decisionForm } from '../../../src/view/desk/report-decision-form.ts';
import { formStep, stepCount } from '../../../src/view/desk/report-form.ts';
import { formCheck } from '../../../src/view/desk/report-form-check.ts';
import { currentView, newsView } from '../../../src/view/desk/report-message-view.ts';
import { sheetModal } from '../../../src/view/desk/report-sheet-view.ts';
import { layOut, type View } from '../../../src/view/lay-out.ts';
import { arbitraryDuties, arbitraryForm, arbitrarySheet } from '../../support/arbitrary-report.ts';
import { realCatalog } from '../../support/catalog.ts';
import { liveMarkup, mrkdwnTexts } from '../../support/live-markup.ts';
import { news } from '../../support/notices.ts';
import { breaches } from '../../support/slack-limits.ts';
import { viewContextOf } from '../../support/view-context.ts';

const context = viewContextOf(realCatalog());
const today = day('2026-11-20');
const few = { numRuns: 15 };

function ofMessage(view: View): unknown[] {
  const message = layOut(view, { surface: 'message', newerBlocks: false });
  return [...breaches('message', message), ...mrkdwnTexts(message.blocks).flatMap(liveMarkup)];
}
function ofModal(modal: unknown): unknown[] {
  return [...breaches('modal', modal), ...mrkdwnTexts(modal).flatMap(liveMarkup)];
}

describe('whatever is reported and typed, Slack takes', () => {
  test('every step of the form', () => {
    fc.assert(
      fc.property(arbitraryForm(12), fc.boolean(), fc.boolean(), (form, changed, checked) => {
        for (let step = 0; step < stepCount(form); step += 1)
          expect(ofModal(formStep(form, { step, changed, checked }, context))).toEqual([]);
      }),
      few,
    );
  });

  test('the check page of any number of figures', () => {
    fc.assert(
      fc.property(arbitraryForm(60), (form) => {
        expect(ofModal(formCheck(form, today, context))).toEqual([]);
      }),
      few,
    );
  });

  test('the sheet with its history', () => {
    fc.assert(
      fc.property(arbitrarySheet(40), fc.constantFrom('', 'お知らせ'), (sheet, notice) => {
        expect(ofModal(sheetModal(sheet, notice, context))).toEqual([]);
      }),
      few,
    );
  });

  test('the messages that follow, for everybody who gets one', () => {
    fc.assert(
      fc.property(arbitrarySheet(20), fc.constantFrom(...newsPurposes), (sheet, purpose) => {
        const { report, due } = sheet;
        const { title } = sheet.round;
        for (const kind of ['current', 'moved', 'over'] as const)
          expect(ofMessage(newsView(news({ purpose, title, due, report, state: { kind, report } }), context))).toEqual(
            [],
          );
        for (const how of ['done', 'meanwhile', 'newer'] as const)
          expect(ofMessage(currentView(how, sheet, context))).toEqual([]);
      }),
      few,
    );
  });

  test('the list of duties', () => {
    fc.assert(
      fc.property(arbitraryDuties, (duties) => {
        expect(ofMessage(dutiesView(duties, today, context))).toEqual([]);
      }),
      few,
    );
  });

  test('the small forms of a decision', () => {
    fc.assert(
      fc.property(
        arbitrarySheet(1),
        fc.constantFrom('return' as const, 'reopen-report' as const, 'record-approval' as const),
        ({ round, report }, action) => {
          const { section, version } = report;
          const value = { round: round.id, section, version, action };
          expect(ofModal(decisionForm(value, round, context))).toEqual([]);
        },
      ),
      few,
    );
  });
});

describe('a form of many steps', () => {
  test('asks for every figure exactly once', () => {
    fc.assert(
      fc.property(arbitraryForm(30), (form) => {
        const blocks = Array.from({ length: stepCount(form) }, (_, step) =>
          formStep(form, { step, changed: false, checked: false }, context).blocks.flatMap(({ block_id }) =>
            block_id?.startsWith('value:') ? [block_id] : [],
          ),
        ).flat();
        expect(blocks).toEqual(form.lines.map(({ asked }) => `value:${asked.kpi.id}`));
      }),
      few,
    );
  });
});

describe('«速報» and «決裁済»', () => {
  test('never stand on one sheet together', () => {
    fc.assert(
      fc.property(arbitrarySheet(3), (sheet) => {
        const { blocks } = sheetModal({ ...sheet, versions: [] }, '', context);
        const marked = mrkdwnTexts(blocks).join('\n');
        expect([marked.includes('速報'), marked.includes('決裁済')].filter(Boolean)).toEqual([true]);
      }),
      few,
    );
  });
});
